package io.pixport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pixport.core.port.StorageException;
import io.pixport.core.port.StorageException.Kind;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class AwsErrorsTest {
    @ParameterizedTest
    @CsvSource({
        "500, InternalError, UNAVAILABLE",
        "502, '', UNAVAILABLE",
        "503, SlowDown, UNAVAILABLE",
        "503, ServiceUnavailable, UNAVAILABLE",
        "429, TooManyRequests, UNAVAILABLE",
        "400, RequestTimeout, UNAVAILABLE",
        "400, ExpiredToken, UNAVAILABLE",
        "409, ConditionalRequestConflict, UNAVAILABLE",
        "409, OperationAborted, UNAVAILABLE",
        "507, XMinioStorageFull, FULL",
        "400, BadDigest, FAILED",
        "403, AccessDenied, FAILED",
        "403, InvalidAccessKeyId, FAILED",
        "403, SignatureDoesNotMatch, FAILED",
        "403, RequestTimeTooSkewed, FAILED",
        "404, NoSuchBucket, FAILED",
        "412, PreconditionFailed, FAILED",
    })
    void whatS3Answers(int status, String code, Kind kind) {
        assertThat(kindOf(answered(S3Exception.builder(), status, code))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "500, InternalServerError, UNAVAILABLE",
        "503, ServiceUnavailable, UNAVAILABLE",
        "400, ProvisionedThroughputExceededException, UNAVAILABLE",
        "400, ThrottlingException, UNAVAILABLE",
        "400, RequestLimitExceeded, UNAVAILABLE",
        "400, TransactionConflictException, UNAVAILABLE",
        "400, TransactionInProgressException, UNAVAILABLE",
        "400, ExpiredTokenException, UNAVAILABLE",
        "400, ConditionalCheckFailedException, FAILED",
        "400, ResourceNotFoundException, FAILED",
        "400, ValidationException, FAILED",
        "400, UnrecognizedClientException, FAILED",
        "400, AccessDeniedException, FAILED",
    })
    void whatDynamoDbAnswers(int status, String code, Kind kind) {
        assertThat(kindOf(answered(DynamoDbException.builder(), status, code))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "TransactionConflict, UNAVAILABLE",
        "ThrottlingError, UNAVAILABLE",
        "ProvisionedThroughputExceeded, UNAVAILABLE",
        "ConditionalCheckFailed, FAILED",
        "ItemCollectionSizeLimitExceeded, FAILED",
        "ValidationError, FAILED",
    })
    void whyATransactionWasCancelled(String reason, Kind kind) {
        assertThat(kindOf(cancelledFor("None", reason))).isEqualTo(kind);
    }

    @Test
    void aTransactionCancelledForTwoReasonsIsAsBadAsTheWorse() {
        assertThat(kindOf(cancelledFor("TransactionConflict", "ValidationError")))
                .isEqualTo(Kind.FAILED);
    }

    static Stream<Arguments> noAnswer() {
        return Stream.of(
                arguments(ApiCallTimeoutException.create(12_000), Kind.UNAVAILABLE),
                arguments(ApiCallAttemptTimeoutException.create(5_000), Kind.UNAVAILABLE),
                arguments(AbortedException.create("interrupted"), Kind.UNAVAILABLE),
                arguments(SdkClientException.create("sent", new ConnectException("refused")), Kind.UNAVAILABLE),
                arguments(
                        SdkClientException.create(
                                "sent", new UncheckedIOException(new SocketTimeoutException("silence"))),
                        Kind.UNAVAILABLE),
                arguments(SdkClientException.create("Unable to load credentials"), Kind.FAILED));
    }

    @ParameterizedTest
    @MethodSource("noAnswer")
    void whenThereIsNoAnswer(SdkException e, Kind kind) {
        assertThat(kindOf(e)).isEqualTo(kind);
    }

    @Test
    void theMessageSaysWhatWasTriedAndWhatWasAnswered() {
        assertThatThrownBy(() -> AwsErrors.translated("storing images/1", () -> {
                    throw answered(S3Exception.builder(), 403, "AccessDenied");
                }))
                .isInstanceOf(StorageException.class)
                .hasMessage("storing images/1 failed: 403 AccessDenied")
                .hasCauseInstanceOf(S3Exception.class);
    }

    private static Kind kindOf(SdkException e) {
        return AwsErrors.translate("a call", e).kind();
    }

    private static AwsServiceException answered(AwsServiceException.Builder builder, int status, String code) {
        return builder.statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    private static TransactionCanceledException cancelledFor(String... reasons) {
        return TransactionCanceledException.builder()
                .cancellationReasons(Stream.of(reasons)
                        .map(code -> CancellationReason.builder().code(code).build())
                        .toList())
                .build();
    }
}
