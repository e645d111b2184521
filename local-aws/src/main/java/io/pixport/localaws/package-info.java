/** Something that speaks S3 and DynamoDB, for tests. */
@NullMarked
package io.pixport.localaws;

import org.jspecify.annotations.NullMarked;
