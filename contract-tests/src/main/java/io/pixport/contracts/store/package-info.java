/** What every {@link io.pixport.core.port.ImageStore} promises, as tests. */
@NullMarked
package io.pixport.contracts.store;

import org.jspecify.annotations.NullMarked;
