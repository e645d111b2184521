/** Starts the local servers; loaded apart from everything else, beside the libraries of one of them. */
@NullMarked
package io.pixport.localaws.server;

import org.jspecify.annotations.NullMarked;
