/** Histories of everything that can be done with images, with failures and crashes, beside a plain model of what should be. */
@NullMarked
package io.pixport.contracts.history;

import org.jspecify.annotations.NullMarked;
