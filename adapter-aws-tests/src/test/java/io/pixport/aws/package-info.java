/** The adapter on local servers that speak S3 and DynamoDB. */
@NullMarked
package io.pixport.aws;

import org.jspecify.annotations.NullMarked;
