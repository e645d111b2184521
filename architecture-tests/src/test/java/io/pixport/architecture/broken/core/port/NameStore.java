package io.pixport.architecture.broken.core.port;

import io.pixport.architecture.broken.core.model.Name;

public interface NameStore {
    boolean put(Name name);
}
