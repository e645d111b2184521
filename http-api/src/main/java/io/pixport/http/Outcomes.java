package io.pixport.http;

import io.pixport.core.usecase.Outcome;

/** How the ends of use cases are answered. */
final class Outcomes {
    private Outcomes() {}

    /** What a use case gives when done; every other outcome is a problem. */
    static <T> T require(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.NotFound<T> notFound -> throw Exchange.imageNotFound();
            case Outcome.NotOwner<T> notOwner -> throw Problem.of(ProblemType.FORBIDDEN, "only the owner may do this");
            case Outcome.VersionMismatch<T> mismatch ->
                throw Problem.of(
                        ProblemType.PRECONDITION_FAILED,
                        "the image is of version " + mismatch.actual(),
                        Headers.of("ETag", ETags.strong(Long.toString(mismatch.actual()))));
            case Outcome.Refused<T> refused -> throw Problem.refused(refused.violations());
            case Outcome.NotArrived<T> notArrived -> throw Problem.notArrived(notArrived.missing());
            case Outcome.Contended<T> contended ->
                throw Problem.of(
                        ProblemType.CONFLICT, "others keep changing this image", Headers.of("Retry-After", "1"));
        };
    }
}
