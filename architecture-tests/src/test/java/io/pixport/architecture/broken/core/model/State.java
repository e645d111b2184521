package io.pixport.architecture.broken.core.model;

public sealed interface State {
    /** The only state. */
    record Active(Name name) implements State {}
}
