package io.pixport.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Header fields (RFC 9110, section 5): names in any case, each with one or more values in the order they came. A value
 * never has a line break: one that would is refused when it is added.
 */
public final class Headers {
    private final Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Fields that begin empty, or with what is given. */
    public static Headers of(String... namesAndValues) {
        Headers headers = new Headers();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    /** @throws IllegalArgumentException when the value has a line break */
    public Headers add(String name, String value) {
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("the header " + name + " has a line break");
        }
        fields.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
        return this;
    }

    /** @throws IllegalArgumentException when the value has a line break */
    public Headers set(String name, String value) {
        fields.remove(name);
        return add(name, value);
    }

    /** The first value of a field. */
    public Optional<String> first(String name) {
        List<String> values = fields.get(name);
        return values == null ? Optional.empty() : Optional.of(values.getFirst());
    }

    /** All values of a field; empty when there is none. */
    public List<String> all(String name) {
        return Collections.unmodifiableList(fields.getOrDefault(name, List.of()));
    }

    public boolean contains(String name) {
        return fields.containsKey(name);
    }

    /** Every value of every field. */
    public void forEach(BiConsumer<String, String> action) {
        fields.forEach((name, values) -> values.forEach(value -> action.accept(name, value)));
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        return fields.keySet().toString().toLowerCase(Locale.ROOT);
    }
}
