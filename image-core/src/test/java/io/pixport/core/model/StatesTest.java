package io.pixport.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatesTest {
    private static final Instant LATER = Instant.parse("2026-02-12T00:00:00.123456Z");
    private static final Instant LATER_MILLIS = Instant.parse("2026-02-12T00:00:00.123Z");
    private static final ImageId ID = new ImageId(UUID.fromString("0199b1c2-7a4e-7c31-9c55-0a4f5d1e2b3c"));
    private static final ImageContent CONTENT = new ImageContent(
            ImageFormat.PNG,
            2000,
            new Dimensions(60, 50),
            1,
            Sha256.of(Sha256.newDigest().digest()));
    private static final ActiveImage ACTIVE =
            ActiveImage.uploaded(ID, new UserId("user123"), null, ImageDetails.NONE, CONTENT);

    @Test
    void an_uploaded_image_counts_as_uploaded_when_its_id_was_made() {
        assertThat(ACTIVE.uploadedAt()).isEqualTo(ID.timestamp());
        assertThat(ACTIVE.updatedAt()).isEqualTo(ID.timestamp());
        assertThat(ACTIVE.version()).isEqualTo(1);
        assertThat(ACTIVE.expiresAt()).isEmpty();
    }

    @Test
    void an_edit_changes_details_time_and_version_and_nothing_else() {
        ActiveImage edited = ACTIVE.edit(ImageDetails.NONE.withTitle("Dawn"), LATER);

        assertThat(edited.details().title()).isEqualTo("Dawn");
        assertThat(edited.updatedAt()).isEqualTo(LATER_MILLIS);
        assertThat(edited.version()).isEqualTo(2);
        assertThat(edited)
                .usingRecursiveComparison()
                .ignoringFields("details", "updatedAt", "version")
                .isEqualTo(ACTIVE);
    }

    @Test
    void an_image_comes_back_from_the_trash_as_it_was_two_versions_later() {
        TrashedImage trashed = ACTIVE.trash(LATER, Duration.ofDays(30));
        ActiveImage restored = trashed.restore(LATER.plusSeconds(1));

        assertThat(trashed.deletedAt()).isEqualTo(LATER_MILLIS);
        assertThat(trashed.expiresAt()).contains(LATER_MILLIS.plus(Duration.ofDays(30)));
        assertThat(trashed.version()).isEqualTo(2);
        assertThat(restored.version()).isEqualTo(3);
        assertThat(restored)
                .usingRecursiveComparison()
                .ignoringFields("updatedAt", "version")
                .isEqualTo(ACTIVE);
    }

    @Test
    void every_state_can_be_purged_and_the_purge_expires() {
        PendingImage pending = pending(ImageDetails.NONE);
        RejectedImage rejected = pending.reject(List.of(Violation.invalid("file", "not an image")));

        assertThat(ACTIVE.purge(LATER, Duration.ofMinutes(10)).version()).isEqualTo(2);
        assertThat(pending.purge(LATER, Duration.ofMinutes(10)).version()).isEqualTo(2);
        assertThat(rejected.purge(LATER, Duration.ofMinutes(10)).version()).isEqualTo(3);
        assertThat(ACTIVE.trash(LATER, Duration.ZERO)
                        .purge(LATER, Duration.ofMinutes(10))
                        .expiresAt())
                .contains(LATER_MILLIS.plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_reservation_becomes_an_image_that_counts_as_uploaded_when_it_is_complete() {
        PendingImage pending = pending(ImageDetails.NONE.withTitle("Dawn"));
        ActiveImage completed = pending.complete(CONTENT, LATER);

        assertThat(completed.uploadedAt()).isEqualTo(LATER_MILLIS);
        assertThat(completed.details().title()).isEqualTo("Dawn");
        assertThat(completed.saveAs()).isEqualTo(new FileName("a.png"));
        assertThat(completed.version()).isEqualTo(2);
    }

    @Test
    void a_rejected_reservation_tells_why_as_long_as_the_reservation_would_have_lived() {
        Violation reason = Violation.invalid("file", "not an image");

        RejectedImage rejected = pending(ImageDetails.NONE).reject(List.of(reason));

        assertThat(rejected.reasons()).containsExactly(reason);
        assertThat(rejected.owner()).isEqualTo(new UserId("user123"));
        assertThat(rejected.expiresAt()).contains(LATER_MILLIS);
        assertThat(rejected.version()).isEqualTo(2);
    }

    @Test
    void a_reservation_is_not_rejected_without_a_reason() {
        assertThatThrownBy(() -> pending(ImageDetails.NONE).reject(List.of()))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void the_removal_of_a_reservation_in_parts_goes_on_naming_its_upload() {
        Announcement announced = new Announcement(Announcement.Method.PARTS, ImageFormat.PNG, 2000L, null);
        UserId owner = new UserId("user123");
        Parts parts = Parts.of("upload", 2000);
        PendingImage pending = new PendingImage(ID, owner, null, ImageDetails.NONE, announced, parts, LATER, 1);

        assertThat(pending.purge(LATER, Duration.ofMinutes(10)).uploadId()).isEqualTo("upload");
        assertThat(pending(ImageDetails.NONE)
                        .purge(LATER, Duration.ofMinutes(10))
                        .uploadId())
                .isNull();
        assertThatThrownBy(() -> new PendingImage(ID, owner, null, ImageDetails.NONE, announced, LATER, 1))
                .isInstanceOf(InvalidValueException.class);
    }

    private static PendingImage pending(ImageDetails details) {
        Announcement announced = new Announcement(Announcement.Method.POST, ImageFormat.PNG, null, null);
        return new PendingImage(ID, new UserId("user123"), new FileName("a.png"), details, announced, LATER, 1);
    }

    @Test
    void an_image_without_a_file_name_is_saved_under_its_id() {
        assertThat(ACTIVE.saveAs()).isEqualTo(new FileName(ID + ".png"));
    }
}
