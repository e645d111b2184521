/** Looks like the settings. */
@NullMarked
package io.pixport.architecture.broken.settings;

import org.jspecify.annotations.NullMarked;
