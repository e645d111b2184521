package io.pixport.settings;

/** The stores cannot be used as they are; the message is a sentence that says what to do. */
public final class StoresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoresException(String sentence) {
        super(sentence);
    }
}
