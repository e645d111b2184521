package io.pixport.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.core.model.Announcement.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementTest {
    private static final Sha256 DIGEST = Sha256.of(Sha256.newDigest().digest());
    private static final Sha256 OTHER_DIGEST = Sha256.of(Sha256.newDigest().digest(new byte[1]));

    private static List<String> fieldsThatDiffer(Announcement announced, ImageFormat format, long size, Sha256 sha256) {
        ImageContent arrived = new ImageContent(format, size, new Dimensions(60, 50), 1, sha256);
        return announced.check(arrived).stream().map(Violation::field).toList();
    }

    @Test
    void everything_in_which_the_bytes_differ_is_said_at_once() {
        Announcement announced = new Announcement(Method.PUT, ImageFormat.PNG, 2000L, DIGEST);

        assertThat(fieldsThatDiffer(announced, ImageFormat.PNG, 2000, DIGEST)).isEmpty();
        assertThat(fieldsThatDiffer(announced, ImageFormat.GIF, 1999, OTHER_DIGEST))
                .containsExactly("content_type", "size", "sha256");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, 1999, false",
        "PUT, 2000, true",
        "PUT, 2001, false",
        "PARTS, 1999, false",
        "PARTS, 2000, true",
        "PARTS, 2001, false",
        "POST, 1999, true",
        "POST, 2001, false"
    })
    void a_size_is_exact_for_links_and_a_limit_for_a_form(Method method, long size, boolean fits) {
        Announcement announced = new Announcement(method, ImageFormat.PNG, 2000L, DIGEST);

        assertThat(fieldsThatDiffer(announced, ImageFormat.PNG, size, DIGEST).isEmpty())
                .isEqualTo(fits);
    }

    @Test
    void a_form_may_leave_open_what_is_not_known_yet() {
        Announcement announced = new Announcement(Method.POST, ImageFormat.PNG, null, null);

        assertThat(fieldsThatDiffer(announced, ImageFormat.PNG, 5, OTHER_DIGEST))
                .isEmpty();
    }

    @Test
    void a_link_needs_size_and_digest() {
        assertInvalid(null, DIGEST);
        assertInvalid(2000L, null);
    }

    @Test
    void parts_need_a_size_alone() {
        Announcement announced = new Announcement(Method.PARTS, ImageFormat.PNG, 2000L, null);

        assertThat(fieldsThatDiffer(announced, ImageFormat.PNG, 2000, OTHER_DIGEST))
                .isEmpty();
        assertThatThrownBy(() -> new Announcement(Method.PARTS, ImageFormat.PNG, null, DIGEST))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("size is needed for PARTS");
    }

    private static void assertInvalid(@Nullable Long size, @Nullable Sha256 sha256) {
        assertThatThrownBy(() -> new Announcement(Method.PUT, ImageFormat.PNG, size, sha256))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("size and sha256 are needed for PUT");
    }
}
