/**
 * What bytes are: format, dimensions, frames, orientation, and whether the file is whole.
 *
 * <p>{@link io.pixport.core.probe.ImageProbe} reads a file as it streams by, in memory that does not depend on the file, and
 * decodes no pixels. Each format is a chain of steps over one push reader; a step interprets the few bytes that it asked
 * for and asks for the next.
 */
@NullMarked
package io.pixport.core.probe;

import org.jspecify.annotations.NullMarked;
