/** Looks like the contracts. */
@NullMarked
package io.pixport.architecture.broken.contracts;

import org.jspecify.annotations.NullMarked;
