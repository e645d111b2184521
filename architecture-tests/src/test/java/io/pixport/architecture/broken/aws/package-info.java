/** Looks like the AWS adapter. */
@NullMarked
package io.pixport.architecture.broken.aws;

import org.jspecify.annotations.NullMarked;
