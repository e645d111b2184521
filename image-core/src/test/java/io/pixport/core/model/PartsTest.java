package io.pixport.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {
    private static final long MIB = 1 << 20;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "8388608, 1, 8388608",
        "8388609, 2, 1",
        "167772160, 20, 8388608",
        "167772161, 20, 8388590",
        "209715200, 20, 10485760",
        "5368709120, 20, 268435456"
    })
    void a_file_has_as_few_parts_of_at_least_8_MiB_as_may_be_and_20_at_most(long total, int count, long last) {
        Parts parts = Parts.of("upload", total);

        assertThat(parts.count()).isEqualTo(count);
        assertThat(parts.size()).isGreaterThanOrEqualTo(8 * MIB);
        assertThat(parts.sizeOf(count)).isEqualTo(last);
        assertThat(IntStream.rangeClosed(1, count).mapToLong(parts::sizeOf).sum())
                .isEqualTo(total);
    }

    @Test
    void every_part_but_the_last_is_of_one_size() {
        Parts parts = new Parts("upload", 25, 10);

        assertThat(IntStream.rangeClosed(1, parts.count()).mapToLong(parts::sizeOf))
                .containsExactly(10L, 10L, 5L);
    }

    @Test
    void parts_without_bytes_are_none() {
        assertThatThrownBy(() -> Parts.of("upload", 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Parts("upload", 1, 0)).isInstanceOf(InvalidValueException.class);
    }
}
