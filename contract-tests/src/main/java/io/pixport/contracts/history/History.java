package io.pixport.contracts.history;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happens, step by step. Its text is Java, to be kept among {@link KnownHistories}.
 *
 * @param trash whether what is deleted can be restored for a while
 */
record History(boolean trash, List<Turn> turns) {
    History(boolean trash, Turn... turns) {
        this(trash, List.of(turns));
    }

    @Override
    public String toString() {
        return turns.stream()
                .map(turn -> "        " + java(turn))
                .collect(Collectors.joining(",\n", "new History(\n        " + trash + ",\n", ")"));
    }

    private static String java(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Duration duration -> "Duration.ofMillis(" + duration.toMillis() + ")";
            case Enum<?> constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name();
            case List<?> list -> java("List.of", list.stream());
            case Collection<?> set -> java("Set.of", set.stream());
            case Record made ->
                java(
                        "new " + made.getClass().getSimpleName(),
                        Stream.of(made.getClass().getRecordComponents()).map(component -> component(made, component)));
            default -> value.toString();
        };
    }

    private static String java(String call, Stream<? extends @Nullable Object> arguments) {
        return arguments.map(History::java).collect(Collectors.joining(", ", call + "(", ")"));
    }

    private static @Nullable Object component(Record made, RecordComponent component) {
        try {
            return component.getAccessor().invoke(made);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
