package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.faults.Faults;
import io.pixport.contracts.history.State.Active;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageId;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.Reconcile.Scope;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays a history, to the service and to the model, and compares them. */
final class Story {
    private static final int STEPS_BETWEEN_COMPARISONS = 10;
    private static final Duration LONG = Duration.ofHours(2);

    private final History history;
    private final boolean isFast;
    private final World world;
    private final Model model;
    private final Truth truth;
    private boolean struck;

    Story(HistoryProperty property, History history) {
        this.history = history;
        this.isFast = property.isFast();
        this.world = new World(property.adapters(), history.trash());
        this.model = world.model();
        this.truth = new Truth(world);
    }

    void play() {
        List<Turn> turns = history.turns();
        for (int i = 0; i < turns.size(); i++) {
            try {
                play(turns.get(i));
                if (isFast && i % STEPS_BETWEEN_COMPARISONS == 0) {
                    truth.assertEverything();
                }
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("step %d, %s: %s".formatted(i + 1, turns.get(i), e.getMessage()), e);
            }
        }
        end();
    }

    private void play(Turn turn) {
        if (turn.trouble() != null) {
            world.server().plan(turn.trouble(), this::strike);
        }
        Plan plan = turn.action().plan(world);
        struck = false;
        Outcome<?> outcome = ask(plan);
        settle(plan);
        assertThat(world.server().open()).as("objects left open").isZero();
        if (outcome instanceof Outcome.Done<?> done && done.value() instanceof ActiveImage image) {
            assertThat(truth.state(image))
                    .isEqualTo(model.get(image.id()).state().told(world.now()));
        }
    }

    private void strike(Trouble trouble) {
        Troubles.count(trouble);
        struck = true;
    }

    /** @return null when it was interrupted */
    private @Nullable Outcome<?> ask(Plan plan) {
        try {
            Outcome<?> outcome = plan.ask();
            assertThat(struck && !plan.bearsFailures())
                    .as("a failure that nobody was told of")
                    .isFalse();
            assertThat(outcome).isInstanceOf(plan.outcome());
            return outcome;
        } catch (StorageException failure) {
            assertThat(struck).as("%s, which was planned", failure).isTrue();
            assertThat(failure.kind()).isEqualTo(StorageException.Kind.UNAVAILABLE);
            return null;
        } catch (Faults.ProcessDied death) {
            world.server().restart();
            return null;
        }
    }

    /** Every id is in a state in which it may be; which one, is looked at. */
    private void settle(Plan plan) {
        plan.possible(model, struck).forEach((id, possible) -> {
            int owner = model.get(id).owner();
            boolean isCertain = possible.size() == 1 && !isFast;
            model.put(id, owner, isCertain ? possible.getFirst() : seen(id, owner, possible));
            if (isFast) {
                truth.assertWhole(model.get(id));
            }
        });
    }

    private State seen(ImageId id, int owner, List<State> possible) {
        State told = truth.told(id, owner);
        return possible.stream()
                .filter(state -> state.told(world.now()).equals(told))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "%s is %s and should be one of %s at %s".formatted(id, told, possible, world.now())));
    }

    /** Lets so much time pass, with reconcilers and purges, that only images are left. */
    private void end() {
        world.server().mend();
        truth.assertEverything();
        model.all().filter(PutBack::isLost).toList().forEach(entry -> PutBack.putBack(world, entry));
        for (int i = 0; i < 3; i++) {
            world.clock().advance(LONG);
            var report = world.service().reconcile().run(Scope.since(world.begin()));
            assertThat(report.missing()).isEmpty();
            assertThat(world.service().purgeExpired().run().failed()).isZero();
        }
        model.all().toList().forEach(entry -> model.put(entry.id(), entry.owner(), atLast(entry.state())));
        truth.assertEverything();
        truth.assertNothingElseIsLeft();
    }

    private static State atLast(State state) {
        return switch (state) {
            case Active active -> active;
            case State.Missing missing -> missing.image().next();
            default -> State.ABSENT;
        };
    }
}
