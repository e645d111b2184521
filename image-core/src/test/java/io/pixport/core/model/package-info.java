/** Tests of values, states and limits. */
@NullMarked
package io.pixport.core.model;

import org.jspecify.annotations.NullMarked;
