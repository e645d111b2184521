package io.pixport.contracts.history;

import org.jspecify.annotations.Nullable;

/**
 * A step of a history.
 *
 * @param action what somebody does
 * @param trouble what befalls one of the calls that come then or, if none of its sort does, later
 */
record Turn(Action action, @Nullable Trouble trouble) {}
