package io.pixport.contracts.history;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.contracts.history.State.Trashed;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.ReceivedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/** Uploads a picture through the service, as an entry does. */
record Upload(int user, int picture, Set<Integer> tags, OnDuplicate onDuplicate) implements Action {
    @Override
    public Plan plan(World world) {
        ImageId id = world.newId(user);
        Plan plan = Plan.ask(() -> upload(world, id));
        if (!Pictures.isGood(picture)) {
            return plan.answering(Outcome.Refused.class);
        }
        Optional<Entry> copy = world.model().copy(user, picture, onDuplicate, world.now());
        return copy.isPresent()
                ? reusing(plan, copy.get())
                : plan.changing(id, new Active(picture, tags, world.now(), 1));
    }

    /** What becomes of the image that takes the place of another. */
    static Plan reusing(Plan plan, Entry copy) {
        return plan.changing(copy.id(), reused(copy.state()));
    }

    private static State reused(State copy) {
        return copy instanceof Trashed trashed ? trashed.image().next() : copy;
    }

    private Outcome<?> upload(World world, ImageId id) {
        Outcome<ReceivedImage> received;
        try {
            received = world.service().receiveImage().receive(new ByteArrayInputStream(Pictures.bytes(picture)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return received.flatMap(image -> {
            try (image) {
                return stored(world, id, image);
            }
        });
    }

    private Outcome<ActiveImage> stored(World world, ImageId id, ReceivedImage image) {
        return world.service()
                .reuseImage()
                .reuse(world.user(user), image.sha256(), onDuplicate)
                .<Outcome<ActiveImage>>map(Outcome.Done::new)
                .orElseGet(() ->
                        world.service().uploadImage().upload(id, world.user(user), null, world.tagged(tags), image));
    }
}
