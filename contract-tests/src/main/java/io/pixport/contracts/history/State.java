package io.pixport.contracts.history;

import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How it stands with an id. Users, pictures and tags are numbers. */
sealed interface State {
    State ABSENT = new Absent();

    /** No number of a picture. */
    int NO_PICTURE = -1;

    /** Nor is this: what is assembled of several. */
    int MIXED = -2;

    /** As much of it as anybody is told at this time. */
    default State told(Instant now) {
        return this;
    }

    /** Never there, or gone: nobody sees any of it, and bytes that are left of it go in time. */
    record Absent() implements State {}

    /**
     * Being removed, by somebody who may have died: nobody sees any of it.
     *
     * @param expiry from when on a purge goes on with it
     */
    record Going(Instant expiry) implements State {
        @Override
        public State told(Instant now) {
            return ABSENT;
        }
    }

    /**
     * Waiting for bytes.
     *
     * @param announced the picture that alone will be taken; {@link #NO_PICTURE} for any
     * @param arrived the picture that was sent last as each part, by its number; what has no parts is part 1
     * @param taken pictures of which one may have been put under the image's own key by a completion that was interrupted
     */
    record Reserved(
            Method method,
            int announced,
            Set<Integer> tags,
            Instant expiry,
            Map<Integer, Integer> arrived,
            Set<Integer> taken)
            implements State {
        /** Nothing has arrived. */
        Reserved(Method method, int announced, Set<Integer> tags, Instant expiry) {
            this(method, announced, tags, expiry, Map.of(), Set.of());
        }

        @Override
        public State told(Instant now) {
            return expiry.isAfter(now) ? new Reserved(method, announced, tags, expiry) : ABSENT;
        }

        boolean isInParts() {
            return method == Method.PARTS;
        }

        Reserved withArrived(int part, int picture) {
            Map<Integer, Integer> more = new HashMap<>(arrived);
            more.put(part, picture);
            return new Reserved(method, announced, tags, expiry, Map.copyOf(more), taken);
        }

        /** The picture that has arrived; {@link #NO_PICTURE} as long as a part is missing, {@link #MIXED} for parts of several. */
        int whole() {
            if (arrived.size() < (isInParts() ? Pictures.parts(announced) : 1)) {
                return NO_PICTURE;
            }
            Set<Integer> pictures = Set.copyOf(arrived.values());
            return pictures.size() == 1 ? pictures.iterator().next() : MIXED;
        }

        /** A completion has begun, and nobody knows how far it got. */
        Reserved perhapsTaken() {
            Set<Integer> more = new HashSet<>(taken);
            more.add(whole());
            return new Reserved(method, announced, tags, expiry, arrived, Set.copyOf(more));
        }
    }

    /**
     * An image that is there.
     *
     * @param lost whether its bytes have gone from the store by no fault of the service
     */
    record Active(int picture, Set<Integer> tags, Instant uploadedAt, long version, boolean lost) implements State {
        Active(int picture, Set<Integer> tags, Instant uploadedAt, long version) {
            this(picture, tags, uploadedAt, version, false);
        }

        @Override
        public Active told(Instant now) {
            return withLost(false);
        }

        Active withTags(Set<Integer> newTags) {
            return newTags.equals(tags) ? this : new Active(picture, newTags, uploadedAt, version + 1, lost);
        }

        Active withLost(boolean nowLost) {
            return new Active(picture, tags, uploadedAt, version, nowLost);
        }

        /** The same with the next version. */
        Active next() {
            return new Active(picture, tags, uploadedAt, version + 1, lost);
        }
    }

    /** @param image as it was deleted */
    record Trashed(Active image, Instant deletedAt, Instant purgeAt) implements State {
        @Override
        public Trashed told(Instant now) {
            return new Trashed(image.told(now), deletedAt, purgeAt);
        }
    }

    /**
     * An image that is kept from everybody, because its bytes were missed.
     *
     * @param image as it was missed; no longer lost once its bytes are back
     */
    record Missing(Active image) implements State {
        @Override
        public Missing told(Instant now) {
            return new Missing(image.told(now));
        }
    }

    record Rejected(Instant expiry) implements State {
        @Override
        public State told(Instant now) {
            return expiry.isAfter(now) ? this : ABSENT;
        }
    }

    /** @param original the image of the same bytes */
    record Duplicate(ImageId original, Instant expiry) implements State {
        @Override
        public State told(Instant now) {
            return expiry.isAfter(now) ? this : ABSENT;
        }
    }
}
