package io.pixport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.benchmarks.Section.Ratio;
import io.pixport.benchmarks.Section.Row;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
    private static final Section UPLOADS = section(0.36, 0.34, 0.41);

    private static Section section(double ratio, double min, double max) {
        List<Row> rows = List.of(
                new Row("Pixport", Map.of("a second", Spread.of(List.of(1_287.0, 1_369.0, 1_377.0)))),
                new Row("bare Jetty", Map.of("CPU, ms", Spread.of(List.of(0.25)))));
        Ratio toJetty =
                new Ratio("Pixport", "bare Jetty", "a second", new Spread(min, ratio, max, 3), Wanted.atLeast(0.8));
        return new Section(
                "uploads", "benchmarks/uploads.sh", LocalDate.of(2026, 11, 21), "2 cores", rows, List.of(toJetty));
    }

    @Test
    void figuresAreShownWithTheirSpreadAndRatiosWithWhatWasAskedFor() {
        assertThat(UPLOADS.markdown()).isEqualTo("""
                `benchmarks/uploads.sh`, 2026-11-21: 2 cores.

                | | a second | CPU, ms |
                |---|---:|---:|
                | Pixport | 1,369 (1,287 to 1,377) |  |
                | bare Jetty |  | 0.25 |

                | | ratio | asked for |
                |---|---:|---:|
                | Pixport, of bare Jetty (a second) | 0.36 (0.34 to 0.41) | at least 0.80: **missed** |""");
    }

    @Test
    void figuresTakeThePlaceOfThoseBeforeAndLeaveTheWords() {
        String document = "Words.\n<!-- uploads -->\nold\n<!-- /uploads -->\nMore words.\n";

        String written = Report.with(UPLOADS, document);

        assertThat(written).startsWith("Words.\n<!-- uploads -->\n\n`benchmarks/uploads.sh`");
        assertThat(written)
                .endsWith("**missed** |\n\n<!-- /uploads -->\nMore words.\n")
                .doesNotContain("old");
        assertThat(Report.with(UPLOADS, written)).isEqualTo(written);
    }

    @Test
    void figuresThatHaveNoPlaceAreRefused() {
        assertThatThrownBy(() -> Report.with(UPLOADS, "Words.\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<!-- uploads -->");
    }

    @Test
    void whatIsWrittenIsReadAgain(@TempDir Path directory) throws Exception {
        UPLOADS.write(directory);

        assertThat(Section.readAll(directory)).containsExactly(UPLOADS);
    }

    @Test
    void aRatioIsWorseIfItIsWorseByATenthInAllOfItsRuns() {
        assertThat(isWorse(section(0.30, 0.29, 0.31))).isTrue();
        assertThat(isWorse(section(0.30, 0.29, 0.35))).as("as some run before").isFalse();
        assertThat(isWorse(section(0.33, 0.329, 0.331)))
                .as("by less than a tenth")
                .isFalse();
        assertThat(isWorse(section(0.50, 0.49, 0.51))).as("better").isFalse();
    }

    private static boolean isWorse(Section now) {
        List<Compare.Change> changes = Compare.changes(List.of(UPLOADS), List.of(now));
        assertThat(changes).hasSize(1);
        return changes.getFirst().isWorse();
    }
}
