package io.pixport.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.Payload;
import io.pixport.core.port.StorageException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Storing an object. */
public interface PutContract extends StoreFixture {
    int WRITERS = 16;
    int LARGE = 5 * 1024 * 1024;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1023, 65_536, 65_537, LARGE})
    default void whatIsPutIsThereAsSoonAsPutReturns(int size) {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(size);

        assertThat(put(key, bytes)).isTrue();

        assertThat(read(key)).contains(bytes);
    }

    @Test
    default void putAgainWithTheSameBytesIsTrueAndChangesNothing() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(2000);
        put(key, bytes);

        assertThat(put(key, bytes)).isTrue();

        assertThat(read(key)).contains(bytes);
    }

    @Test
    default void putOnATakenKeyWithOtherBytesIsFalseAndTheFirstStay() {
        ObjectKey key = Fresh.key();
        byte[] first = Fresh.bytes(2000);
        put(key, first);

        assertThat(put(key, Fresh.bytes(2000))).isFalse();
        assertThat(put(key, Fresh.bytes(1))).isFalse();

        assertThat(read(key)).contains(first);
    }

    @Test
    default void aKeyIsFreeAgainAfterItsObjectWasDeleted() {
        ObjectKey key = Fresh.key();
        byte[] second = Fresh.bytes(100);
        put(key, Fresh.bytes(100));
        store().delete(key);

        assertThat(put(key, second)).isTrue();

        assertThat(read(key)).contains(second);
    }

    @Test
    default void ofManyPuttingDifferentBytesUnderOneKeyAtOnceOneWins() {
        ObjectKey key = Fresh.key();
        List<byte[]> offered =
                IntStream.range(0, WRITERS).mapToObj(i -> Fresh.bytes(4000)).toList();

        List<Boolean> answers = AtOnce.call(WRITERS, i -> put(key, offered.get(i)));

        assertThat(answers).containsOnlyOnce(true);
        assertThat(read(key)).contains(offered.get(answers.indexOf(true)));
    }

    @Test
    default void manyPuttingTheSameBytesUnderOneKeyAtOnceAllHearTrue() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(4000);

        List<Boolean> answers = AtOnce.call(WRITERS, i -> put(key, bytes));

        assertThat(answers).hasSize(WRITERS).containsOnly(true);
        assertThat(read(key)).contains(bytes);
    }

    @Test
    default void everyStreamOfThePayloadIsClosedButNotThePayload() {
        WatchedPayload payload = WatchedPayload.of(Fresh.bytes(100_000));

        assertThat(store().put(Fresh.key(), payload, ImageFormat.JPEG)).isTrue();

        assertThat(payload.opened()).isPositive();
        assertThat(payload.streamsClosed()).isEqualTo(payload.opened());
        assertThat(payload.isClosed()).isFalse();
    }

    @Test
    default void thePayloadIsNotKept() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(3000);
        byte[] asPut = bytes.clone();
        put(key, bytes);

        bytes[0]++;
        bytes[2999]++;

        assertThat(read(key)).contains(asPut);
    }

    @Test
    default void bytesFewerThanThePayloadsSizeAreRefused() {
        byte[] bytes = Fresh.bytes(1000);
        assertRefused(new BytesPayload(bytes, 1001, Digests.sha256(bytes)));
    }

    @Test
    default void bytesMoreThanThePayloadsSizeAreRefused() {
        byte[] bytes = Fresh.bytes(1000);
        assertRefused(new BytesPayload(bytes, 999, Digests.sha256(bytes)));
    }

    @Test
    default void bytesOfAnotherDigestAreRefused() {
        assertRefused(new BytesPayload(Fresh.bytes(1000), 1000, Digests.sha256(Fresh.bytes(1000))));
    }

    @Test
    default void aPayloadThatStatesAnotherSizeOrDigestThanATakenKeyHasIsNotTrue() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(1000);
        put(key, bytes);

        assertThat(put(key, Arrays.copyOf(bytes, 999))).isFalse();
        assertThat(put(key, Arrays.copyOf(bytes, 1001))).isFalse();
        bytes[500]++;
        assertThat(put(key, bytes)).isFalse();
    }

    @Test
    default void aPayloadThatBreaksOffHalfWayLeavesNothing() {
        byte[] bytes = Fresh.bytes(200_000);
        WatchedPayload payload = WatchedPayload.breakingAt(100_000, bytes);

        assertRefused(payload);

        assertThat(payload.streamsClosed()).isEqualTo(payload.opened());
    }

    @Test
    default void theKeyOfAPayloadThatBrokeOffIsStillFree() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(2000);
        assertThatIsFailed(key, WatchedPayload.breakingAt(1000, bytes));

        assertThat(put(key, bytes)).isTrue();

        assertThat(read(key)).contains(bytes);
    }

    @Test
    default void aPayloadWithoutBytesIsRefused() {
        ObjectKey key = Fresh.key();

        assertThatIllegalArgumentException().isThrownBy(() -> put(key, new byte[0]));

        assertThat(store().describe(key)).isEmpty();
    }

    private void assertRefused(Payload payload) {
        ObjectKey key = Fresh.key();

        assertThatIsFailed(key, payload);

        assertThat(store().describe(key)).isEmpty();
        assertThat(read(key)).isEmpty();
        assertThat(store().list(
                                new ObjectKey(
                                        key.value().substring(0, key.value().length() - 1)),
                                1))
                .noneMatch(object -> object.key().equals(key));
    }

    private void assertThatIsFailed(ObjectKey key, Payload payload) {
        StorageException refusal =
                catchThrowableOfType(StorageException.class, () -> store().put(key, payload, ImageFormat.PNG));
        assertThat(refusal).as("what put throws").isNotNull();
        assertThat(refusal.kind()).isEqualTo(StorageException.Kind.FAILED);
    }
}
