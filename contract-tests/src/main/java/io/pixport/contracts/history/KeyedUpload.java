package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.contracts.history.State.Trashed;
import io.pixport.contracts.http.Answer;
import io.pixport.contracts.http.Call;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Tag;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An upload under an {@code Idempotency-Key}, and what is known of it: however often it is sent, it makes one image. */
final class KeyedUpload {
    /** How long a process that has died is taken to be at work. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final Post post;
    private final Call call;
    private final Instant begin;
    /** What it was to make, each time that it was sent; one of these is the image. */
    private final List<ImageId> ids = new ArrayList<>();

    private @Nullable ImageId answered;
    private Instant leaseEnd;

    private KeyedUpload(Post post, Call call, Instant begin) {
        this.post = post;
        this.call = call;
        this.begin = begin;
        this.leaseEnd = begin;
    }

    static KeyedUpload of(World world, Post post) {
        String tags = world.tags(post.tags()).stream().map(Tag::value).collect(Collectors.joining(","));
        Call call = Call.post("/images")
                .body("image/jpeg", Pictures.bytes(post.picture()))
                .query("user_id", world.user(post.user()).value())
                .query("tags", tags)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return new KeyedUpload(post, call, world.now());
    }

    boolean isAnswered() {
        return answered != null;
    }

    boolean isRemembered(Instant now) {
        return begin.plus(REMEMBERED).isAfter(now);
    }

    /** To send it, for the first time or again. */
    Plan plan(World world) {
        Plan plan = Plan.find(asked -> outcome(world, asked));
        return Pictures.isGood(post.picture()) ? plan : plan.answering(Outcome.Refused.class);
    }

    private Outcome<?> outcome(World world, Plan plan) {
        Optional<ImageId> made = answered == null ? made(world.model()) : Optional.of(answered);
        Instant leaseBefore = leaseEnd;
        boolean mayBeAtWork = answered == null && world.now().isBefore(leaseBefore);
        leaseEnd = world.now().plus(LEASE);
        Answer answer = sent(world, plan);
        switch (answer.status()) {
            case 201 -> {
                answered = ImageId.parse(answer.textAt("/image_id")).orElseThrow();
                assertThat(answered).as("the image of %s", post).isIn(ids).isEqualTo(made.orElse(answered));
                if (!answered.equals(ids.getLast())) {
                    plan.changing(ids.getLast(), State.ABSENT);
                }
            }
            case 409 -> {
                assertThat(mayBeAtWork)
                        .as("somebody may be at work with %s", post)
                        .isTrue();
                leaseEnd = leaseBefore;
                plan.changing(ids.getLast(), State.ABSENT);
            }
            case 422 -> {
                return new Outcome.Refused<>(List.of());
            }
            case 503 -> throw new StorageException(StorageException.Kind.UNAVAILABLE, "the answer is " + answer, null);
            default -> throw new AssertionError("the answer is " + answer);
        }
        return new Outcome.Done<>("");
    }

    private Optional<ImageId> made(Model model) {
        return ids.reversed().stream()
                .map(model::get)
                .filter(entry -> entry.is(Active.class) || entry.is(Trashed.class))
                .map(Entry::id)
                .findFirst();
    }

    private Answer sent(World world, Plan plan) {
        try {
            return world.server().send(call);
        } finally {
            world.server().intended().stream()
                    .filter(id -> !world.model().knows(id))
                    .forEach(id -> {
                        ids.add(id);
                        world.model().put(id, post.user(), State.ABSENT);
                        plan.changing(id, new Active(post.picture(), post.tags(), world.now(), 1));
                    });
        }
    }
}
