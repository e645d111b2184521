package io.pixport.architecture.broken.http;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;

@Breaks(Rule.METHODS_ARE_NOT_SYNCHRONIZED)
final class Counter {
    private static long count;

    private Counter() {}

    static synchronized long next() {
        return ++count;
    }
}
