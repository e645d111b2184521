/** What an image is: values that validate once and cannot be wrong, the states of an image, and the limits in force. */
@NullMarked
package io.pixport.core.model;

import org.jspecify.annotations.NullMarked;
