/**
 * The function behind a gateway: one handler, and the one adapter between its events and the HTTP contract. Beside it two that
 * no gateway calls: for maintenance by a schedule, and for uploads that have arrived.
 */
@NullMarked
package io.pixport.lambda;

import org.jspecify.annotations.NullMarked;
