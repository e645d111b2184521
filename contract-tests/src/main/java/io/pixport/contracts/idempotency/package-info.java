/** What every {@link io.pixport.core.port.IdempotencyStore} promises, as tests. */
@NullMarked
package io.pixport.contracts.idempotency;

import org.jspecify.annotations.NullMarked;
