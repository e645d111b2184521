package io.pixport.core.probe;

/** Ends the reading of a file that is not whole; {@link ImageProbe} turns it into {@link ProbeResult.Broken}. */
final class BrokenImageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    BrokenImageException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
