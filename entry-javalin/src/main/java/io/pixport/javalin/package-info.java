/** The executable server: settings from the environment, wiring, and the one adapter between Javalin and the HTTP contract. */
@NullMarked
package io.pixport.javalin;

import org.jspecify.annotations.NullMarked;
