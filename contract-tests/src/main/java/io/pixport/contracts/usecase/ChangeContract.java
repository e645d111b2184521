package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.metadata.Asking;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import io.pixport.core.usecase.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changing what an owner says about an image. */
public interface ChangeContract extends UseCaseFixture {
    @Test
    default void aChangeIsSeenByEveryReadAfterIt() {
        TestService service = service();
        Tag before = Fresh.tag();
        Tag after = Fresh.tag();
        ActiveImage image = service.upload(before);
        service.clock().advance(Duration.ofSeconds(5));

        ActiveImage changed =
                TestService.done(update(service, image.id(), null, null, details -> details.withTitle("New")
                        .withTags(List.of(after))));

        assertThat(changed.details().title()).isEqualTo("New");
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.uploadedAt()).isEqualTo(image.uploadedAt());
        assertThat(changed.updatedAt()).isEqualTo(service.clock().instant());
        assertThat(service.get(image.id())).contains(changed);
        listed(() -> assertThat(service.images()).containsExactly(changed));
        assertThat(tagged(service, before)).isEmpty();
        assertThat(tagged(service, after)).containsExactly(changed);
    }

    @Test
    default void aChangeToNothingNewKeepsTheVersion() {
        TestService service = service();
        ActiveImage image = service.upload(Fresh.tag());

        assertThat(TestService.done(update(service, image.id(), null, null, details -> details)))
                .isEqualTo(image);

        assertThat(service.get(image.id())).contains(image);
    }

    @Test
    default void onlyTheOwnerOrNobodyInParticularMayChange() {
        TestService service = service();
        ImageId id = service.upload().id();

        assertThat(update(service, id, Fresh.user(), null, details -> details.withTitle("theirs")))
                .isInstanceOf(Outcome.NotOwner.class);
        assertThat(service.get(id).orElseThrow().details().title()).isNull();
        assertThat(TestService.done(update(service, id, service.owner(), null, details -> details.withTitle("mine")))
                        .version())
                .isEqualTo(2);
        assertThat(TestService.done(update(service, id, null, null, details -> details.withTitle("nobody's")))
                        .version())
                .isEqualTo(3);
    }

    @Test
    default void aChangeOfAnotherVersionThanExpectedIsAMismatch() {
        TestService service = service();
        ImageId id = service.upload().id();
        TestService.done(update(service, id, null, 1L, details -> details.withTitle("first")));

        assertThat(update(service, id, null, 1L, details -> details.withTitle("second")))
                .isEqualTo(new Outcome.VersionMismatch<>(2));

        assertThat(service.get(id).orElseThrow().details().title()).isEqualTo("first");
    }

    @Test
    default void aChangeThatBreaksLimitsIsRefused() {
        TestService service = service();
        ActiveImage image = service.upload();

        assertThat(update(service, image.id(), null, null, details -> details.withTitle("t".repeat(201))))
                .isInstanceOf(Outcome.Refused.class);

        assertThat(service.get(image.id())).contains(image);
    }

    @Test
    default void whatIsNotThereCannotBeChanged() {
        TestService service = service();
        ImageId trashed = service.upload().id();
        TestService.done(service.cases().deleteImage().delete(trashed, null, null));

        assertThat(update(service, trashed, null, null, details -> details.withTitle("New")))
                .isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    default void changesAtOnceAreAllCarriedOutOneAfterTheOther() {
        TestService service = service();
        ImageId id = service.upload().id();

        List<Outcome<ActiveImage>> outcomes =
                AtOnce.call(4, i -> update(service, id, null, null, details -> withField(details, "field " + i)));

        assertThat(outcomes).allMatch(Outcome.Done.class::isInstance);
        ActiveImage now = service.get(id).orElseThrow();
        assertThat(now.version()).isEqualTo(5);
        assertThat(now.details().custom()).containsOnlyKeys("field 0", "field 1", "field 2", "field 3");
    }

    @Test
    default void ofChangesAtOnceThatExpectTheSameVersionOneWins() {
        TestService service = service();
        ImageId id = service.upload().id();

        List<Outcome<ActiveImage>> outcomes =
                AtOnce.call(8, i -> update(service, id, null, 1L, details -> details.withTitle("title " + i)));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof Outcome.Done))
                .containsOnly(new Outcome.VersionMismatch<>(2));
        assertThat(service.get(id).orElseThrow().version()).isEqualTo(2);
    }

    private static ImageDetails withField(ImageDetails details, String name) {
        TreeMap<String, String> custom = new TreeMap<>(details.custom());
        custom.put(name, "");
        return details.withCustom(custom);
    }

    private static Outcome<ActiveImage> update(
            TestService service,
            ImageId id,
            @Nullable UserId caller,
            @Nullable Long expectedVersion,
            UnaryOperator<ImageDetails> edit) {
        return service.cases().updateImage().update(id, caller, expectedVersion, edit);
    }

    private static List<ActiveImage> tagged(TestService service, Tag tag) {
        return TestService.done(service.cases()
                        .listImages()
                        .list(Asking.ofEverybody().tagged(tag).query(), null, 10))
                .items();
    }
}
