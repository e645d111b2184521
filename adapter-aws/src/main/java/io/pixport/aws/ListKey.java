package io.pixport.aws;

import io.pixport.core.model.ImageId;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The partition keys of the lists. Neither user ids nor tags have a {@code #}. What every image is in is spread over
 * shards, because a partition takes no more than 1,000 writes a second.
 */
final class ListKey {
    /** Part of the shape of every table that there is: with another number, images would not be found any more. */
    static final int SHARDS = 4;

    private static final String FEED = "FEED#";
    private static final String EXPIRY = "EXPIRY#";

    private ListKey() {}

    static String feed(ImageId id) {
        return FEED + shard(id);
    }

    /** Every shard of the list of all images. */
    static List<String> feed() {
        return IntStream.range(0, SHARDS).mapToObj(shard -> FEED + shard).toList();
    }

    static String user(UserId user) {
        return "USER#" + user;
    }

    static String tag(Tag tag) {
        return "TAG#" + tag;
    }

    static String userTag(UserId user, Tag tag) {
        return user(user) + "#" + tag(tag);
    }

    static String trash(UserId user) {
        return "TRASH#" + user;
    }

    static String reservations(UserId user) {
        return "RESERVATIONS#" + user;
    }

    static String copies(UserId user, Sha256 sha256) {
        return user(user) + "#SHA256#" + sha256;
    }

    /** One for all, because few images lose their bytes. */
    static String missing() {
        return "MISSING";
    }

    static String expiry(ImageId id) {
        return EXPIRY + shard(id);
    }

    /** Every shard of the list of what expires. */
    static List<String> expiry() {
        return IntStream.range(0, SHARDS).mapToObj(shard -> EXPIRY + shard).toList();
    }

    /** By the last bits of the id, which are random whoever made it. */
    private static int shard(ImageId id) {
        return (int) (id.value().getLeastSignificantBits() & (SHARDS - 1));
    }
}
