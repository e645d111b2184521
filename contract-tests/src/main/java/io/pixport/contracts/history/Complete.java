package io.pixport.contracts.history;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.contracts.history.State.Duplicate;
import io.pixport.contracts.history.State.Rejected;
import io.pixport.contracts.history.State.Reserved;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.usecase.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Completes an upload whose bytes have been sent, or have not, or which is complete. */
record Complete(int pick, Caller caller, OnDuplicate onDuplicate) implements Action {
    @Override
    public Plan plan(World world) {
        return world.model()
                .pick(pick, entry -> entry.is(Reserved.class))
                .map(entry -> plan(world, entry))
                .orElse(Plan.NOTHING);
    }

    private Plan plan(World world, Entry entry) {
        Plan plan = Plan.ask(() ->
                world.service().completeUpload().complete(entry.id(), caller.id(world, entry.owner()), onDuplicate));
        State told = entry.state().told(world.now());
        if (told instanceof State.Absent || told instanceof State.Trashed || told instanceof State.Missing) {
            return plan.answering(Outcome.NotFound.class);
        }
        if (caller == Caller.STRANGER) {
            return plan.answering(Outcome.NotOwner.class);
        }
        return switch (entry.state()) {
            case Rejected rejected -> plan.answering(Outcome.Refused.class);
            case Duplicate duplicate ->
                world.model().get(duplicate.original()).is(Active.class)
                        ? plan
                        : plan.answering(Outcome.NotFound.class);
            case Reserved reserved -> judged(world, entry, reserved, plan);
            default -> plan;
        };
    }

    private Plan judged(World world, Entry entry, Reserved reserved, Plan plan) {
        if (reserved.arrived() == State.NO_PICTURE) {
            return plan.answering(Outcome.NotArrived.class);
        }
        if (!Pictures.isGood(reserved.arrived())) {
            return plan.answering(Outcome.Refused.class).changing(entry.id(), new Rejected(reserved.expiry()));
        }
        List<State> after = new ArrayList<>();
        for (int picture : candidates(reserved)) {
            Optional<Entry> copy = world.model().copy(entry.owner(), picture, onDuplicate, world.now());
            copy.ifPresent(original -> Upload.reusing(plan, original));
            after.add(copy.<State>map(original -> new Duplicate(original.id(), reserved.expiry()))
                    .orElse(new Active(picture, reserved.tags(), world.now(), 2)));
        }
        plan.changing(entry.id(), after.toArray(State[]::new));
        return reserved.method() == Method.POST ? plan.interrupted(entry.id(), reserved.perhapsTaken()) : plan;
    }

    /** The picture that arrived last, unless another was taken over before. */
    private static Set<Integer> candidates(Reserved reserved) {
        Set<Integer> candidates = new TreeSet<>(reserved.taken());
        candidates.add(reserved.arrived());
        return candidates;
    }
}
