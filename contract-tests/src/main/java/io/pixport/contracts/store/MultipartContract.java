package io.pixport.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StoredObject;
import io.pixport.core.port.StoredPart;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that arrive in parts. */
public interface MultipartContract extends PartFixture {
    @Test
    default void anObjectIsAssembledInTheOrderOfThePartsWhicheverCameFirst() {
        MultipartUpload upload = begun();
        byte[] bytes = Fresh.bytes(2 * LARGE + 10);
        sendPart(upload, 3, Arrays.copyOfRange(bytes, 2 * LARGE, bytes.length));
        AtOnce.call(2, i -> {
            sendPart(upload, i + 1, Arrays.copyOfRange(bytes, i * LARGE, (i + 1) * LARGE));
            return true;
        });
        assertThat(store().listParts(upload)).extracting(StoredPart::number).containsExactly(1, 2, 3);

        assertThat(assembleAll(upload)).isTrue();

        assertThat(read(upload.key())).contains(bytes);
        assertThat(store().describe(upload.key())).map(StoredObject::size).contains((long) bytes.length);
        ByteRange acrossParts = new ByteRange(LARGE - 3, 2L * LARGE + 2);
        assertThat(StoreFixture.drain(store().open(upload.key(), acrossParts).orElseThrow()))
                .isEqualTo(Arrays.copyOfRange(bytes, LARGE - 3, 2 * LARGE + 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2000})
    default void onePartIsEnoughHoweverSmall(int size) {
        MultipartUpload upload = begun();
        byte[] bytes = Fresh.bytes(size);
        sendPart(upload, 1, bytes);

        assertThat(assembleAll(upload)).isTrue();

        assertThat(read(upload.key())).contains(bytes);
    }

    @Test
    default void untilItIsAssembledAnObjectIsNotThere() {
        MultipartUpload upload = begun();
        sendPart(upload, 1, Fresh.bytes(2000));

        assertThat(store().describe(upload.key())).isEmpty();
        assertThat(store().open(upload.key(), null)).isEmpty();
        ObjectKey before = new ObjectKey(
                upload.key().value().substring(0, upload.key().value().length() - 1));
        assertThat(store().list(before, 1)).extracting(StoredObject::key).doesNotContain(upload.key());
    }

    @Test
    default void whatWasSentLastIsThePart() {
        MultipartUpload upload = begun();
        byte[] bytes = Fresh.bytes(3000);
        sendPart(upload, 1, Fresh.bytes(2000));
        sendPart(upload, 1, bytes);

        assembleAll(upload);

        assertThat(read(upload.key())).contains(bytes);
    }

    @Test
    default void anUploadThatWasAssembledHasEndedWithItsParts() {
        MultipartUpload upload = begun();
        sendPart(upload, 1, Fresh.bytes(2000));
        sendPart(upload, 2, Fresh.bytes(2000));

        assertThat(store().assemble(upload, store().listParts(upload).subList(0, 1)))
                .isTrue();

        assertThat(store().listParts(upload)).isEmpty();
        assertThat(goesOn(upload)).isFalse();
    }

    @Test
    default void assemblingAgainIsTrueAndChangesNothing() {
        MultipartUpload upload = begun();
        byte[] bytes = Fresh.bytes(2000);
        sendPart(upload, 1, bytes);
        List<StoredPart> parts = store().listParts(upload);
        store().assemble(upload, parts);

        assertThat(store().assemble(upload, parts)).isTrue();

        assertThat(read(upload.key())).contains(bytes);
    }

    @Test
    default void manyAssemblingAtOnceMakeOneObject() {
        MultipartUpload upload = begun();
        byte[] bytes = Fresh.bytes(2000);
        sendPart(upload, 1, bytes);
        List<StoredPart> parts = store().listParts(upload);

        assertThat(AtOnce.call(8, i -> store().assemble(upload, parts))).containsOnly(true);

        assertThat(read(upload.key())).contains(bytes);
        assertThat(goesOn(upload)).isFalse();
    }

    @Test
    default void aPartThatWasSentAgainSinceItWasListedIsNotAssembledAndTheUploadGoesOn() {
        MultipartUpload upload = begun();
        sendPart(upload, 1, Fresh.bytes(2000));
        List<StoredPart> before = store().listParts(upload);
        byte[] bytes = Fresh.bytes(2000);
        sendPart(upload, 1, bytes);

        assertThat(store().assemble(upload, before)).isFalse();

        assertThat(store().describe(upload.key())).isEmpty();
        assertThat(assembleAll(upload)).isTrue();
        assertThat(read(upload.key())).contains(bytes);
    }

    @Test
    default void whatATakenKeyHasStaysAndTheUploadGoesOn() {
        MultipartUpload upload = begun();
        byte[] taken = Fresh.bytes(1000);
        put(upload.key(), taken);
        sendPart(upload, 1, Fresh.bytes(2000));

        assertThat(assembleAll(upload)).isTrue();

        assertThat(read(upload.key())).contains(taken);
        assertThat(goesOn(upload)).isTrue();
    }

    @Test
    default void anAbortedUploadHasNoPartsAndCannotBeAssembled() {
        MultipartUpload upload = begun();
        sendPart(upload, 1, Fresh.bytes(2000));
        List<StoredPart> parts = store().listParts(upload);

        store().abort(upload);
        store().abort(upload);

        assertThat(goesOn(upload)).isFalse();
        assertThat(store().listParts(upload)).isEmpty();
        assertThat(store().assemble(upload, parts)).isFalse();
        assertThat(store().describe(upload.key())).isEmpty();
    }

    @Test
    default void anObjectThatWasAssembledStaysWhenItsUploadIsAborted() {
        MultipartUpload upload = begun();
        byte[] bytes = Fresh.bytes(2000);
        sendPart(upload, 1, bytes);
        assembleAll(upload);

        store().abort(upload);

        assertThat(read(upload.key())).contains(bytes);
    }

    @Test
    default void eachBeginningIsAnUploadOfItsOwn() {
        MultipartUpload first = begun();
        MultipartUpload second = store().begin(first.key(), ImageFormat.PNG);
        sendPart(first, 1, Fresh.bytes(2000));
        byte[] bytes = Fresh.bytes(2000);
        sendPart(second, 1, bytes);
        assertThat(uploadsTo(first.key())).containsExactlyInAnyOrder(first, second);

        store().abort(first);

        assertThat(uploadsTo(first.key())).containsExactly(second);
        assertThat(assembleAll(second)).isTrue();
        assertThat(read(first.key())).contains(bytes);
    }

    @Test
    default void everyUploadIsSeenOnceFromPageToPageInTheOrderOfTheKeys() {
        List<ObjectKey> keys = StoreFixture.keys(5);
        keys.reversed().forEach(key -> store().begin(key, ImageFormat.PNG));
        MultipartUpload before =
                new MultipartUpload(new ObjectKey(keys.getFirst().value().substring(0, 30)), "0");

        List<MultipartUpload> first = store().listUploads(before, 2);
        List<MultipartUpload> second = store().listUploads(first.getLast(), 2);
        List<MultipartUpload> third = store().listUploads(second.getLast(), 1);

        assertThat(List.of(first, second, third))
                .flatExtracting(page -> page)
                .extracting(MultipartUpload::key)
                .isEqualTo(keys);
    }

    @Test
    default void whatIsOutOfBoundsIsNotDone() {
        MultipartUpload upload = begun();
        sendPart(upload, 1, Fresh.bytes(2000));
        sendPart(upload, 2, Fresh.bytes(2000));
        List<StoredPart> parts = store().listParts(upload);

        assertThatIllegalArgumentException().isThrownBy(() -> store().assemble(upload, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> store().assemble(upload, parts));
        assertThatIllegalArgumentException().isThrownBy(() -> store().assemble(upload, parts.reversed()));
        assertThatIllegalArgumentException().isThrownBy(() -> store().listUploads(null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> store().listUploads(null, 1001));

        assertThat(store().listParts(upload)).isEqualTo(parts);
        assertThat(store().describe(upload.key())).isEmpty();
    }
}
