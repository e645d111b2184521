package io.pixport.core.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The record of an image, in one of its seven states. The methods of each state are the transitions that are legal from
 * it; each gives a record whose version is one higher:
 *
 * <pre>
 *   PendingImage --complete--> ActiveImage --trash--> TrashedImage
 *     |     |                   |   ^ |edit|            |    |
 *     |   reject, duplicateOf   |   +------- restore ---+    |
 *     |     v                   |   ^ |missing|              |
 *     |  RejectedImage,         |   +-- found --- MissingImage
 *     |  DuplicateImage         |                      |     |
 *     |     |                   |                      |     |
 *     +-----+--- purge ---------+-------- purge -------+-----+--> PurgingImage --> gone
 * </pre>
 *
 * Only an active image is ever shown as an image; a trashed one is shown in its owner's trash alone.
 */
public sealed interface Image permits Upload, TrashedImage, MissingImage, PurgingImage {
    ImageId id();

    /** 1 when first saved, one higher with each change. */
    long version();

    /** When this record is to be cleared away by the purge; empty for what stays. */
    Optional<Instant> expiresAt();
}
