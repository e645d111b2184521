/** Looks like the model. */
@NullMarked
package io.pixport.architecture.broken.core.model;

import org.jspecify.annotations.NullMarked;
