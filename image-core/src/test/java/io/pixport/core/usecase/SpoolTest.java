package io.pixport.core.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.core.port.StorageException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    private static final int THRESHOLD = 100_000;

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, THRESHOLD - 1, THRESHOLD, THRESHOLD + 1, 3 * THRESHOLD})
    void what_was_spooled_can_be_read_again_and_again_and_is_gone_when_closed(int size) throws IOException {
        byte[] bytes = bytes(size);
        try (Spool.Spooled spooled = spool().take(new ByteArrayInputStream(bytes), (buffer, length) -> true)) {
            assertThat(spooled.size()).isEqualTo(size);
            for (int i = 0; i < 2; i++) {
                try (InputStream in = spooled.open()) {
                    assertThat(in.readAllBytes()).isEqualTo(bytes);
                }
            }
        }
        assertThat(files()).isZero();
    }

    @Test
    void the_observer_sees_every_byte_and_ends_the_reading() throws IOException {
        byte[] bytes = bytes(3 * THRESHOLD);
        long[] seen = {0};
        InputStream in = new ByteArrayInputStream(bytes);
        try (Spool.Spooled spooled = spool().take(in, (buffer, length) -> {
            seen[0] += length;
            return seen[0] < THRESHOLD;
        })) {
            assertThat(spooled.size()).isEqualTo(seen[0]);
            assertThat(in.available()).isPositive();
        }
        assertThat(files()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, THRESHOLD + 10})
    void a_stream_that_fails_leaves_nothing_behind(int after) {
        assertThatThrownBy(() -> spool().take(failingAfter(after), (buffer, length) -> true))
                .isInstanceOf(IOException.class)
                .hasMessage("hung up");
        assertThat(files()).isZero();
    }

    @Test
    void an_observer_that_fails_leaves_nothing_behind() {
        InputStream in = new ByteArrayInputStream(bytes(3 * THRESHOLD));
        long[] seen = {0};
        assertThatThrownBy(() -> spool().take(in, (buffer, length) -> {
                    seen[0] += length;
                    if (seen[0] > 2 * THRESHOLD) {
                        throw new IllegalStateException("broken");
                    }
                    return true;
                }))
                .hasMessage("broken");
        assertThat(files()).isZero();
    }

    @Test
    void a_directory_that_cannot_be_used_is_a_full_store_as_soon_as_there_is_more_than_fits_in_memory()
            throws IOException {
        Spool spool = new Spool(directory.resolve("missing"), THRESHOLD);

        try (Spool.Spooled inMemory =
                spool.take(new ByteArrayInputStream(bytes(THRESHOLD)), (buffer, length) -> true)) {
            assertThat(inMemory.size()).isEqualTo(THRESHOLD);
        }
        assertThatThrownBy(() -> spool.take(new ByteArrayInputStream(bytes(THRESHOLD + 1)), (buffer, length) -> true))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.FULL));
    }

    @Test
    void several_can_read_at_once() throws IOException {
        byte[] bytes = bytes(2 * THRESHOLD);
        try (Spool.Spooled spooled = spool().take(new ByteArrayInputStream(bytes), (buffer, length) -> true);
                InputStream one = spooled.open();
                InputStream other = spooled.open()) {
            assertThat(one.readNBytes(THRESHOLD)).isEqualTo(Arrays.copyOf(bytes, THRESHOLD));
            assertThat(other.readAllBytes()).isEqualTo(bytes);
            assertThat(one.read()).isEqualTo(bytes[THRESHOLD] & 0xFF);
        }
    }

    private Spool spool() {
        return new Spool(directory, THRESHOLD);
    }

    private long files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream failingAfter(int size) {
        return new FilterInputStream(new ByteArrayInputStream(bytes(size))) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                if (read < 0) {
                    throw new IOException("hung up");
                }
                return read;
            }
        };
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
