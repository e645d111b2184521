/** Looks like the ports. */
@NullMarked
package io.pixport.architecture.broken.core.port;

import org.jspecify.annotations.NullMarked;
