package io.pixport.contracts.metadata;

import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ImageQuery.TagMatch;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query put together filter by filter. */
public final class Asking {
    private @Nullable UserId owner;
    private Set<Tag> tags = Set.of();
    private TagMatch tagMatch = TagMatch.ALL;
    private Set<Tag> notTags = Set.of();
    private @Nullable ImageFormat format;
    private @Nullable Instant from;
    private @Nullable Instant until;

    private Asking() {}

    /** Of everybody: to be narrowed to what the test has made. */
    public static Asking ofEverybody() {
        return new Asking();
    }

    public static Asking of(UserId owner) {
        Asking asking = new Asking();
        asking.owner = owner;
        return asking;
    }

    /** Only images that have all of these. */
    public Asking tagged(Tag... all) {
        tags = Set.of(all);
        tagMatch = TagMatch.ALL;
        return this;
    }

    /** Only images that have one of these. */
    public Asking taggedAny(Tag... any) {
        tags = Set.of(any);
        tagMatch = TagMatch.ANY;
        return this;
    }

    public Asking without(Tag... none) {
        notTags = Set.of(none);
        return this;
    }

    public Asking format(@Nullable ImageFormat only) {
        format = only;
        return this;
    }

    public Asking from(@Nullable Instant inclusive) {
        from = inclusive;
        return this;
    }

    public Asking until(@Nullable Instant exclusive) {
        until = exclusive;
        return this;
    }

    public ImageQuery query() {
        return new ImageQuery(owner, tags, tagMatch, notTags, format, from, until);
    }
}
