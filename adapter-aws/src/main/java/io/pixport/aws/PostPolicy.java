package io.pixport.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * What a form for posting to S3 admits, and its signature, which the SDK cannot make (aws/aws-sdk-java-v2#1493): HMAC-SHA-256
 * by a key of the day over the policy in base64.
 *
 * <p>Source: "Browser-Based Uploads Using POST (AWS Signature Version 4)" of the S3 API Reference: "POST Policy",
 * "Calculating a Signature", and the example, which the test repeats.
 *
 * @param bucket that the form belongs to
 * @param fields that the form has to carry as they are, besides those of the signature
 * @param maxSize the number of bytes of the file at most
 * @param signed when the signature is made
 * @param expires from when on the form is refused
 */
record PostPolicy(String bucket, Map<String, String> fields, long maxSize, Instant signed, Instant expires) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter EXPIRATION =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** All fields of the form. */
    Map<String, String> signedBy(AwsCredentialsIdentity identity, String region) {
        String time = TIME.format(signed);
        String day = time.substring(0, 8);
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("x-amz-algorithm", ALGORITHM);
        all.put("x-amz-credential", "%s/%s/%s/s3/aws4_request".formatted(identity.accessKeyId(), day, region));
        all.put("x-amz-date", time);
        if (identity instanceof AwsSessionCredentialsIdentity session) {
            all.put("x-amz-security-token", session.sessionToken());
        }
        String policy = Base64.getEncoder().encodeToString(json(all).getBytes(StandardCharsets.UTF_8));
        all.put("policy", policy);
        all.put("x-amz-signature", signature(identity.secretAccessKey(), day, region, policy));
        return all;
    }

    private String json(Map<String, String> exact) {
        String conditions = exact.entrySet().stream()
                .map(field -> "{%s:%s},".formatted(quoted(field.getKey()), quoted(field.getValue())))
                .collect(Collectors.joining());
        return "{\"expiration\":%s,\"conditions\":[{\"bucket\":%s},%s[\"content-length-range\",1,%d]]}"
                .formatted(quoted(EXPIRATION.format(expires)), quoted(bucket), conditions, maxSize);
    }

    /** Nothing of what a policy holds has control characters. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /**
     * @param day such as {@code 20151229}
     * @param policy in base64
     */
    static String signature(String secretAccessKey, String day, String region, String policy) {
        byte[] key = ("AWS4" + secretAccessKey).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {day, region, "s3", "aws4_request"}) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, policy));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
