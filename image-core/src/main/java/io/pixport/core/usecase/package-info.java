/** What one can do with images: a final class for each use case, and {@link io.pixport.core.usecase.ImageService}, which wires them once. */
@NullMarked
package io.pixport.core.usecase;

import org.jspecify.annotations.NullMarked;
