/** One half of a cycle. */
@NullMarked
package io.pixport.architecture.broken.http.hen;

import org.jspecify.annotations.NullMarked;
