package io.pixport.architecture.broken.inmemory;

import io.pixport.architecture.broken.core.model.Name;
import io.pixport.architecture.broken.core.port.NameStore;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryNameStore implements NameStore {
    private final Set<Name> names = ConcurrentHashMap.newKeySet();

    @Override
    public boolean put(Name name) {
        return names.add(name);
    }
}
