package io.pixport.contracts.history;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.contracts.history.State.Duplicate;
import io.pixport.contracts.history.State.Rejected;
import io.pixport.contracts.history.State.Reserved;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.usecase.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Completes an upload whose bytes have been sent, or have not, or which is complete. */
record Complete(int pick, Caller caller, OnDuplicate onDuplicate) implements Action {
    @Override
    public Plan plan(World world) {
        return world.model()
                .pick(pick, Complete::hasArrived)
                .map(entry -> plan(world, entry))
                .orElse(Plan.NOTHING);
    }

    private static boolean hasArrived(Entry entry) {
        return entry.state() instanceof Reserved reserved && reserved.whole() != State.NO_PICTURE;
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
        if (reserved.whole() == State.NO_PICTURE) {
            return plan.answering(Outcome.NotArrived.class);
        }
        Set<Integer> candidates = candidates(reserved);
        boolean isCertain = candidates.size() == 1;
        List<State> after = candidates.stream()
                .map(picture -> isTaken(reserved, picture)
                        ? taken(world, entry, picture, isCertain, plan)
                        : new Rejected(reserved.expiry()))
                .toList();
        boolean perhaps = after.stream().anyMatch(Rejected.class::isInstance);
        boolean surely = after.stream().allMatch(Rejected.class::isInstance);
        plan.answering(surely ? Outcome.Refused.class : perhaps ? Outcome.class : Outcome.Done.class)
                .changing(entry.id(), after.toArray(State[]::new));
        return reserved.method() == Method.PUT ? plan : plan.interrupted(entry.id(), reserved.perhapsTaken());
    }

    /**
     * The picture that arrived last, unless another was taken over before. What a form has put is looked at all the same; parts
     * that have been assembled are gone.
     */
    private static Set<Integer> candidates(Reserved reserved) {
        if (!reserved.isInParts() && !isTaken(reserved, reserved.whole())) {
            return Set.of(reserved.whole());
        }
        Set<Integer> candidates = new TreeSet<>(reserved.taken());
        candidates.add(reserved.whole());
        return candidates;
    }

    private static boolean isTaken(Reserved reserved, int picture) {
        return Pictures.isGood(picture)
                && (reserved.announced() == State.NO_PICTURE || reserved.announced() == picture);
    }

    private State taken(World world, Entry entry, int picture, boolean isCertain, Plan plan) {
        Reserved reserved = (Reserved) entry.state();
        Optional<Entry> copy = world.model().copy(entry.owner(), picture, onDuplicate, world.now());
        copy.ifPresent(original -> {
            Upload.reusing(plan, original);
            if (!isCertain) {
                plan.orStaying(original);
            }
        });
        return copy.<State>map(original -> new Duplicate(original.id(), reserved.expiry()))
                .orElse(new Active(picture, reserved.tags(), world.now(), 2));
    }
}
