/**
 * What can be set about a service, read from variables such as those of the environment, the stores that it chooses, and
 * their upkeep, whatever entry serves it.
 */
@NullMarked
package io.pixport.settings;

import org.jspecify.annotations.NullMarked;
