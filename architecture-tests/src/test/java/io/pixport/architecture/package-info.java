/** The architecture of Pixport as rules, each held against Pixport and against a house of classes that break it. */
@NullMarked
package io.pixport.architecture;

import org.jspecify.annotations.NullMarked;
