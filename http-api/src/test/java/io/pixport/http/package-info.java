@NullMarked
package io.pixport.http;

import org.jspecify.annotations.NullMarked;
