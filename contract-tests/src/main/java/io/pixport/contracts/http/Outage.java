package io.pixport.contracts.http;

import io.pixport.core.port.IdempotencyStore;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.StorageException;
import io.pixport.http.Backend;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Stands between an API and its adapters and, once it has begun, fails what it is about. Presigned links are never failed:
 * they are made without asking anybody.
 */
final class Outage {
    private static final Set<String> NEVER = Set.of("presignRead", "presignWrite");

    private final StorageException.Kind kind;
    private final BiPredicate<Class<?>, String> what;
    private volatile boolean begun;

    private Outage(StorageException.Kind kind, BiPredicate<Class<?>, String> what) {
        this.kind = kind;
        this.what = what;
    }

    /** Every method of one of the ports is out of reach. */
    static Outage of(Class<?> port) {
        return new Outage(StorageException.Kind.UNAVAILABLE, (at, method) -> at == port);
    }

    /** One method of one of the ports fails. */
    static Outage of(Class<?> port, String failing, StorageException.Kind kind) {
        return new Outage(kind, (at, method) -> at == port && method.equals(failing));
    }

    void begin() {
        begun = true;
    }

    void end() {
        begun = false;
    }

    Backend around(Backend backend) {
        return new Backend(
                around(ImageStore.class, backend.store()),
                around(MetadataRepository.class, backend.repository()),
                around(IdempotencyStore.class, backend.idempotency()),
                backend.linkVerifier());
    }

    private <T> T around(Class<T> port, T adapter) {
        Object proxy =
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    if (begun && !NEVER.contains(method.getName()) && what.test(port, method.getName())) {
                        throw new StorageException(kind, "an outage made for a test", null);
                    }
                    try {
                        return method.invoke(adapter, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return port.cast(proxy);
    }
}
