package io.pixport.architecture.broken.settings;

import io.pixport.architecture.broken.inmemory.InMemoryNameStore;

public record NameSettings(String name) {
    public InMemoryNameStore openStore() {
        return new InMemoryNameStore();
    }
}
