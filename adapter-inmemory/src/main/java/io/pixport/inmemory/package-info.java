/** The ports in memory, as strict as S3 and DynamoDB: for trying out, for tests, and for a server that may forget. */
@NullMarked
package io.pixport.inmemory;

import org.jspecify.annotations.NullMarked;
