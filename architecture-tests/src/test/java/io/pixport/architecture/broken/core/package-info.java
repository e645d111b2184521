/** Looks like the core. */
@NullMarked
package io.pixport.architecture.broken.core;

import org.jspecify.annotations.NullMarked;
