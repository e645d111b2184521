package io.pixport.settings;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads variables one by one, and remembers what is wrong with them instead of stopping at the first. */
final class Environment {
    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    Environment(Map<String, String> values) {
        this.values = values;
    }

    /** What has been wrong so far. */
    List<String> problems() {
        return problems;
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    boolean isSet(Variable variable) {
        return value(variable) != null;
    }

    /** Whether the SDK of AWS is told by the environment who is asking. */
    boolean hasAwsCredentials() {
        return values.containsKey("AWS_ACCESS_KEY_ID") || values.containsKey("AWS_PROFILE");
    }

    String text(Variable variable) {
        return read(variable, "a text", Function.identity());
    }

    @Nullable String textOrNull(Variable variable) {
        return readOrNull(variable, "a text", Function.identity());
    }

    long number(Variable variable, long min, long max) {
        return read(variable, "a number from " + min + " to " + max, text -> between(text, min, max));
    }

    int integer(Variable variable, int min, int max) {
        return (int) number(variable, min, max);
    }

    Duration seconds(Variable variable, int min) {
        int max = Integer.MAX_VALUE;
        String expected = "a number of seconds from " + min + " to " + max;
        return read(variable, expected, text -> Duration.ofSeconds(between(text, min, max)));
    }

    boolean flag(Variable variable) {
        return read(variable, "true or false", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off", "" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    <E extends Enum<E>> E choice(Variable variable, Class<E> type) {
        String expected = Stream.of(type.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        return read(variable, expected, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    List<String> list(Variable variable) {
        return split(text(variable));
    }

    /** The entries of a comma-separated list; blank ones do not count. */
    static List<String> split(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    @Nullable URI urlOrNull(Variable variable) {
        return readOrNull(variable, "a URL like https://images.example.com", Environment::url);
    }

    /**
     * What the parser makes of the variable, or of its default when it is not set or wrong.
     *
     * @param parser throws any exception for a text that is not what is expected; takes the variable's default
     */
    <T> T read(Variable variable, String expected, Function<String, T> parser) {
        T parsed = readOrNull(variable, expected, parser);
        return parsed == null ? parser.apply(variable.fallback()) : parsed;
    }

    /** What the parser makes of the variable; null when it is not set or wrong. */
    <T> @Nullable T readOrNull(Variable variable, String expected, Function<String, T> parser) {
        String value = value(variable);
        if (value == null) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (RuntimeException e) {
            problem(refused(variable, value, expected));
            return null;
        }
    }

    private String refused(Variable variable, String value, String expected) {
        String shown = variable.secret() ? "not " + expected : "\"" + value + "\", which is not " + expected;
        return name(variable) + " is " + shown + ".";
    }

    /** The name by which it is set. */
    private String name(Variable variable) {
        return setNames(variable).keySet().iterator().next();
    }

    private @Nullable String value(Variable variable) {
        Map<String, String> set = setNames(variable);
        if (set.isEmpty()) {
            return null;
        }
        if (!set.containsKey(variable.key()) && set.values().stream().distinct().count() > 1) {
            String sentence = "%s disagree; set one of them, or %s."
                    .formatted(String.join(" and ", set.keySet()), variable.key());
            if (!problems.contains(sentence)) {
                problem(sentence);
            }
        }
        return set.values().iterator().next();
    }

    /** Its names that are set to something, in order of precedence, with their values. */
    private Map<String, String> setNames(Variable variable) {
        Map<String, String> set = new LinkedHashMap<>();
        Stream.concat(Stream.of(variable.key()), variable.aliases().stream()).forEach(name -> {
            String value = values.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                set.put(name, value);
            }
        });
        return set;
    }

    private static long between(String text, long min, long max) {
        long number = Long.parseLong(text);
        if (number < min || number > max) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        if (url.getHost() == null
                || url.getQuery() != null
                || !String.valueOf(url.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(text);
        }
        return url;
    }
}
