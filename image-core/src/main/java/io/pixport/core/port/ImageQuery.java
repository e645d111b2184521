package io.pixport.core.port;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which active images to list. An image has to pass every filter that is given.
 *
 * @param owner only this user's; null for everybody's
 * @param tags only images with these tags, whole tags, not parts of them; empty for no filter
 * @param tagMatch whether all of the tags are needed or one is enough
 * @param notTags only images with none of these tags
 * @param format only this format; null for every format
 * @param from only images uploaded at this time or later; null for no bound
 * @param until only images uploaded before this time; null for no bound
 */
public record ImageQuery(
        @Nullable UserId owner,
        Set<Tag> tags,
        TagMatch tagMatch,
        Set<Tag> notTags,
        @Nullable ImageFormat format,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** How several tags are meant. */
    public enum TagMatch {
        ALL,
        ANY
    }

    /** Every image. */
    public static final ImageQuery EVERYTHING =
            new ImageQuery(null, Set.of(), TagMatch.ALL, Set.of(), null, null, null);

    public ImageQuery {
        tags = Set.copyOf(tags);
        notTags = Set.copyOf(notTags);
    }

    /** The tags in their order, so that equal queries are worked off alike. */
    public List<Tag> sortedTags() {
        return List.copyOf(new TreeSet<>(tags));
    }

    /** Whether the image passes every filter. */
    public boolean matches(ActiveImage image) {
        List<Tag> has = image.details().tags();
        return (owner == null || owner.equals(image.owner()))
                && matchesTags(has)
                && notTags.stream().noneMatch(has::contains)
                && (format == null || format == image.content().format())
                && (from == null || !image.uploadedAt().isBefore(from))
                && (until == null || image.uploadedAt().isBefore(until));
    }

    private boolean matchesTags(List<Tag> has) {
        return switch (tagMatch) {
            case ALL -> has.containsAll(tags);
            case ANY -> tags.isEmpty() || tags.stream().anyMatch(has::contains);
        };
    }
}
