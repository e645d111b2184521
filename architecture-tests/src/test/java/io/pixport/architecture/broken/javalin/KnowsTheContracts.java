package io.pixport.architecture.broken.javalin;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.contracts.NameStoreContract;

@Breaks(Rule.JAVALIN_KNOWS_WHAT_IT_WIRES)
abstract class KnowsTheContracts implements NameStoreContract {}
