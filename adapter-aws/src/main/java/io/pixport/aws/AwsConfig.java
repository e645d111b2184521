package io.pixport.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the bucket and the table are. What is null is left to the AWS SDK, which looks for it in the environment, in its
 * profiles and on the machine.
 *
 * @param bucket name of the S3 bucket
 * @param table name of the DynamoDB table
 * @param region of both, such as {@code eu-central-1}
 * @param s3Endpoint what speaks S3, where that is not AWS
 * @param dynamoDbEndpoint what speaks DynamoDB, where that is not AWS
 * @param s3PublicEndpoint what presigned links lead to, where clients reach S3 by another address than the service does
 * @param pathStyle whether the bucket is in the path of a URL instead of its host, as most servers want that are not AWS
 */
public record AwsConfig(
        String bucket,
        String table,
        @Nullable String region,
        @Nullable URI s3Endpoint,
        @Nullable URI dynamoDbEndpoint,
        @Nullable URI s3PublicEndpoint,
        boolean pathStyle) {}
