package io.pixport.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * The signature of a form, by the example that AWS has published: "Example: Browser-Based Upload using HTTP POST (Using AWS
 * Signature Version 4)" of the S3 API Reference.
 */
final class PostPolicyTest {
    private static final String ACCESS_KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    private static final String SECRET_ACCESS_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final Instant DAY = Instant.parse("2015-12-29T00:00:00Z");
    private static final PostPolicy POLICY = new PostPolicy(
            "sigv4examplebucket", Map.of("key", "images/1"), 1000, DAY, Instant.parse("2015-12-30T12:00:00Z"));

    /** Lines end with CR and LF. */
    private static final String PUBLISHED = """
            { "expiration": "2015-12-30T12:00:00.000Z",
              "conditions": [
                {"bucket": "sigv4examplebucket"},
                ["starts-with", "$key", "user/user1/"],
                {"acl": "public-read"},
                {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},
                ["starts-with", "$Content-Type", "image/"],
                {"x-amz-meta-uuid": "14365123651274"},
                {"x-amz-server-side-encryption": "AES256"},
                ["starts-with", "$x-amz-meta-tag", ""],

                {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},
                {"x-amz-algorithm": "AWS4-HMAC-SHA256"},
                {"x-amz-date": "20151229T000000Z" }
              ]
            }""".replace("\n", "\r\n");

    @Test
    void thePublishedPolicyHasThePublishedSignature() {
        String policy = Base64.getEncoder().encodeToString(PUBLISHED.getBytes(StandardCharsets.UTF_8));

        assertThat(PostPolicy.signature(SECRET_ACCESS_KEY, "20151229", "us-east-1", policy))
                .isEqualTo("8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e");
    }

    @Test
    void aFormSaysByWhomAndWhenItWasSigned() {
        Map<String, String> form =
                POLICY.signedBy(AwsCredentialsIdentity.create(ACCESS_KEY_ID, SECRET_ACCESS_KEY), "us-east-1");

        assertThat(form)
                .containsEntry("key", "images/1")
                .containsEntry("x-amz-algorithm", "AWS4-HMAC-SHA256")
                .containsEntry("x-amz-credential", "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request")
                .containsEntry("x-amz-date", "20151229T000000Z")
                .doesNotContainKey("x-amz-security-token");
        assertThat(form.get("x-amz-signature"))
                .isEqualTo(PostPolicy.signature(
                        SECRET_ACCESS_KEY, "20151229", "us-east-1", form.getOrDefault("policy", "")));
    }

    @Test
    void thePolicyBindsEveryFieldTheBucketTheSizeAndTheEnd() {
        Map<String, String> form =
                POLICY.signedBy(AwsCredentialsIdentity.create("a\"b\\c", SECRET_ACCESS_KEY), "us-east-1");

        assertThat(policyOf(form))
                .startsWith("{\"expiration\":\"2015-12-30T12:00:00.000Z\",\"conditions\":[")
                .contains("{\"bucket\":\"sigv4examplebucket\"}")
                .contains("{\"key\":\"images/1\"}")
                .contains("{\"x-amz-credential\":\"a\\\"b\\\\c/20151229/us-east-1/s3/aws4_request\"}")
                .contains("[\"content-length-range\",1,1000]");
    }

    @Test
    void theTokenOfTemporaryCredentialsIsAFieldThatThePolicyBinds() {
        Map<String, String> form = POLICY.signedBy(
                AwsSessionCredentialsIdentity.create(ACCESS_KEY_ID, SECRET_ACCESS_KEY, "token+/="), "us-east-1");

        assertThat(form).containsEntry("x-amz-security-token", "token+/=");
        assertThat(policyOf(form)).contains("{\"x-amz-security-token\":\"token+/=\"}");
    }

    private static String policyOf(Map<String, String> form) {
        return new String(Base64.getDecoder().decode(form.getOrDefault("policy", "")), StandardCharsets.UTF_8);
    }
}
