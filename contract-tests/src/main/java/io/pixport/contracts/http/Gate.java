package io.pixport.contracts.http;

import io.pixport.core.port.ImageStore;
import io.pixport.http.Backend;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds every upload up where its bytes go to the store, until it is opened. */
final class Gate {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    Backend around(Backend backend) {
        Object proxy = Proxy.newProxyInstance(
                ImageStore.class.getClassLoader(), new Class<?>[] {ImageStore.class}, (self, method, arguments) -> {
                    if (method.getName().equals("put")) {
                        reached.countDown();
                        await(opened);
                    }
                    try {
                        return method.invoke(backend.store(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return new Backend((ImageStore) proxy, backend.repository(), backend.idempotency(), backend.linkVerifier());
    }

    /** Waits for an upload to come to it. */
    void awaitReached() {
        await(reached);
    }

    void open() {
        opened.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came within " + PATIENCE_SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
