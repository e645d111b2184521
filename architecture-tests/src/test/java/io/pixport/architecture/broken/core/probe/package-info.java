/** Looks like the probe. */
@NullMarked
package io.pixport.architecture.broken.core.probe;

import org.jspecify.annotations.NullMarked;
