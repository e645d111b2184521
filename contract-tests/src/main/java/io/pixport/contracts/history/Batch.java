package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.contracts.history.State.Trashed;
import io.pixport.contracts.http.Answer;
import io.pixport.contracts.http.BatchHttpContract;
import io.pixport.contracts.http.Call;
import io.pixport.core.model.ImageId;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several changes in one request, each of another image and as it would be alone.
 *
 * @param user who asks; null for nobody in particular
 */
record Batch(@Nullable Integer user, List<Operation> operations) implements Action {
    private static final int UNAVAILABLE = 503;

    enum Verb {
        DELETE,
        RESTORE,
        TAG,
        UNTAG
    }

    /** @param tag for those who have to do with one */
    record Operation(Verb verb, int pick, int tag) {
        private boolean fits(Entry entry) {
            return entry.is(verb == Verb.RESTORE ? Trashed.class : Active.class);
        }

        private Plan plan(World world, Entry entry, Caller caller) {
            Change change = new Change(caller, Meant.ANY);
            return switch (verb) {
                case DELETE -> Delete.plan(world, entry, change);
                case RESTORE -> Restore.plan(world, entry, change);
                case TAG, UNTAG -> Edit.plan(world, entry, change, tags(entry));
            };
        }

        private Set<Integer> tags(Entry entry) {
            Set<Integer> tags =
                    new HashSet<>(entry.is(Active.class) ? entry.active().tags() : Set.of());
            if (verb == Verb.TAG) {
                tags.add(tag);
            } else {
                tags.remove(tag);
            }
            return Set.copyOf(tags);
        }

        private String json(World world, ImageId id) {
            String name = verb.name().toLowerCase(Locale.ROOT);
            return verb == Verb.TAG || verb == Verb.UNTAG
                    ? BatchHttpContract.operation(
                            name, id.toString(), world.tag(tag).value())
                    : BatchHttpContract.operation(name, id.toString());
        }
    }

    @Override
    public Plan plan(World world) {
        Map<Entry, Operation> chosen = new LinkedHashMap<>();
        operations.forEach(operation -> world.model()
                .pick(operation.pick(), operation::fits)
                .ifPresent(entry -> chosen.putIfAbsent(entry, operation)));
        if (chosen.isEmpty()) {
            return Plan.NOTHING;
        }
        List<Integer> statuses = new ArrayList<>();
        Plan plan = Plan.ask(() -> send(world, chosen, statuses));
        chosen.forEach((entry, operation) -> {
            Plan alone = operation.plan(world, entry, caller(entry));
            statuses.add(status(alone.outcome()));
            plan.include(alone);
        });
        return plan;
    }

    private Caller caller(Entry entry) {
        return user == null ? Caller.NOBODY_IN_PARTICULAR : user == entry.owner() ? Caller.OWNER : Caller.STRANGER;
    }

    private static int status(Class<?> outcome) {
        return outcome == Outcome.Done.class ? 200 : outcome == Outcome.NotFound.class ? 404 : 403;
    }

    private Outcome<?> send(World world, Map<Entry, Operation> chosen, List<Integer> expected) {
        List<String> operations = new ArrayList<>();
        chosen.forEach((entry, operation) -> operations.add(operation.json(world, entry.id())));
        Call call = BatchHttpContract.batch(operations.toArray(String[]::new));
        Answer answer = world.server().send(user == null ? call : call.by(world.user(user)));
        List<Integer> statuses = answer.json()
                .at("/results")
                .valueStream()
                .map(result -> result.path("status").intValue())
                .toList();
        if (statuses.contains(UNAVAILABLE)) {
            throw new StorageException(StorageException.Kind.UNAVAILABLE, "the answer is " + answer, null);
        }
        assertThat(statuses).as("%s", answer).isEqualTo(expected);
        return new Outcome.Done<>(statuses);
    }
}
