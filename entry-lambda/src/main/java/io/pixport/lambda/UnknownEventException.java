package io.pixport.lambda;

/** An event is not a request that one of the known gateways would send; the message says what was expected. */
public final class UnknownEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownEventException(String what) {
        super("The event is not an HTTP request: " + what
                + ". Expected is one of API Gateway's REST API (payload 1.0) or HTTP API (payload 2.0), of a function URL,"
                + " or of an Application Load Balancer.");
    }
}
