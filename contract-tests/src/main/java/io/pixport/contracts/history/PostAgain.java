package io.pixport.contracts.history;

import java.util.List;

/**
 * Sends a request under its key again, within a day: mostly one whose answer was lost.
 *
 * @param patiently whether it waits until the one before can be at work no more
 */
record PostAgain(int pick, boolean patiently) implements Action {
    @Override
    public Plan plan(World world) {
        if (patiently) {
            world.clock().advance(KeyedUpload.LEASE);
        }
        List<KeyedUpload> all = world.keyedUploads()
                .filter(upload -> upload.isRemembered(world.now()))
                .toList();
        return Model.pick(pick, all, upload -> !upload.isAnswered())
                .map(upload -> upload.plan(world))
                .orElse(Plan.NOTHING);
    }
}
