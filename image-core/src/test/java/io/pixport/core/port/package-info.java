/** Tests of what the ports take and give. */
@NullMarked
package io.pixport.core.port;

import org.jspecify.annotations.NullMarked;
