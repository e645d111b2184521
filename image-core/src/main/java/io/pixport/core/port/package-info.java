/** What the core asks of a backend: a store of bytes, a repository of records, and how either fails. */
@NullMarked
package io.pixport.core.port;

import org.jspecify.annotations.NullMarked;
