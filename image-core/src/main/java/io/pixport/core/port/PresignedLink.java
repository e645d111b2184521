package io.pixport.core.port;

import java.time.Instant;

/** What a store has signed for somebody who cannot ask it otherwise: a link, a form, or links for parts. */
public sealed interface PresignedLink permits PresignedUrl, PresignedPost, PresignedParts {
    /** From when on it is refused. */
    Instant expiresAt();
}
