package io.pixport.contracts.interleaving;

/**
 * Two clients at once in every order of their calls to the adapters, and four in many: the invariants hold, and what they
 * were answered agrees.
 */
public interface InterleavingContract extends CompletionInterleavingContract, ChangeInterleavingContract {}
