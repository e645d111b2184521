package io.pixport.core.port;

import java.net.URI;
import java.time.Instant;

/** What a store has signed for somebody who cannot ask it otherwise: a link, or a form. */
public sealed interface PresignedLink permits PresignedUrl, PresignedPost {
    /** Where to send the request. */
    URI url();

    /** From when on it is refused. */
    Instant expiresAt();
}
