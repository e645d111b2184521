/** Looks like a function. */
@NullMarked
package io.pixport.architecture.broken.lambda;

import org.jspecify.annotations.NullMarked;
