/** Looks like an entry. */
@NullMarked
package io.pixport.architecture.broken.javalin;

import org.jspecify.annotations.NullMarked;
