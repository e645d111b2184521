package io.pixport.core.model;

/**
 * A value was refused by the type that would have held it. The message is one sentence for the person who sent it: it
 * says what was expected and what was sent, shortened and without control characters.
 */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String message;

    /** @param message what was expected and what was sent */
    public InvalidValueException(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
