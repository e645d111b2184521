package io.pixport.architecture.broken.core.usecase;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.core.port.NameStore;
import io.pixport.architecture.broken.inmemory.InMemoryNameStore;

@Breaks({Rule.USE_CASES_KNOW_THE_REST_OF_THE_CORE, Rule.CORE_STANDS_ALONE})
final class KnowsAnAdapter {
    NameStore store() {
        return new InMemoryNameStore();
    }
}
