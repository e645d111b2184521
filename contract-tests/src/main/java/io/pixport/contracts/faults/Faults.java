package io.pixport.contracts.faults;

import io.pixport.core.port.StorageException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The plan by which calls to adapters fail, or have something happen around them: shared by a {@link FailingImageStore},
 * a {@link FailingMetadataRepository} and a {@link FailingIdempotencyStore}, so that it counts the calls to all. Without a
 * plan every call goes through. A failure is a {@link StorageException} of kind {@code UNAVAILABLE}, a death a
 * {@link ProcessDied}. Safe for many threads.
 */
public final class Faults implements Interruptions {
    /** The calls that can fail. Presigning cannot: it asks no backend. */
    public enum Step {
        PUT,
        OPEN,
        DESCRIBE,
        DELETE_OBJECT,
        DELETE_OBJECTS,
        LIST_OBJECTS,
        BEGIN_UPLOAD,
        LIST_PARTS,
        ASSEMBLE,
        ABORT_UPLOAD,
        LIST_UPLOADS,
        SAVE,
        FIND,
        UPDATE,
        DELETE_RECORD,
        LIST,
        LIST_TRASH,
        LIST_RESERVATIONS,
        LIST_COPIES,
        LIST_MISSING,
        LIST_EXPIRED,
        MEND_LISTS,
        CLAIM,
        INTEND,
        FINISH,
        RELEASE
    }

    /** On which side of its effect a call fails. */
    public enum When {
        BEFORE,
        AFTER
    }

    /** What follows a failure. */
    public enum Then {
        /** The calls after it go through: the backend hiccuped. */
        GO_ON,
        /** No call after it goes through: the process has died. */
        STAY_DOWN
    }

    /** Ends whatever the process was about to do; no use case may survive it. */
    public static final class ProcessDied extends Error {
        private static final long serialVersionUID = 1L;

        private ProcessDied() {
            super("the process died as planned", null, false, false);
        }
    }

    private record Plan(int call, When when, Then then) {}

    private final Map<Step, Runnable> before = new EnumMap<>(Step.class);
    private final Map<Step, Runnable> after = new EnumMap<>(Step.class);
    private @Nullable Plan plan;
    private Runnable beforeEachCall = () -> {};
    private boolean down;
    private boolean dead;
    private int calls;

    /** The next call of the step fails before it has taken effect. */
    public void failBefore(Step step) {
        before(step, Faults::fail);
    }

    /** The next call of the step takes effect, and its answer is lost. */
    public void failAfter(Step step) {
        after(step, Faults::fail);
    }

    /** Something happens just before the next call of the step takes effect. */
    public synchronized void before(Step step, Runnable action) {
        before.put(step, action);
    }

    /** Something happens just after the next call of the step has taken effect, before it answers. */
    public synchronized void after(Step step, Runnable action) {
        after.put(step, action);
    }

    /** From now on something happens before each call, for good. */
    public synchronized void beforeEachCall(Runnable action) {
        beforeEachCall = action;
    }

    @Override
    public synchronized void failCall(int number, When when, Then then) {
        calls = 0;
        plan = new Plan(number, when, then);
    }

    /** From now on every call fails. */
    public synchronized void takeDown() {
        down = true;
    }

    /** A backend fails here. */
    public static void fail() {
        throw new StorageException(StorageException.Kind.UNAVAILABLE, "a failure was planned", null);
    }

    /** The process dies here: the call under way does not return, and none begins after it. */
    public void die() {
        synchronized (this) {
            dead = true;
        }
        throw new ProcessDied();
    }

    /** Another process begins; what is planned stays so. */
    public synchronized void restart() {
        dead = false;
    }

    @Override
    public synchronized boolean mend() {
        boolean came = plan != null && calls >= plan.call();
        before.clear();
        after.clear();
        plan = null;
        down = false;
        dead = false;
        return came;
    }

    void run(Step step, Runnable call) {
        this.<@Nullable Void>call(step, () -> {
            call.run();
            return null;
        });
    }

    <T extends @Nullable Object> T call(Step step, Supplier<T> call) {
        beforeEachCall().run();
        @Nullable When failing = begin();
        if (failing == When.BEFORE) {
            fail();
        }
        act(before, step);
        T answer = call.get();
        act(after, step);
        if (failing == When.AFTER) {
            fail();
        }
        return answer;
    }

    private synchronized Runnable beforeEachCall() {
        return beforeEachCall;
    }

    private synchronized @Nullable When begin() {
        calls++;
        if (dead) {
            throw new ProcessDied();
        }
        if (down) {
            return When.BEFORE;
        }
        if (plan == null || calls != plan.call()) {
            return null;
        }
        down = plan.then() == Then.STAY_DOWN;
        return plan.when();
    }

    private void act(Map<Step, Runnable> actions, Step step) {
        Runnable action;
        synchronized (this) {
            action = actions.remove(step);
        }
        if (action != null) {
            action.run();
        }
    }
}
