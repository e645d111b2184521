/** Clients that do something at once, in every order of their calls to the adapters. */
@NullMarked
package io.pixport.contracts.interleaving;

import org.jspecify.annotations.NullMarked;
