package io.pixport.contracts.history;

import io.pixport.contracts.history.State.Reserved;
import io.pixport.core.model.Announcement;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.ReserveUpload.Reservation;
import java.util.Set;

/** Reserves an upload, of a picture that has to be known but for a form. */
record Reserve(int user, Method method, int picture, Set<Integer> tags) implements Action {
    @Override
    public Plan plan(World world) {
        int announced = method == Method.POST ? State.NO_PICTURE : picture;
        ImageId id = world.newId(user);
        return Plan.ask(() -> reserve(world, id))
                .changing(
                        id,
                        new Reserved(
                                method,
                                announced,
                                tags,
                                world.now().plus(world.limits().reservationLife())));
    }

    Outcome<?> reserve(World world, ImageId id) {
        Announcement announced =
                switch (method) {
                    case PUT, PARTS ->
                        new Announcement(
                                method,
                                ImageFormat.JPEG,
                                (long) Pictures.bytes(picture).length,
                                Pictures.digest(picture));
                    case POST -> new Announcement(method, ImageFormat.JPEG, null, null);
                };
        Outcome<Reservation> outcome = world.service()
                .reserveUpload()
                .reserve(id, world.user(user), null, world.tagged(tags), announced, null);
        if (outcome instanceof Outcome.Done<Reservation> done) {
            world.keep(done.value().image().id(), done.value().link());
        }
        return outcome;
    }
}
