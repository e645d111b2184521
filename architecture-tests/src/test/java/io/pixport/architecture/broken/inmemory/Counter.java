package io.pixport.architecture.broken.inmemory;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;

@Breaks(Rule.METHODS_ARE_NOT_SYNCHRONIZED)
final class Counter {
    private long count;

    synchronized long next() {
        return ++count;
    }
}
