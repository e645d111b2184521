package io.pixport.architecture.broken.aws;

import io.pixport.architecture.broken.core.model.Name;
import io.pixport.architecture.broken.core.port.NameStore;

public final class AwsNameStore implements NameStore {
    @Override
    public boolean put(Name name) {
        return false;
    }
}
