/** The function behind a gateway: one handler, and the one adapter between its events and the HTTP contract. */
@NullMarked
package io.pixport.lambda;

import org.jspecify.annotations.NullMarked;
