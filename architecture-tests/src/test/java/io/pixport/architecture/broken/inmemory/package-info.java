/** Looks like the in-memory adapter. */
@NullMarked
package io.pixport.architecture.broken.inmemory;

import org.jspecify.annotations.NullMarked;
