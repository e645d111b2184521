package io.pixport.architecture.broken.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.architecture.broken.core.model.Name;
import io.pixport.architecture.broken.core.port.NameStore;

public interface NameStoreContract {
    NameStore store();

    default void takesANameOnce() {
        Name name = new Name("once");
        assertThat(store().put(name)).isTrue();
        assertThat(store().put(name)).isFalse();
    }
}
