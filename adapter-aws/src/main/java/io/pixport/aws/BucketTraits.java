package io.pixport.aws;

import static io.pixport.aws.Trait.NONE;
import static io.pixport.aws.Trait.NONE_OR_UNSUPPORTED;

import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.waiters.S3Waiter;

/** The bucket, trait by trait; all others presuppose the first. */
final class BucketTraits {
    /** The only one that must not be named as the place of a bucket. */
    private static final Region UNNAMED = Region.US_EAST_1;

    private final S3Client s3;
    private final String bucket;
    private final boolean withoutTls;

    BucketTraits(S3Client s3, AwsConfig config) {
        this.s3 = s3;
        this.bucket = config.bucket();
        this.withoutTls =
                config.s3Endpoint() != null && config.s3Endpoint().getScheme().equals("http");
    }

    List<Trait> all() {
        return List.of(existence(), ownership(), publicAccess(), encryption(), policy(), lifecycle());
    }

    Trait existence() {
        return new Trait("bucket " + bucket, "a bucket in " + region(), this::place, this::create);
    }

    private String place() {
        try {
            s3.headBucket(head -> head.bucket(bucket));
            return "a bucket in " + region();
        } catch (NoSuchBucketException e) {
            return NONE;
        } catch (S3Exception e) {
            return elsewhere(e);
        }
    }

    /** S3 answers for a bucket of another region by telling which. */
    private static String elsewhere(S3Exception e) {
        return e.awsErrorDetails()
                .sdkHttpResponse()
                .firstMatchingHeader("x-amz-bucket-region")
                .filter(region -> e.statusCode() == 301)
                .map(region -> "a bucket in " + region)
                .orElseThrow(() -> e);
    }

    private void create() {
        CreateBucketRequest.Builder request = CreateBucketRequest.builder().bucket(bucket);
        if (!region().equals(UNNAMED)) {
            request.createBucketConfiguration(place -> place.locationConstraint(region().id()));
        }
        s3.createBucket(request.build());
        try (S3Waiter waiter = s3.waiter()) {
            waiter.waitUntilBucketExists(head -> head.bucket(bucket));
        }
    }

    private Region region() {
        return s3.serviceClientConfiguration().region();
    }

    private Trait ownership() {
        return trait(
                "ownership",
                BucketShape.OWNERSHIP.toString(),
                () -> orNone(() -> s3.getBucketOwnershipControls(get -> get.bucket(bucket))
                        .ownershipControls()
                        .rules()
                        .getFirst()
                        .objectOwnershipAsString()),
                () -> s3.putBucketOwnershipControls(
                        put -> put.bucket(bucket).ownershipControls(BucketShape.ownershipControls())));
    }

    private Trait publicAccess() {
        return trait(
                "public access block",
                BucketShape.PUBLIC_ACCESS.toString(),
                () -> orNone(() -> s3.getPublicAccessBlock(get -> get.bucket(bucket))
                        .publicAccessBlockConfiguration()
                        .toString()),
                () -> s3.putPublicAccessBlock(
                        put -> put.bucket(bucket).publicAccessBlockConfiguration(BucketShape.PUBLIC_ACCESS)));
    }

    /** Encryption by a key of one's own is as good. */
    private Trait encryption() {
        return trait(
                "encryption",
                "by default",
                () -> orNone(() -> {
                    s3.getBucketEncryption(get -> get.bucket(bucket));
                    return "by default";
                }),
                () -> s3.putBucketEncryption(
                        put -> put.bucket(bucket).serverSideEncryptionConfiguration(BucketShape.encryption())));
    }

    /** Where there is no TLS, the policy would lock everybody out. */
    private Trait policy() {
        String expected = "a statement that denies requests without TLS";
        String partition = region().metadata().partition().id();
        return trait(
                "policy",
                expected,
                () -> withoutTls
                        ? NONE_OR_UNSUPPORTED
                        : orNone(() -> {
                            String policy = s3.getBucketPolicy(get -> get.bucket(bucket))
                                    .policy();
                            return policy.replaceAll("\\s", "").contains(BucketShape.WITHOUT_TLS)
                                    ? expected
                                    : "a policy without it";
                        }),
                () -> s3.putBucketPolicy(put -> put.bucket(bucket).policy(BucketShape.policy(bucket, partition))));
    }

    private Trait lifecycle() {
        String expected = "incomplete uploads end after %d days".formatted(BucketShape.ABORT_UPLOADS_AFTER_DAYS);
        return trait(
                "lifecycle",
                expected,
                () -> orNone(() -> {
                    List<LifecycleRule> rules = s3.getBucketLifecycleConfiguration(get -> get.bucket(bucket))
                            .rules();
                    return rules.stream().anyMatch(BucketTraits::abortsUploads) ? expected : "other rules";
                }),
                () -> s3.putBucketLifecycleConfiguration(
                        put -> put.bucket(bucket).lifecycleConfiguration(BucketShape.lifecycle())));
    }

    private static boolean abortsUploads(LifecycleRule rule) {
        return rule.status() == ExpirationStatus.ENABLED
                && rule.abortIncompleteMultipartUpload() != null
                && rule.abortIncompleteMultipartUpload().daysAfterInitiation() == BucketShape.ABORT_UPLOADS_AFTER_DAYS;
    }

    private Trait trait(String name, String expected, Supplier<String> found, Runnable create) {
        return new Trait("bucket " + bucket + ", " + name, expected, found, create);
    }

    private static String orNone(Supplier<String> found) {
        try {
            return found.get();
        } catch (S3Exception e) {
            // Each configuration has a code of its own for its absence, and not every endpoint has the same.
            if (e.statusCode() == 404 && !(e instanceof NoSuchBucketException)) {
                return NONE;
            }
            throw e;
        }
    }
}
