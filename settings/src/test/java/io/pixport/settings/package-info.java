@NullMarked
package io.pixport.settings;

import org.jspecify.annotations.NullMarked;
