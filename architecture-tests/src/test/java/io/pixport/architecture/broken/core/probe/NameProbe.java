package io.pixport.architecture.broken.core.probe;

import io.pixport.architecture.broken.core.model.Name;

public final class NameProbe {
    public Name probe(String text) {
        return new Name(text);
    }
}
