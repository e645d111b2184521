package io.pixport.architecture.broken.contracts;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.javalin.Main;

@Breaks(Rule.CONTRACTS_KNOW_NO_ADAPTER_AND_NO_ENTRY)
final class KnowsAnEntry {
    Class<?> entry() {
        return Main.class;
    }
}
