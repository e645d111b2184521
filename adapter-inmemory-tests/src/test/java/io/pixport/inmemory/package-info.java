@NullMarked
package io.pixport.inmemory;

import org.jspecify.annotations.NullMarked;
