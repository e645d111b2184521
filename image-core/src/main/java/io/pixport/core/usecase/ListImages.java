package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Violation;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists images that are there, the newest first. */
public final class ListImages {
    private final MetadataRepository repository;
    private final Limits limits;

    public ListImages(MetadataRepository repository, Limits limits) {
        this.repository = repository;
        this.limits = limits;
    }

    /**
     * @param after where the page before ended; null for the first
     * @param limit images on the page
     * @return the page, or {@link Outcome.Refused} for a limit outside the limits
     */
    public Outcome<Page<ActiveImage>> list(ImageQuery query, @Nullable Position after, int limit) {
        Violation violation = limits.checkPageSize(limit);
        return violation == null
                ? new Outcome.Done<>(repository.list(query, after, limit))
                : new Outcome.Refused<>(List.of(violation));
    }
}
