/**
 * The HTTP contract without a server: requests and responses as values, routes, JSON, problems, and everything in between.
 * An entry turns what its server or platform gives it into a {@link io.pixport.http.Request}, and a
 * {@link io.pixport.http.Response} into what its server or platform wants; it decides nothing.
 */
@NullMarked
package io.pixport.http;

import org.jspecify.annotations.NullMarked;
