package io.pixport.aws;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says to an operator why a call failed. */
final class Diagnosis {
    private static final String NO_CREDENTIALS = "Unable to load credentials";

    private Diagnosis() {}

    static String of(SdkException e) {
        if (e instanceof AwsServiceException service) {
            return of(service);
        }
        if (String.valueOf(e.getMessage()).startsWith(NO_CREDENTIALS)) {
            return "no credentials are set in the environment, in a profile or on the machine";
        }
        return ioCause(e).map(io -> "out of reach: " + io.getMessage()).orElse(String.valueOf(e.getMessage()));
    }

    private static String of(AwsServiceException e) {
        boolean refused = e.statusCode() == 401 || e.statusCode() == 403;
        String hint = refused ? " (wrong credentials, or ones that may not do this)" : "";
        return Optional.ofNullable(e.awsErrorDetails())
                        .filter(details -> details.errorCode() != null)
                        .map(details ->
                                "%d %s: %s".formatted(e.statusCode(), details.errorCode(), details.errorMessage()))
                        .orElse(String.valueOf(e.statusCode()))
                + hint;
    }

    private static Optional<IOException> ioCause(@Nullable Throwable e) {
        return e == null ? Optional.empty() : e instanceof IOException io ? Optional.of(io) : ioCause(e.getCause());
    }
}
