/** Code that reaches for the outer world: each method is an offence of its own. */
@NullMarked
package io.pixport.architecture.broken.core.impure;

import org.jspecify.annotations.NullMarked;
