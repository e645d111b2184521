package io.pixport.architecture.broken.core.usecase;

import io.pixport.architecture.broken.core.port.NameStore;
import io.pixport.architecture.broken.core.probe.NameProbe;

public final class StoreName {
    private final NameStore store;
    private final NameProbe probe;

    public StoreName(NameStore store, NameProbe probe) {
        this.store = store;
        this.probe = probe;
    }

    public boolean store(String text) {
        return store.put(probe.probe(text));
    }
}
