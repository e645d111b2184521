package io.pixport.aws;

import io.pixport.core.port.StorageException;
import io.pixport.core.port.StorageException.Kind;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Tells what failed calls mean to their caller: whether the same call may succeed later. The SDK has tried again by then.
 *
 * <p>Sources: "Error handling with DynamoDB" of the DynamoDB Developer Guide, "Error responses" of the S3 API Reference.
 */
final class AwsErrors {
    private static final Set<String> PASSING = Set.of(
            // of another writer, who will be done soon
            "TransactionConflict",
            "TransactionConflictException",
            "TransactionInProgressException",
            "ConditionalRequestConflict",
            "OperationAborted",
            // of too much at once
            "ProvisionedThroughputExceeded",
            "ThrottlingError",
            "SlowDown",
            // of a request that came too slowly, or with credentials that are about to be replaced
            "RequestTimeout",
            "RequestExpired",
            "ExpiredToken",
            "ExpiredTokenException");

    private AwsErrors() {}

    /**
     * Makes calls whose failures are translated.
     *
     * @param what is tried, for the message: a verb and its object, nothing secret
     */
    static <T> T translated(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw translate(what, e);
        }
    }

    static StorageException translate(String what, SdkException e) {
        return new StorageException(kind(e), what + " failed: " + reason(e), e);
    }

    private static Kind kind(SdkException e) {
        return switch (e) {
            case TransactionCanceledException cancelled -> cancelled(cancelled);
            case AwsServiceException service -> service(service);
            case SdkClientException client -> passes(client) ? Kind.UNAVAILABLE : Kind.FAILED;
            default -> Kind.FAILED;
        };
    }

    /** A transaction is cancelled for all reasons at once; those that do not pass decide. */
    private static Kind cancelled(TransactionCanceledException e) {
        boolean passes = e.cancellationReasons().stream()
                .map(CancellationReason::code)
                .filter(code -> code != null && !code.equals("None"))
                .allMatch(PASSING::contains);
        return passes ? Kind.UNAVAILABLE : Kind.FAILED;
    }

    private static Kind service(AwsServiceException e) {
        if (e.statusCode() == 507) {
            return Kind.FULL;
        }
        boolean passes = e.isThrottlingException() || e.statusCode() >= 500 || PASSING.contains(code(e));
        return passes ? Kind.UNAVAILABLE : Kind.FAILED;
    }

    private static boolean passes(SdkClientException e) {
        return e instanceof ApiCallTimeoutException
                || e instanceof ApiCallAttemptTimeoutException
                || e instanceof AbortedException
                || hasIoCause(e);
    }

    private static boolean hasIoCause(@Nullable Throwable e) {
        return e != null && (e instanceof IOException || hasIoCause(e.getCause()));
    }

    private static String reason(SdkException e) {
        return e instanceof AwsServiceException service
                ? "%d %s".formatted(service.statusCode(), code(service))
                : e.getClass().getSimpleName();
    }

    /** Empty when S3 or DynamoDB has not told. */
    static String code(AwsServiceException e) {
        return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
                ? ""
                : e.awsErrorDetails().errorCode();
    }
}
