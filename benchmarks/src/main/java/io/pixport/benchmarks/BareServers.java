package io.pixport.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/** How the bare servers of this module are started. */
final class BareServers {
    private BareServers() {}

    /**
     * The arguments of {@code java}.
     *
     * @param jar the jar of this module
     */
    static List<String> arguments(String jar, Class<?> main, String... arguments) {
        return Stream.concat(Stream.of("-cp", jar, main.getName()), Stream.of(arguments))
                .toList();
    }
}
