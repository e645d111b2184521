package io.pixport.benchmarks;

import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ImageQuery.TagMatch;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose images, and of which tags, are listed; of each there is a full page among {@link Records}. */
enum Filter {
    EVERYTHING("of everything"),
    USER("of a user"),
    USER_AND_TAG("of a user's tag"),
    COMMON_TAG("of a common tag"),
    RARE_TAG("of a rare tag"),
    COMMON_AND_RARE_TAG("of a common and a rare tag");

    private final String words;

    Filter(String words) {
        this.words = words;
    }

    /**
     * @param user a user's name
     * @param tag a common tag
     */
    ImageQuery query(String user, String tag) {
        return switch (this) {
            case EVERYTHING -> of(null);
            case USER -> of(user);
            case USER_AND_TAG -> of(user, tag);
            case COMMON_TAG -> of(null, tag);
            case RARE_TAG -> of(null, Records.RARE);
            case COMMON_AND_RARE_TAG -> of(null, Records.RARE, Records.tag(0));
        };
    }

    private static ImageQuery of(@Nullable String user, String... tags) {
        Set<Tag> all = Arrays.stream(tags).map(Tag::new).collect(Collectors.toUnmodifiableSet());
        return new ImageQuery(user == null ? null : new UserId(user), all, TagMatch.ALL, Set.of(), null, null, null);
    }

    /** Where the same page is over HTTP. */
    static String path(ImageQuery query) {
        Stream<String> user = Stream.ofNullable(query.owner()).map(owner -> "user_id=" + owner.value());
        Stream<String> tags = query.sortedTags().stream().map(tag -> "tag=" + tag.value());
        return "/images?" + Stream.concat(user, tags).collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return words;
    }
}
