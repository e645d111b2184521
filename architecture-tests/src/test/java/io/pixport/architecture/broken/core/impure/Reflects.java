package io.pixport.architecture.broken.core.impure;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

@Breaks(Rule.CORE_USES_NO_REFLECTION)
final class Reflects {
    private Reflects() {}

    static Class<?> byName() throws ClassNotFoundException {
        return Class.forName("java.lang.String");
    }

    static Object instance(Class<?> type) throws ReflectiveOperationException {
        return type.getDeclaredConstructor().newInstance();
    }

    static Object called(Method method, Object target) throws ReflectiveOperationException {
        return method.invoke(target);
    }

    static MethodHandles.Lookup lookup() {
        return MethodHandles.lookup();
    }

    static @Nullable ClassLoader loader() {
        return String.class.getClassLoader();
    }

    static Class<?> loaded(ClassLoader loader) throws ClassNotFoundException {
        return loader.loadClass("java.lang.String");
    }

    static ServiceLoader<Runnable> services() {
        return ServiceLoader.load(Runnable.class);
    }
}
