/** Looks like the use cases. */
@NullMarked
package io.pixport.architecture.broken.core.usecase;

import org.jspecify.annotations.NullMarked;
