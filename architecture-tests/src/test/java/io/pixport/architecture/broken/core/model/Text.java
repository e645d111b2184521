package io.pixport.architecture.broken.core.model;

final class Text {
    private Text() {}

    static Name quoted(Name name) {
        return new Name('"' + name.value() + '"');
    }
}
