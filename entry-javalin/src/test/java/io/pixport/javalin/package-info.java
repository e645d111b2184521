@NullMarked
package io.pixport.javalin;

import org.jspecify.annotations.NullMarked;
