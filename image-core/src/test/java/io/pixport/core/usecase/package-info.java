/** Tests of what use cases do without a backend; the rest is tested by the contract kit. */
@NullMarked
package io.pixport.core.usecase;

import org.jspecify.annotations.NullMarked;
