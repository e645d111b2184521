/** What the scripts of this module run: measurements, and the bare servers that Pixport is measured beside. */
@NullMarked
package io.pixport.benchmarks;

import org.jspecify.annotations.NullMarked;
