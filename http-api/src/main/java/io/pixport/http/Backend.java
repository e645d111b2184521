package io.pixport.http;

import io.pixport.core.port.IdempotencyStore;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.LinkVerifier;
import io.pixport.core.port.MetadataRepository;
import org.jspecify.annotations.Nullable;

/**
 * The adapters that a service stands on.
 *
 * @param linkVerifier judges the links of a store that cannot serve them by itself; null when the store can
 */
public record Backend(
        ImageStore store,
        MetadataRepository repository,
        IdempotencyStore idempotency,
        @Nullable LinkVerifier linkVerifier) {}
