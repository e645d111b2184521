package io.pixport.core.usecase;

import io.pixport.core.model.Limits;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.model.Violation;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists what is in a user's trash, the last deleted first. */
public final class ListTrash {
    private final MetadataRepository repository;
    private final Limits limits;

    public ListTrash(MetadataRepository repository, Limits limits) {
        this.repository = repository;
        this.limits = limits;
    }

    /**
     * @param caller who asks; null for nobody in particular, who may
     * @param after where the page before ended; null for the first
     * @param limit images on the page
     * @return the page, {@link Outcome.NotOwner}, or {@link Outcome.Refused} for a limit outside the limits
     */
    public Outcome<Page<TrashedImage>> list(
            UserId owner, @Nullable UserId caller, @Nullable Position after, int limit) {
        if (caller != null && !caller.equals(owner)) {
            return new Outcome.NotOwner<>();
        }
        Violation violation = limits.checkPageSize(limit);
        return violation == null
                ? new Outcome.Done<>(repository.listTrash(owner, after, limit))
                : new Outcome.Refused<>(List.of(violation));
    }
}
