/** What the contracts are written with: fresh values, a clock, threads that start at once, images. */
@NullMarked
package io.pixport.contracts;

import org.jspecify.annotations.NullMarked;
