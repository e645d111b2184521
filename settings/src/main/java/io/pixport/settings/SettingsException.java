package io.pixport.settings;

import java.util.List;

/** The environment does not say what an entry needs to know; each problem is a sentence that names a variable. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** @param problems everything that is wrong, each a sentence */
    public SettingsException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, not only the first. */
    public List<String> problems() {
        return problems;
    }
}
