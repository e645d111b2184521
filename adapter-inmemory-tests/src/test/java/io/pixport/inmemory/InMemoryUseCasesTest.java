package io.pixport.inmemory;

import io.pixport.contracts.usecase.InterruptionContract;
import io.pixport.contracts.usecase.UseCasesContract;

final class InMemoryUseCasesTest extends InMemoryPair implements UseCasesContract, InterruptionContract {}
