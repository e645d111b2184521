package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.OnDuplicate;

/** Asks for an image of a picture before sending it. */
record FindCopy(int user, int picture) implements Action {
    @Override
    public Plan plan(World world) {
        return Plan.run(() -> assertThat(world.service()
                        .reuseImage()
                        .reuse(world.user(user), Pictures.digest(picture), OnDuplicate.RETURN)
                        .map(ActiveImage::id))
                .isEqualTo(world.model()
                        .copy(user, picture, OnDuplicate.RETURN, world.now())
                        .map(Entry::id)));
    }
}
