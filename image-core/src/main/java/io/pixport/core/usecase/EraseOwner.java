package io.pixport.core.usecase;

import io.pixport.core.model.Image;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ImageQuery.TagMatch;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.Purge.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Deletes everything of an owner for good: images, what is in the trash, and reservations in whichever state. It is a job in
 * pieces: each call does what it has time for, and tells whether there is more. It keeps no state but what is left, so it may
 * be interrupted anywhere, done by several at once, and repeated.
 */
public final class EraseOwner {
    private static final int PAGE_SIZE = 50;
    /** Within which a page has to begin, so that a call ends within the time of a function. */
    private static final Duration TIME = Duration.ofSeconds(10);

    private final MetadataRepository repository;
    private final Purge purge;
    private final InstantSource clock;

    public EraseOwner(MetadataRepository repository, Purge purge, InstantSource clock) {
        this.repository = repository;
        this.purge = purge;
        this.clock = clock;
    }

    /**
     * What one call did.
     *
     * @param images whose bytes and records are gone, those included whose bytes were missing
     * @param trash the same of what was in the trash
     * @param reservations the same of reservations
     * @param failed those that a store failed on; they are tried again by the next call, or by {@link PurgeExpired} where
     *     they were marked already
     * @param done whether nothing is left of what was there when the call began; else it is to be made again
     */
    public record Report(int images, int trash, int reservations, int failed, boolean done) {}

    /**
     * Whatever is uploaded or reserved meanwhile stays, and so may an image that is restored meanwhile.
     *
     * @param caller who asks; null for nobody in particular, who may
     * @return what has been done, or {@link Outcome.NotOwner}
     * @throws StorageException when the repository cannot say what there is; what was done until then stays done
     */
    public Outcome<Report> erase(UserId owner, @Nullable UserId caller) {
        return caller == null || caller.equals(owner)
                ? new Outcome.Done<>(new Piece(owner).carryOut())
                : new Outcome.NotOwner<>();
    }

    private interface Listing extends Function<@Nullable Position, Page<? extends Image>> {}

    /** One call. */
    private final class Piece {
        private final UserId owner;
        private final Instant begin = clock.instant();
        private boolean left;

        Piece(UserId owner) {
            this.owner = owner;
        }

        /** In the order in which images move on, so that one that moves meanwhile is met in its next list. */
        Report carryOut() {
            ImageQuery query = new ImageQuery(owner, Set.of(), TagMatch.ALL, Set.of(), null, null, null);
            Listing inTrash = after -> repository.listTrash(owner, after, PAGE_SIZE);
            Tally reservations = removed(after -> repository.listReservations(owner, after, PAGE_SIZE));
            Tally restorable = removed(inTrash);
            Tally shown = removed(after -> repository.list(query, after, PAGE_SIZE));
            Tally images = shown.plus(removed(after -> ofOwner(repository.listMissing(after, PAGE_SIZE))));
            Tally trash = restorable.plus(removed(inTrash));
            return new Report(
                    images.removed(),
                    trash.removed(),
                    reservations.removed(),
                    images.plus(trash).plus(reservations).failed(),
                    !left);
        }

        private Page<MissingImage> ofOwner(Page<MissingImage> page) {
            return new Page<>(
                    page.items().stream()
                            .filter(image -> image.owner().equals(owner))
                            .toList(),
                    page.next());
        }

        private Tally removed(Listing listing) {
            Tally tally = Tally.NONE;
            @Nullable Position after = null;
            do {
                if (clock.instant().isAfter(begin.plus(TIME))) {
                    left = true;
                    return tally;
                }
                Page<? extends Image> page = listing.apply(after);
                tally = tally.plus(removed(page.items()));
                after = page.next().orElse(null);
            } while (after != null);
            return tally;
        }

        private Tally removed(List<? extends Image> listed) {
            List<? extends Image> there = listed.stream()
                    .filter(image -> !image.id().timestamp().isAfter(begin))
                    .toList();
            Tally tally = purge.removeAll(there);
            left |= tally.removed() < there.size();
            return tally;
        }
    }
}
