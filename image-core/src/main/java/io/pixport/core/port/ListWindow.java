package io.pixport.core.port;

import java.util.Optional;

/**
 * What {@link MetadataRepository#mendLists} found in one window.
 *
 * @param entries list entries that were looked at
 * @param stray those of them that their record does not have, or has otherwise
 * @param lacking entries that a record has and no list
 * @param mended how many of the stray and the lacking are as they should be now
 * @param next where the next window begins; empty when this was the last
 */
public record ListWindow(long entries, long stray, long lacking, long mended, Optional<String> next) {}
