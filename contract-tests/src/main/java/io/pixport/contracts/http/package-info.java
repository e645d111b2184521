/**
 * The contract of the HTTP API, for every backend and every entry: interfaces named after an activity, composed as {@link
 * io.pixport.contracts.http.HttpContract}. A test that implements it gives a backend and an entry, and nothing else.
 */
@NullMarked
package io.pixport.contracts.http;

import org.jspecify.annotations.NullMarked;
