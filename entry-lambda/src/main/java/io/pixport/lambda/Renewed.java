package io.pixport.lambda;

import java.util.Objects;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made anew by every process that a snapshot becomes (SnapStart). What was made before the snapshot is
 * closed with it, so that no random number, time, secret or connection of it is in two processes.
 */
final class Renewed<T extends AutoCloseable> implements Resource {
    private final Supplier<T> maker;
    private volatile @Nullable T current;

    private Renewed(Supplier<T> maker) {
        this.maker = maker;
        this.current = maker.get();
    }

    /** @param snapshots tells of snapshots; it does not keep what it tells from being collected, so the caller has to */
    static <T extends AutoCloseable> Renewed<T> by(Supplier<T> maker, Context<Resource> snapshots) {
        Renewed<T> renewed = new Renewed<>(maker);
        snapshots.register(renewed);
        return renewed;
    }

    T get() {
        return Objects.requireNonNull(current, "a snapshot is being taken");
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws Exception {
        get().close();
        current = null;
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        current = maker.get();
    }
}
