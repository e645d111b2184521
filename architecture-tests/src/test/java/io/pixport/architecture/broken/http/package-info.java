/** Looks like the HTTP API. */
@NullMarked
package io.pixport.architecture.broken.http;

import org.jspecify.annotations.NullMarked;
