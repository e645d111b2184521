package io.pixport.core.probe;

/** Ends the reading of a file that is not whole; {@link ImageProbe} turns it into {@link ProbeResult.Broken}. */
final class BrokenImageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenImageException(String reason) {
        super(reason, null, false, false);
    }
}
