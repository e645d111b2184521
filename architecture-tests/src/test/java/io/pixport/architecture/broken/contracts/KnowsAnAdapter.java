package io.pixport.architecture.broken.contracts;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.core.port.NameStore;
import io.pixport.architecture.broken.inmemory.InMemoryNameStore;

@Breaks(Rule.CONTRACTS_KNOW_NO_ADAPTER_AND_NO_ENTRY)
final class KnowsAnAdapter implements NameStoreContract {
    @Override
    public NameStore store() {
        return new InMemoryNameStore();
    }
}
