package io.pixport.aws;

import io.pixport.core.port.ContentDisposition;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PartLink;
import io.pixport.core.port.PostLink;
import io.pixport.core.port.PresignedPost;
import io.pixport.core.port.PresignedUrl;
import io.pixport.core.port.ReadLink;
import io.pixport.core.port.StorageException;
import io.pixport.core.port.WriteLink;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Utilities;

/**
 * Signs links to a bucket, without asking it. The signer is the SDK's, the one in its {@code S3Presigner}, which does not
 * tell by which credentials it has signed, and so not how long the link lives.
 */
final class S3Links {
    private static final String CONTENT_TYPE = "Content-Type";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final S3Utilities addresses;
    private final IdentityProvider<? extends AwsCredentialsIdentity> credentials;
    private final String region;
    private final String bucket;
    private final @Nullable URI publicEndpoint;
    private final InstantSource clock;

    S3Links(S3Client s3, String bucket, @Nullable URI publicEndpoint, InstantSource clock) {
        this.addresses = s3.utilities();
        this.credentials = s3.serviceClientConfiguration().credentialsProvider();
        this.region = s3.serviceClientConfiguration().region().id();
        this.bucket = bucket;
        this.publicEndpoint = publicEndpoint;
        this.clock = clock;
    }

    PresignedUrl read(ObjectKey key, ReadLink link) {
        SdkHttpRequest.Builder request = request(SdkHttpMethod.GET, key)
                .putRawQueryParameter("response-content-type", link.format().contentType());
        if (link.attachment() != null) {
            request.putRawQueryParameter(
                    "response-content-disposition", new ContentDisposition(true, link.attachment()).header());
        }
        return signed(request, Map.of(), link.life());
    }

    PresignedUrl write(ObjectKey key, WriteLink link) {
        Map<String, String> headers = Map.of(
                CONTENT_TYPE,
                link.format().contentType(),
                "If-None-Match",
                "*",
                "x-amz-checksum-sha256",
                S3Digest.base64(link.sha256()),
                S3Digest.METADATA_HEADER,
                link.sha256().hex());
        SdkHttpRequest.Builder request =
                request(SdkHttpMethod.PUT, key).putHeader("Content-Length", Long.toString(link.size()));
        return signed(request, headers, link.life());
    }

    PresignedUrl part(MultipartUpload upload, PartLink link) {
        SdkHttpRequest.Builder request = request(SdkHttpMethod.PUT, upload.key())
                .putRawQueryParameter("partNumber", Integer.toString(link.number()))
                .putRawQueryParameter("uploadId", upload.id())
                .putHeader("Content-Length", Long.toString(link.size()));
        return signed(request, Map.of(), link.life());
    }

    PresignedPost post(ObjectKey key, PostLink link) {
        AwsCredentialsIdentity identity = identity();
        Instant now = now();
        Instant expires = now.plus(life(link.life(), identity, now));
        Map<String, String> fields =
                Map.of("key", key.value(), CONTENT_TYPE, link.format().contentType());
        PostPolicy policy = new PostPolicy(bucket, fields, link.maxSize(), now, expires);
        return new PresignedPost(bucketOf(address(key), key), policy.signedBy(identity, region), expires);
    }

    private SdkHttpRequest.Builder request(SdkHttpMethod method, ObjectKey key) {
        return SdkHttpRequest.builder().method(method).uri(address(key));
    }

    private URI address(ObjectKey key) {
        return URI.create(addresses
                .getUrl(url -> url.bucket(bucket).key(key.value()).endpoint(publicEndpoint))
                .toString());
    }

    private static URI bucketOf(URI object, ObjectKey key) {
        String address = object.toString();
        return URI.create(address.substring(0, address.length() - key.value().length() - 1));
    }

    private PresignedUrl signed(SdkHttpRequest.Builder request, Map<String, String> headers, Duration asked) {
        AwsCredentialsIdentity identity = identity();
        Instant now = now();
        Duration life = life(asked, identity, now);
        headers.forEach(request::putHeader);
        SdkHttpRequest signed = signer.sign(sign -> sign.identity(identity)
                        .request(request.build())
                        .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, life)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                        .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)))
                .request();
        return new PresignedUrl(signed.method().name(), signed.getUri(), headers, now.plus(life));
    }

    private AwsCredentialsIdentity identity() {
        return AwsErrors.translated(
                "resolving credentials", () -> credentials.resolveIdentity().join());
    }

    /** Signatures count in seconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** As long as was asked for, and no longer than the credentials live. */
    private static Duration life(Duration asked, AwsCredentialsIdentity identity, Instant now) {
        Duration left = identity.expirationTime()
                .map(end -> Duration.between(now, end).truncatedTo(ChronoUnit.SECONDS))
                .orElse(asked);
        if (!left.isPositive()) {
            throw new StorageException(StorageException.Kind.UNAVAILABLE, "the credentials have expired", null);
        }
        return left.compareTo(asked) < 0 ? left : asked;
    }
}
