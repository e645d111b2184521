/** The lists of a repository beside a model of them so plain that it is obviously right, as a property. */
@NullMarked
package io.pixport.contracts.listmodel;

import org.jspecify.annotations.NullMarked;
