/** The other half of a cycle. */
@NullMarked
package io.pixport.architecture.broken.http.egg;

import org.jspecify.annotations.NullMarked;
