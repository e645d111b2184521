/** What every {@link io.pixport.core.port.MetadataRepository} promises, as tests. */
@NullMarked
package io.pixport.contracts.metadata;

import org.jspecify.annotations.NullMarked;
