package io.pixport.http;

import java.io.IOException;

/** The client took longer than a request may take to send its body. */
public final class BodyTimeoutException extends IOException {
    private static final long serialVersionUID = 1L;

    public BodyTimeoutException() {
        super("the body did not arrive in time");
    }
}
