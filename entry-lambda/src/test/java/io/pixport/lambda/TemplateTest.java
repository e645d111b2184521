package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is deployed is what the code wants, and no more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TemplateTest {
    private static final Map<String, String> OPEN = Map.of("Authentication", "open");
    private static final Map<String, String> SIGNED = Map.of(
            "Authentication", "jwt",
            "JwtIssuer", "https://issuer.example",
            "JwtJwksUrl", "https://issuer.example/.well-known/jwks.json",
            "JwtAudience", "pixport",
            "CorsOrigins", "https://app.example,https://other.example",
            "ReservedConcurrency", "10",
            "AlarmTopic", "arn:aws:sns:eu-central-1:123456789012:alarms");

    private Map<String, Set<Operation>> calls;
    private TemplateCheck check;

    @BeforeAll
    void workAndProvision() throws Exception {
        calls = DeployedFunctions.calls();
        check = new TemplateCheck(calls, Provisioned.byCommand());
    }

    @Test
    void itIsWhatTheCodeWants() {
        assertThat(check.problems(Template.of(Template.text(), OPEN))).isEmpty();
        assertThat(check.problems(Template.of(Template.text(), SIGNED))).isEmpty();
    }

    @Test
    void everythingThatTheAdapterCanCallHasBeenCalledByAFunction() throws Exception {
        Set<Operation> called =
                calls.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());

        assertThat(called).containsAll(AdapterCalls.all());
        assertThat(AdapterCalls.all()).contains(Operation.DELETE_OBJECTS, Operation.QUERY, Operation.TRANSACT_DELETE);
    }

    @Test
    void whatIsReservedIsAParameter() {
        assertThat(Template.of(Template.text(), SIGNED)
                        .properties("ApiFunction")
                        .path("ReservedConcurrentExecutions")
                        .asString())
                .isEqualTo("10");
        assertThat(Template.of(Template.text(), OPEN).properties("ApiFunction").has("ReservedConcurrentExecutions"))
                .isFalse();
    }

    @Test
    void theSecretIsLongEnoughToBeTaken() {
        assertThat(Template.open()
                        .properties("Secret")
                        .at("/GenerateSecretString/PasswordLength")
                        .intValue())
                .isGreaterThanOrEqualTo(32);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "s3:PutObject, s3:DeleteObject | s3:DeleteObject | ApiFunction lacks s3:PutObject on ${Bucket.Arn}/*",
                "- dynamodb:Query | - dynamodb:Scan | ApiFunction never needs dynamodb:Scan on Table.Arn",
                "- dynamodb:Query | - dynamodb:Scan | ApiFunction lacks dynamodb:Query on Table.Arn",
                "- dynamodb:Query | - dynamodb:* | Any action is allowed by",
                "Resource: !GetAtt Table.Arn | Resource: \"*\" | Any resource is allowed by",
                "Action: s3:ListBucket | Action: s3:GetBucketAcl | ApiFunction lacks s3:ListBucket on Bucket.Arn",
                "Action: sqs:SendMessage | Action: sqs:DeleteMessage | MaintenanceFunction lacks sqs:SendMessage",
                "LogGroup: !Ref ApiLog | LogGroup: !Ref AccessLog | ApiFunction lacks logs:PutLogEvents on AccessLog.Arn",
                "lambda.PixportFunction | lambda.Pixport | Lambda cannot make io.pixport.lambda.Pixport",
                "lambda.PixportFunction | lambda.RoleInterceptor | RoleInterceptor handles no streams",
                "java25 | java21 | ApiFunction is not for Java 25",
                "arm64 | x86_64 | ApiFunction is not for Java 25 on arm64",
                "pixport-lambda.jar | pixport.jar | ApiFunction is not the jar",
                "PIXPORT_LOG_FORMAT | PIXPORT_LOGFORMAT | PIXPORT_LOGFORMAT is not a variable",
                "PIXPORT_LOG_FORMAT: json | PIXPORT_LOG_FORMAT: xml | which is not text or json",
                "ApplyOn: PublishedVersions | ApplyOn: None | ApiFunction has no snapshot",
                "IntegrationUri: !Ref ApiFunction.Alias | IntegrationUri: !GetAtt ApiFunction.Arn | ApiIntegration does not name the alias",
                "PATCH /{proxy+}: | PATCH /images: | PATCH /{proxy+} is not throttled",
                "AttributeName: ttl | AttributeName: expires | Table is",
                "PointInTimeRecoveryEnabled: true | PointInTimeRecoveryEnabled: false | Table is",
                "AttributeName: sk, KeyType | AttributeName: pk, KeyType | Table is",
                "BlockPublicPolicy: true | BlockPublicPolicy: false | Bucket is",
                "DaysAfterInitiation: 8 | DaysAfterInitiation: 7 | Bucket is",
                "SSEAlgorithm: AES256 | SSEAlgorithm: none | Bucket is",
                "aws:SecureTransport | aws:SecureTransports | The bucket's policy is",
                "RetentionInDays: !Ref LogRetention | LogGroupClass: STANDARD | ApiLog is kept for ever",
                "MetricName: Throttles | MetricName: Duration | No alarm watches Throttles",
                "EventBridgeEnabled: true | EventBridgeEnabled: false | The bucket tells nobody of its objects",
                "[Object Created] | [Object Restored] | The rule lets no arriving upload through, by its detail-type",
                "[!Ref Bucket] | [other] | The rule is for another bucket",
                "DeadLetterQueue: | EventInvokeConfig: | Events that MaintenanceFunction fails on are lost",
            })
    void aTemplateThatIsNotIsFound(String text, String other, String problem) {
        assertThat(Template.text()).contains(text);

        assertThat(check.problems(Template.of(Template.text().replace(text, other), OPEN)))
                .anyMatch(found -> found.contains(problem));
    }

    @Test
    void aRouteThatPassesByTheAuthorizerIsFound() {
        String broken = Template.text()
                .replace("AuthorizerId: !If [UsesTokens, !Ref Authorizer", "AuthorizerId: !If [UsesTokens, none");

        assertThat(check.problems(Template.of(broken, SIGNED))).contains("DELETE /{proxy+} passes by the authorizer");
    }

    @Test
    void aFunctionThatNobodyHasSeenAtWorkIsFound() {
        TemplateCheck idle = new TemplateCheck(Map.of(), check.provisioned());

        assertThat(idle.problems(Template.open()))
                .contains("MaintenanceFunction never needs dynamodb:Query on Table.Arn");
    }
}
