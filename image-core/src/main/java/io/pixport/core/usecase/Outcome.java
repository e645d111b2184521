package io.pixport.core.usecase;

import io.pixport.core.model.Violation;
import java.util.List;
import java.util.function.Function;

/**
 * How a use case ended, other than by a failing store.
 *
 * @param <T> what it gives when done
 */
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    /** There is no such image, or none in a state in which this can be done; nothing was changed. */
    record NotFound<T>() implements Outcome<T> {}

    /** The caller is not the owner; nothing was changed. */
    record NotOwner<T>() implements Outcome<T> {}

    /**
     * The image is not of the version that the caller expected; nothing was changed.
     *
     * @param actual the version that it has
     */
    record VersionMismatch<T>(long actual) implements Outcome<T> {}

    /**
     * What was sent breaks rules; nothing was changed.
     *
     * @param violations at least one
     */
    record Refused<T>(List<Violation> violations) implements Outcome<T> {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /**
     * The bytes of a reservation have not arrived yet; nothing was changed.
     *
     * @param missing the numbers of the parts that have not; empty when they come whole
     */
    record NotArrived<T>(List<Integer> missing) implements Outcome<T> {
        public NotArrived {
            missing = List.copyOf(missing);
        }

        public NotArrived() {
            this(List.of());
        }
    }

    /** Others kept changing the image at the same moment, so that this change never got its turn; nothing was changed. */
    record Contended<T>() implements Outcome<T> {}

    /** The same outcome, with what it gives when done turned into something else. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> mapper) {
        return flatMap(value -> new Done<>(mapper.apply(value)));
    }

    /** The outcome of what comes after it when it is done; else the same outcome. */
    default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Done<T> done -> next.apply(done.value());
            case NotFound<T> notFound -> new NotFound<>();
            case NotOwner<T> notOwner -> new NotOwner<>();
            case VersionMismatch<T> mismatch -> new VersionMismatch<>(mismatch.actual());
            case Refused<T> refused -> new Refused<>(refused.violations());
            case NotArrived<T> notArrived -> new NotArrived<>(notArrived.missing());
            case Contended<T> contended -> new Contended<>();
        };
    }
}
