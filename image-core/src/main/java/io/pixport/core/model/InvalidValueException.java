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

    /**
     * @param expected what was expected, as the beginning of a sentence
     * @param sent what was sent, as it came
     */
    public static InvalidValueException got(String expected, String sent) {
        return new InvalidValueException(expected + ", got " + Text.quoted(sent));
    }

    /** What was sent, as part of a message: at most 40 characters, and a replacement for each that cannot be shown. */
    public static String shown(String sent) {
        return Text.shortened(sent);
    }
}
