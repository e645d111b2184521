package io.pixport.contracts.http;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is said of answers. */
final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {
    private static final Set<String> PROBLEM_MEMBERS = Set.of("type", "title", "status", "detail", "instance", "error");
    private static final Set<String> MORE_MEMBERS = Set.of("errors", "limit", "url");

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private AnswerAssert(Answer answer) {
        super(answer, AnswerAssert.class);
    }

    static AnswerAssert assertThat(Answer answer) {
        return new AnswerAssert(answer);
    }

    AnswerAssert hasStatus(int status) {
        if (actual.status() != status) {
            failWithMessage("expected status %d, got %s", status, actual);
        }
        return this;
    }

    AnswerAssert hasHeader(String name, String value) {
        Assertions.assertThat(actual.headers().all(name)).as(name).containsExactly(value);
        return this;
    }

    /** The {@code Location} is this path, behind what a gateway may have before all of them. */
    AnswerAssert isLocatedAt(String path) {
        Assertions.assertThat(actual.header("Location")).endsWith(path);
        return this;
    }

    AnswerAssert hasNoHeader(String name) {
        Assertions.assertThat(actual.headers().all(name)).as(name).isEmpty();
        return this;
    }

    /** @param pointer into the JSON (RFC 6901) */
    AnswerAssert has(String pointer, @Nullable Object value) {
        if (!Objects.equals(actual.at(pointer), value)) {
            failWithMessage("expected %s to be <%s>, got %s", pointer, value, actual);
        }
        return this;
    }

    /** A time with three decimals of a second, also where they are zeros, which {@link Instant#toString} leaves out. */
    AnswerAssert hasTime(String pointer, Instant time) {
        return has(pointer, MILLISECONDS.format(time));
    }

    /** An object with these members and no others. */
    AnswerAssert hasOnlyMembers(String pointer, Set<String> names) {
        Assertions.assertThat(members(actual.json().at(pointer)))
                .as("members at '%s'", pointer)
                .isEqualTo(names);
        return this;
    }

    /** A problem document (RFC 9457) of this status, with everything that every one of them has. */
    AnswerAssert isProblem(int status) {
        hasStatus(status);
        hasHeader("Content-Type", "application/problem+json");
        Set<String> members = new TreeSet<>(members(actual.json()));
        Assertions.assertThat(members).containsAll(PROBLEM_MEMBERS);
        members.removeAll(PROBLEM_MEMBERS);
        Assertions.assertThat(MORE_MEMBERS).containsAll(members);
        has("/status", status);
        has("/error", actual.textAt("/detail"));
        Assertions.assertThat(actual.textAt("/type")).matches("[a-z]+:\\S+");
        Assertions.assertThat(actual.textAt("/title")).isNotBlank();
        Assertions.assertThat(actual.textAt("/detail")).isNotBlank();
        Assertions.assertThat(actual.textAt("/instance")).isNotBlank();
        return this;
    }

    /** One of the errors is about this field. */
    AnswerAssert naming(String field) {
        Assertions.assertThat(actual.json().at("/errors").valueStream().map(error -> error.path("field")
                        .asString("")))
                .as("fields named by %s", actual)
                .contains(field);
        return this;
    }

    /** The detail has these words in it, in any case. */
    AnswerAssert saying(String words) {
        Assertions.assertThat(actual.textAt("/detail")).containsIgnoringCase(words);
        return this;
    }

    private static Set<String> members(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }
}
