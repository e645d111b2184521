package io.pixport.inmemory;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.Tag;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.Upload;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.Position;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lists that records are in, each in the order of positions. Not safe for writing by several threads. */
final class Index {
    private final Lists<ListName, ActiveImage> active = new Lists<>();
    private final Lists<UserId, TrashedImage> trash = new Lists<>();
    private final Lists<UserId, Upload> reservations = new Lists<>();
    private final Lists<Copies, Image> copies = new Lists<>();
    private final NavigableMap<Position, MissingImage> missing = new TreeMap<>();
    private final NavigableMap<Position, Image> expiring = new TreeMap<>();

    /** What an owner has of the same bytes. */
    private record Copies(UserId owner, Sha256 sha256) {
        static Copies of(ActiveImage image) {
            return new Copies(image.owner(), image.content().sha256());
        }
    }

    /**
     * An equal record that has its owner and tags in common with the records in the lists: it takes less memory, and a page
     * of such records is read from fewer places.
     */
    Image sharing(Image image) {
        return image instanceof ActiveImage shown ? sharing(shown) : image;
    }

    private ActiveImage sharing(ActiveImage image) {
        List<Tag> tags = image.details().tags().stream().map(this::shared).toList();
        return new ActiveImage(
                image.id(),
                shared(image.owner()),
                image.fileName(),
                image.details().withTags(tags),
                image.content(),
                image.uploadedAt(),
                image.updatedAt(),
                image.version());
    }

    private UserId shared(UserId owner) {
        return Objects.requireNonNullElse(
                active.known(new ListName(owner, null)).owner(), owner);
    }

    private Tag shared(Tag tag) {
        return Objects.requireNonNullElse(active.known(new ListName(null, tag)).tag(), tag);
    }

    /** Enters a record into every list that it belongs to. */
    void add(Image image) {
        if (image instanceof ActiveImage shown) {
            Position position = new Position(shown.uploadedAt(), shown.id());
            ListName.of(shown).forEach(name -> active.add(name, position, shown));
            copies.add(Copies.of(shown), position, shown);
        }
        if (image instanceof TrashedImage trashed) {
            ActiveImage was = trashed.image();
            copies.add(Copies.of(was), new Position(was.uploadedAt(), was.id()), trashed);
            trash.add(trashed.owner(), new Position(trashed.deletedAt(), trashed.id()), trashed);
        }
        if (image instanceof MissingImage lost) {
            missing.put(new Position(lost.since(), lost.id()), lost);
        }
        if (image instanceof Upload upload && !(image instanceof ActiveImage)) {
            reservations.add(upload.owner(), new Position(upload.id().timestamp(), upload.id()), upload);
        }
        image.expiresAt().ifPresent(expiry -> expiring.put(new Position(expiry, image.id()), image));
    }

    /** Takes a record out of every list that it was entered into. */
    void remove(Image image) {
        if (image instanceof ActiveImage shown) {
            Position position = new Position(shown.uploadedAt(), shown.id());
            ListName.of(shown).forEach(name -> active.remove(name, position));
            copies.remove(Copies.of(shown), position);
        }
        if (image instanceof TrashedImage trashed) {
            ActiveImage was = trashed.image();
            copies.remove(Copies.of(was), new Position(was.uploadedAt(), was.id()));
            trash.remove(trashed.owner(), new Position(trashed.deletedAt(), trashed.id()));
        }
        if (image instanceof MissingImage lost) {
            missing.remove(new Position(lost.since(), lost.id()));
        }
        if (image instanceof Upload upload && !(image instanceof ActiveImage)) {
            reservations.remove(upload.owner(), new Position(upload.id().timestamp(), upload.id()));
        }
        image.expiresAt().ifPresent(expiry -> expiring.remove(new Position(expiry, image.id())));
    }

    /**
     * Active images behind a position, the newest first, that pass the query's filters by owner and tags; by time only to
     * the millisecond, and not yet by the others.
     */
    Walk<ActiveImage> active(ImageQuery query, @Nullable Position after) {
        Span span = Span.of(query.from(), query.until()).olderThan(after);
        List<NavigableMap<Position, ActiveImage>> lists = names(query)
                .map(name -> span.of(active.get(name)).descendingMap())
                .toList();
        return switch (query.tagMatch()) {
            case ALL -> Walk.common(lists);
            case ANY -> Walk.merged(lists);
        };
    }

    private static Stream<ListName> names(ImageQuery query) {
        List<Tag> tags = query.sortedTags();
        return tags.isEmpty()
                ? Stream.of(new ListName(query.owner(), null))
                : tags.stream().map(tag -> new ListName(query.owner(), tag));
    }

    /** What is in a user's trash behind a position, the last deleted first. */
    Walk<TrashedImage> trash(UserId owner, @Nullable Position after) {
        return Walk.along(Span.ALL.olderThan(after).of(trash.get(owner)).descendingMap());
    }

    /** A user's reservations behind a position, the last made first. */
    Walk<Upload> reservations(UserId owner, @Nullable Position after) {
        return Walk.along(Span.ALL.olderThan(after).of(reservations.get(owner)).descendingMap());
    }

    /** What an owner has of the same bytes behind a position, the newest first. */
    Walk<Image> copies(UserId owner, Sha256 sha256, @Nullable Position after) {
        return Walk.along(Span.ALL
                .olderThan(after)
                .of(copies.get(new Copies(owner, sha256)))
                .descendingMap());
    }

    /** What lacks its bytes behind a position, the longest missing first. */
    Walk<MissingImage> missing(@Nullable Position after) {
        return Walk.along(Span.ALL.newerThan(after).of(missing));
    }

    /** What expires behind a position and not after a time, the soonest first. */
    Walk<Image> expired(Instant now, @Nullable Position after) {
        return Walk.along(Span.of(null, now).newerThan(after).of(expiring));
    }
}
