package io.pixport.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README and the code tell the same of the settings. */
final class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final String HEADING = "| variable | default | what it is |";

    @Test
    void the_table_of_settings_is_that_of_the_code() throws IOException {
        List<String> table = Files.readAllLines(README).stream()
                .dropWhile(line -> !line.equals(HEADING))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(table)
                .containsExactlyElementsOf(
                        Stream.of(Variable.values()).map(Variable::row).toList());
    }
}
