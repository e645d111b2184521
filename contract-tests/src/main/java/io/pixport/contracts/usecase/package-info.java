/** What the use cases promise over a pair of adapters, also while these fail, as tests. */
@NullMarked
package io.pixport.contracts.usecase;

import org.jspecify.annotations.NullMarked;
