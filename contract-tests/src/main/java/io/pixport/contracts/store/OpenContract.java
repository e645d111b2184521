package io.pixport.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.Fresh;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.RangeOutsideException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading an object, whole or a part. */
public interface OpenContract extends StoreFixture {
    @Test
    default void openingWhatIsNotThereIsEmpty() {
        assertThat(store().open(Fresh.key(), null)).isEmpty();
        assertThat(store().open(Fresh.key(), new ByteRange(0, 9))).isEmpty();
    }

    @Test
    default void theWholeObjectSaysItsRangeAndSize() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(1000);
        put(key, bytes);

        ObjectContent content = store().open(key, null).orElseThrow();

        assertThat(content.range()).isEqualTo(new ByteRange(0, 999));
        assertThat(content.totalSize()).isEqualTo(1000);
        assertThat(StoreFixture.drain(content)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "999,999", "0,499", "400,600", "500,999", "0,999"})
    default void aRangeGivesItsBytesAndNoOthers(long first, long last) {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(1000);
        put(key, bytes);

        ObjectContent content = store().open(key, new ByteRange(first, last)).orElseThrow();

        assertThat(content.range()).isEqualTo(new ByteRange(first, last));
        assertThat(content.totalSize()).isEqualTo(1000);
        assertThat(StoreFixture.drain(content)).isEqualTo(Arrays.copyOfRange(bytes, (int) first, (int) last + 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1000, 1001, 1_000_000, Long.MAX_VALUE - 1})
    default void aLastByteBehindTheEndMeansTheEnd(long last) {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(1000);
        put(key, bytes);

        ObjectContent content = store().open(key, new ByteRange(990, last)).orElseThrow();

        assertThat(content.range()).isEqualTo(new ByteRange(990, 999));
        assertThat(content.totalSize()).isEqualTo(1000);
        assertThat(StoreFixture.drain(content)).isEqualTo(Arrays.copyOfRange(bytes, 990, 1000));
    }

    @ParameterizedTest
    @ValueSource(longs = {1000, 1001, Long.MAX_VALUE - 1})
    default void aRangeThatBeginsBehindTheEndIsOutside(long first) {
        ObjectKey key = Fresh.key();
        put(key, Fresh.bytes(1000));

        assertThatThrownBy(() -> store().open(key, new ByteRange(first, first)))
                .isInstanceOfSatisfying(RangeOutsideException.class, outside -> assertThat(outside.totalSize())
                        .isEqualTo(1000));
    }

    @Test
    default void theRangeOfALargeObjectIsExact() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(PutContract.LARGE);
        put(key, bytes);

        ObjectContent content =
                store().open(key, new ByteRange(1_000_003, 3_000_007)).orElseThrow();

        assertThat(StoreFixture.drain(content)).isEqualTo(Arrays.copyOfRange(bytes, 1_000_003, 3_000_008));
    }

    @Test
    default void eachOpeningReadsFromTheFirstByteByItself() throws IOException {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(1000);
        put(key, bytes);

        try (ObjectContent one = store().open(key, null).orElseThrow();
                ObjectContent other = store().open(key, null).orElseThrow()) {
            one.stream().skipNBytes(500);

            assertThat(other.stream().readAllBytes()).isEqualTo(bytes);
            assertThat(one.stream().readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 500, 1000));
        }
    }

    @Test
    default void whatIsLeftOfARangeIsTransferredToAnOutput() throws IOException {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(PutContract.LARGE);
        put(key, bytes);

        try (ObjectContent content =
                store().open(key, new ByteRange(1_000_003, 3_000_007)).orElseThrow()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.stream().skipNBytes(1000);

            assertThat(content.stream().transferTo(out)).isEqualTo(1_999_005);
            assertThat(out.toByteArray()).isEqualTo(Arrays.copyOfRange(bytes, 1_001_003, 3_000_008));
            assertThat(content.stream().read()).isNegative();
        }
    }

    @Test
    default void whoeverReadsCannotChangeWhatIsStored() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(1000);
        put(key, bytes.clone());

        Arrays.fill(read(key).orElseThrow(), (byte) 0);

        assertThat(read(key)).contains(bytes);
    }

    @Test
    default void whatWasOpenedGivesTheSameBytesToTheEndOrFailsWhenTheObjectIsDeletedMeanwhile() throws IOException {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(PutContract.LARGE);
        put(key, bytes);

        try (ObjectContent content = store().open(key, null).orElseThrow()) {
            byte[] begin = content.stream().readNBytes(1000);
            store().delete(key);
            put(key, Fresh.bytes(PutContract.LARGE));

            assertThat(begin).isEqualTo(Arrays.copyOf(bytes, 1000));
            assertTheRestOrAFailure(content.stream(), Arrays.copyOfRange(bytes, 1000, bytes.length));
        }
    }

    private static void assertTheRestOrAFailure(InputStream stream, byte[] expected) {
        byte[] rest;
        try {
            rest = stream.readAllBytes();
        } catch (IOException promised) {
            return;
        }
        assertThat(rest).isEqualTo(expected);
    }
}
