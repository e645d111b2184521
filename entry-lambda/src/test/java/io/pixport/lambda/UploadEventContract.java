package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.faults.Faults.Step;
import io.pixport.contracts.usecase.TestService;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.RejectedImage;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StorageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the function makes of new objects, over any stores. */
interface UploadEventContract {
    byte[] IMAGE = ImageMaker.png(60, 50);

    /** Uploads of nobody else. */
    UploadEvents events();

    @ParameterizedTest
    @EnumSource(Method.class)
    default void whatArrivesForAReservationBecomesItsImage(Method method) {
        UploadEvents events = events();
        ImageId id = events.reserve(method, IMAGE);
        ObjectKey key = UploadEvents.key(method, id);
        events.put(key, IMAGE);

        assertThat(events.tell(key.value())).isEqualTo("{\"status\":\"active\"}");

        assertThat(events.upload(id)).isInstanceOf(ActiveImage.class);
        assertThat(events.read(ObjectKey.of(id))).contains(IMAGE);
        assertThat(events.read(ObjectKey.uploaded(id))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void anEventThatComesAgainChangesNothing(Method method) {
        UploadEvents events = events();
        ImageId id = events.reserve(method, IMAGE);
        ObjectKey key = UploadEvents.key(method, id);
        events.put(key, IMAGE);
        events.tell(key.value());
        Object image = events.upload(id);
        events.clock().advance(Duration.ofSeconds(1));

        assertThat(events.tell(key.value())).contains("active");

        assertThat(events.upload(id)).isEqualTo(image);
        assertThat(events.read(ObjectKey.of(id))).contains(IMAGE);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void whatIsNoImageIsRejectedAndRemovedAndStaysSo(Method method) {
        UploadEvents events = events();
        byte[] text = Fresh.bytes(2000);
        ImageId id = events.reserve(method, text);
        ObjectKey key = UploadEvents.key(method, id);
        events.put(key, text);

        assertThat(events.tell(key.value())).isEqualTo("{\"status\":\"rejected\"}");
        assertThat(events.tell(key.value())).contains("rejected");

        assertThat(events.upload(id)).isInstanceOf(RejectedImage.class);
        assertThat(events.read(key)).isEmpty();
    }

    @Test
    default void theServicesOwnUploadsStayAsTheyAre() throws IOException {
        UploadEvents events = events();
        ActiveImage image = TestService.done(events.service()
                .uploadImage()
                .upload(
                        events.service().ids().next(),
                        events.owner(),
                        null,
                        ImageDetails.NONE,
                        TestService.done(events.service().receiveImage().receive(new ByteArrayInputStream(IMAGE)))));

        assertThat(events.tell(ObjectKey.of(image.id()).value())).contains("active");

        assertThat(events.upload(image.id())).isEqualTo(image);
        assertThat(events.read(ObjectKey.of(image.id()))).contains(IMAGE);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void bytesWithoutAReservationAreLeftToTheReconciler(Method method) {
        UploadEvents events = events();
        ObjectKey key = UploadEvents.key(method, UploadEvents.freshId());
        events.put(key, IMAGE);

        assertThat(events.tell(key.value())).isEqualTo("{\"status\":\"none\"}");

        assertThat(events.read(key)).contains(IMAGE);
    }

    @Test
    default void anExpiredReservationIsNotCompleted() {
        UploadEvents events = events();
        ImageId id = events.reserve(Method.POST, IMAGE);
        events.put(ObjectKey.uploaded(id), IMAGE);
        events.clock().advance(Duration.ofHours(1));

        assertThat(events.tell(ObjectKey.uploaded(id).value())).contains("none");

        assertThat(events.read(ObjectKey.of(id))).isEmpty();
    }

    @Test
    default void anObjectThatIsGoneWhenItsEventComesLeavesTheReservationOpen() {
        UploadEvents events = events();
        ImageId id = events.reserve(Method.POST, IMAGE);

        assertThat(events.tell(ObjectKey.uploaded(id).value())).contains("none");

        assertThat(events.upload(id)).isInstanceOf(PendingImage.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example-key", "logs/a b+c%20ü.txt", "images/", "uploads/../x"})
    default void objectsOfOthersInTheBucketAreNothing(String key) {
        assertThat(events().tell(key)).isEqualTo("{\"status\":\"none\"}");
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"FIND", "OPEN", "UPDATE"})
    default void anOutageIsThrownAndTheEventThatComesAgainCompletes(Step step) {
        UploadEvents events = events();
        ImageId id = events.reserve(Method.PUT, IMAGE);
        String key = ObjectKey.of(id).value();
        events.put(ObjectKey.of(id), IMAGE);

        events.faults().failBefore(step);
        assertThatThrownBy(() -> events.tell(key)).isInstanceOf(StorageException.class);
        assertThat(events.upload(id)).isInstanceOf(PendingImage.class);
        assertThat(events.tell(key)).contains("active");

        assertThat(events.upload(id)).isInstanceOf(ActiveImage.class);
    }
}
