package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.core.port.ByteRange;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=0-100, 0, 99",
        "bytes=5-, 5, 99",
        "bytes=99-, 99, 99",
        "bytes=-1, 99, 99",
        "bytes=-100, 0, 99",
        "bytes=-1000, 0, 99",
        "'Bytes = 1-2', 1, 2",
        "bytes=7-999999999999999999, 7, 99"
    })
    void one_range_is_cut_to_what_there_is(String header, long first, long last) {
        assertThat(Ranges.parse(header, 100)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=-",
                "bytes=5-4",
                "bytes=0-1,3-4",
                "bytes=a-b",
                "lines=0-1",
                "bytes",
                "",
                "bytes=--1",
                "bytes=0x1-2",
                "bytes=99999999999999999999-"
            })
    void what_is_not_one_range_of_bytes_is_ignored(String header) {
        assertThat(Ranges.parse(header, 100)).isEmpty();
    }

    @Test
    void no_header_means_all_bytes() {
        assertThat(Ranges.parse(null, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=999999999999999999-"})
    void a_range_that_is_wholly_outside_is_416_and_says_the_size(String header) {
        assertThatThrownBy(() -> Ranges.parse(header, 100)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().type()).isEqualTo(ProblemType.RANGE_NOT_SATISFIABLE);
            assertThat(e.problem().headers().first("Content-Range")).contains("bytes */100");
        });
    }

    @Property
    void what_a_range_asks_for_is_what_it_gives_or_it_is_refused(
            @ForAll @LongRange(min = 0, max = 50) long first,
            @ForAll @LongRange(min = 0, max = 50) long last,
            @ForAll @LongRange(min = 1, max = 40) long size) {
        String header = "bytes=" + first + "-" + last;
        String outcome;
        try {
            Optional<ByteRange> range = Ranges.parse(header, size);
            outcome = range.isPresent() ? "given" : "ignored";
            assertThat(range.isPresent()).isEqualTo(first <= last);
            range.ifPresent(given -> assertThat(given).isEqualTo(new ByteRange(first, Math.min(last, size - 1))));
        } catch (ProblemException outside) {
            outcome = "outside";
            assertThat(first).isGreaterThanOrEqualTo(size);
        }
        Statistics.label("range").collect(outcome).coverage(coverage -> {
            coverage.check("given").percentage(p -> p > 10);
            coverage.check("outside").percentage(p -> p > 1);
            coverage.check("ignored").percentage(p -> p > 1);
        });
    }
}
