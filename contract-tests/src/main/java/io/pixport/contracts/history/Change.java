package io.pixport.contracts.history;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.UserId;
import io.pixport.core.usecase.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all changes of an image that is there have in common. */
record Change(Caller caller, Meant meant) {
    interface Question {
        Outcome<?> ask(ImageId id, @Nullable UserId caller, @Nullable Long version);
    }

    /** @param after what becomes of it if the caller may and means this version; empty when there is no way */
    Plan plan(World world, Entry entry, Optional<? extends State> after, Question question) {
        Plan plan =
                Plan.ask(() -> question.ask(entry.id(), caller.id(world, entry.owner()), meant.version(entry.state())));
        if (after.isEmpty()) {
            return plan.answering(Outcome.NotFound.class);
        }
        if (caller == Caller.STRANGER) {
            return plan.answering(Outcome.NotOwner.class);
        }
        return meant == Meant.STALE
                ? plan.answering(Outcome.VersionMismatch.class)
                : plan.changing(entry.id(), after.get());
    }
}
