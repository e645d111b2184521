package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is wrong with the fields of a request, gathered so that a client learns of it all at once. */
final class FieldErrors {
    private static final int MAX_TOLD = 100;

    private final List<Violation> violations;
    private final String prefix;

    FieldErrors() {
        this(new ArrayList<>(), "");
    }

    private FieldErrors(List<Violation> violations, String prefix) {
        this.violations = violations;
        this.prefix = prefix;
    }

    /** The same errors, to which fields of this one are added by their own names. */
    FieldErrors within(String field) {
        return new FieldErrors(violations, prefix + field + ".");
    }

    void add(String field, String message) {
        add(Violation.invalid(field, message));
    }

    /** @param expected such as "a string" */
    void wrongType(String field, String expected, JsonNode value) {
        add(field, field + " must be " + expected + ", got " + Json.kind(value));
    }

    void add(Violation violation) {
        if (violations.size() < MAX_TOLD) {
            violations.add(violation.about(prefix + violation.field()));
        }
    }

    void addAll(Collection<Violation> found) {
        found.forEach(this::add);
    }

    /** What becomes of a text; null when it is absent, and when it is refused, which is noted. */
    <T> @Nullable T value(String field, @Nullable String text, Function<String, T> type) {
        if (text == null) {
            return null;
        }
        try {
            return type.apply(text);
        } catch (InvalidValueException e) {
            add(field, e.getMessage());
            return null;
        }
    }

    /** @throws ProblemException for everything noted so far */
    void throwIfAny() {
        if (!violations.isEmpty()) {
            throw Problem.refused(violations);
        }
    }
}
