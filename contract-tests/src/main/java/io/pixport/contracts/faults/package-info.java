/** Adapters that fail when told to, around adapters that do not. */
@NullMarked
package io.pixport.contracts.faults;

import org.jspecify.annotations.NullMarked;
