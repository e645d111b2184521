@NullMarked
package io.pixport.lambda;

import org.jspecify.annotations.NullMarked;
