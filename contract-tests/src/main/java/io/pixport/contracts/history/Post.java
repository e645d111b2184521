package io.pixport.contracts.history;

import java.util.Set;

/** Uploads a picture by a request under a new key. */
record Post(int user, int picture, Set<Integer> tags) implements Action {
    @Override
    public Plan plan(World world) {
        KeyedUpload upload = KeyedUpload.of(world, this);
        world.keep(upload);
        return upload.plan(world);
    }
}
