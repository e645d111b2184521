/** The ports on S3 and DynamoDB, by the AWS SDK for Java v2. */
@NullMarked
package io.pixport.aws;

import org.jspecify.annotations.NullMarked;
