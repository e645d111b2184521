package io.pixport.core.port;

import io.pixport.core.model.Sha256;
import java.util.Optional;

/**
 * What a store knows of an object without reading it.
 *
 * @param key its name
 * @param size the number of its bytes
 * @param sha256 the digest of its bytes; empty where the store does not tell: in a list, and of what was stored by a
 *     presigned form
 */
public record StoredObject(ObjectKey key, long size, Optional<Sha256> sha256) {}
