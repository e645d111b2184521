package io.pixport.contracts.http;

import java.util.ArrayDeque;
import java.util.Deque;

/** What a test has started; it is stopped in the opposite order. */
final class Started implements AutoCloseable {
    private final Deque<Api> apis = new ArrayDeque<>();

    void add(Api api) {
        apis.push(api);
    }

    @Override
    public void close() {
        while (!apis.isEmpty()) {
            apis.pop().close();
        }
    }
}
