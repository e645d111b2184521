package io.pixport.aws;

import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/**
 * What the bucket is like: private whatever the policies of objects say, owned wholly by its account, encrypted, reached by
 * TLS only, and rid of multipart uploads that nothing else has ended.
 */
final class BucketShape {
    static final ObjectOwnership OWNERSHIP = ObjectOwnership.BUCKET_OWNER_ENFORCED;
    private static final ServerSideEncryption ENCRYPTION = ServerSideEncryption.AES256;
    /** A day longer than any reservation lives whose parts may still arrive. */
    static final int ABORT_UPLOADS_AFTER_DAYS = 8;

    static final PublicAccessBlockConfiguration PUBLIC_ACCESS = PublicAccessBlockConfiguration.builder()
            .blockPublicAcls(true)
            .ignorePublicAcls(true)
            .blockPublicPolicy(true)
            .restrictPublicBuckets(true)
            .build();

    /** The one condition that the policy has to hold, whatever else it says. */
    static final String WITHOUT_TLS = "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}";

    private BucketShape() {}

    static OwnershipControls ownershipControls() {
        return OwnershipControls.builder()
                .rules(OwnershipControlsRule.builder()
                        .objectOwnership(OWNERSHIP)
                        .build())
                .build();
    }

    static ServerSideEncryptionConfiguration encryption() {
        return ServerSideEncryptionConfiguration.builder()
                .rules(ServerSideEncryptionRule.builder()
                        .applyServerSideEncryptionByDefault(algorithm -> algorithm.sseAlgorithm(ENCRYPTION))
                        .build())
                .build();
    }

    static BucketLifecycleConfiguration lifecycle() {
        return BucketLifecycleConfiguration.builder()
                .rules(LifecycleRule.builder()
                        .id("abort-incomplete-uploads")
                        .status(ExpirationStatus.ENABLED)
                        .filter(everything -> everything.prefix(""))
                        .abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation(ABORT_UPLOADS_AFTER_DAYS))
                        .build())
                .build();
    }

    /**
     * Denies all requests without TLS.
     *
     * @param partition of the region, such as {@code aws} or {@code aws-cn}
     */
    static String policy(String bucket, String partition) {
        return """
                {"Version":"2012-10-17","Statement":[{"Sid":"TlsOnly","Effect":"Deny","Principal":"*","Action":"s3:*",\
                "Resource":["arn:%2$s:s3:::%1$s","arn:%2$s:s3:::%1$s/*"],%3$s}]}""".formatted(bucket, partition, WITHOUT_TLS);
    }
}
