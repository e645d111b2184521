package io.pixport.aws;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.DuplicateImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.RejectedImage;
import io.pixport.core.model.Tag;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.Upload;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which list entries a record has. Each is an item that carries the whole record. */
final class ListEntries {
    private ListEntries() {}

    /** @throws IllegalArgumentException when there are too many of them for one transaction */
    static Set<ItemKey> of(Image image) {
        return switch (image) {
            case ActiveImage active -> ofActive(active);
            case TrashedImage trashed ->
                Set.of(
                        copy(trashed.image()),
                        new ItemKey(ListKey.trash(trashed.owner()), Place.of(trashed.deletedAt(), trashed.id())),
                        expiring(trashed, trashed.purgeAt()));
            case MissingImage missing ->
                Set.of(new ItemKey(ListKey.missing(), Place.of(missing.since(), missing.id())));
            case PendingImage pending -> ofReservation(pending, pending.expiry());
            case RejectedImage rejected -> ofReservation(rejected, rejected.expiry());
            case DuplicateImage duplicate -> ofReservation(duplicate, duplicate.expiry());
            case PurgingImage purging -> Set.of(expiring(purging, purging.expiry()));
        };
    }

    private static Set<ItemKey> ofActive(ActiveImage image) {
        List<Tag> tags = image.details().tags();
        if (tags.size() > DynamoDbMetadataRepository.MAX_TAGS) {
            throw new IllegalArgumentException("an image has at most %d tags in this table, got %d"
                    .formatted(DynamoDbMetadataRepository.MAX_TAGS, tags.size()));
        }
        String place = Place.of(image.uploadedAt(), image.id());
        Set<ItemKey> keys = new LinkedHashSet<>();
        keys.add(new ItemKey(ListKey.feed(image.id()), place));
        keys.add(new ItemKey(ListKey.user(image.owner()), place));
        keys.add(copy(image));
        for (Tag tag : tags) {
            keys.add(new ItemKey(ListKey.tag(tag), place));
            keys.add(new ItemKey(ListKey.userTag(image.owner(), tag), place));
        }
        return keys;
    }

    private static Set<ItemKey> ofReservation(Upload upload, Instant expiry) {
        String place = Place.of(upload.id().timestamp(), upload.id());
        return Set.of(new ItemKey(ListKey.reservations(upload.owner()), place), expiring(upload, expiry));
    }

    private static ItemKey copy(ActiveImage image) {
        return new ItemKey(
                ListKey.copies(image.owner(), image.content().sha256()), Place.of(image.uploadedAt(), image.id()));
    }

    private static ItemKey expiring(Image image, Instant expiry) {
        return new ItemKey(ListKey.expiry(image.id()), Place.of(expiry, image.id()));
    }
}
