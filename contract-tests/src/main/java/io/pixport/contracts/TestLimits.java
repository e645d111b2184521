package io.pixport.contracts;

import io.pixport.core.model.Limits;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Limits for tests. */
public final class TestLimits {
    private TestLimits() {}

    /**
     * The default limits, but for some.
     *
     * @param changes by the names of components of {@link Limits}
     */
    public static Limits but(Map<String, Object> changes) {
        Map<String, Object> left = new HashMap<>(changes);
        Object[] values = Stream.of(Limits.class.getRecordComponents())
                .map(component ->
                        left.containsKey(component.getName()) ? left.remove(component.getName()) : byDefault(component))
                .toArray();
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("no limits: " + left.keySet());
        }
        try {
            return (Limits) Limits.class.getConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object byDefault(RecordComponent component) {
        try {
            return component.getAccessor().invoke(Limits.DEFAULTS);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
