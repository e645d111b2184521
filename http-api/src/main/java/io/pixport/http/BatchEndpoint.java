package io.pixport.http;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.ImageService;
import io.pixport.http.BatchRequest.Operation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;

/**
 * Many small changes in one request. All of them are looked at before anything is done; then each is done in its turn, as by
 * a request of its own, and told how it ended.
 */
final class BatchEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(BatchEndpoint.class);

    /** Within which an operation has to begin: a store that is slow to fail must not hold up a request for minutes. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ImageService service;
    private final Idempotency idempotency;
    private final InstantSource clock;

    BatchEndpoint(ImageService service, Idempotency idempotency, InstantSource clock) {
        this.service = service;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(Route.json("POST", "/images/batch", this::batch));
    }

    private Response batch(Exchange exchange) throws IOException {
        UserId caller = exchange.caller();
        BatchRequest asked = BatchRequest.read(exchange.request(), service.limits());
        return idempotency.once(
                exchange.request().headers(),
                caller,
                List.of("batch", asked.operations().toString()),
                () -> carriedOut(asked.operations(), caller));
    }

    private Response carriedOut(List<Operation> operations, @Nullable UserId caller) {
        Instant end = clock.instant().plus(PATIENCE);
        List<Result> results = operations.stream()
                .map(operation -> clock.instant().isBefore(end) ? result(operation, caller) : outOfTime(operation))
                .toList();
        long failed =
                results.stream().filter(result -> result.problem() != null).count();
        return JsonBytes.response(200, json -> {
            json.writeStartObject();
            json.writeNumberProperty("count", results.size());
            json.writeNumberProperty("failed", failed);
            json.writeArrayPropertyStart("results");
            results.forEach(result -> result.write(json));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private Result result(Operation operation, @Nullable UserId caller) {
        try {
            return new Result(operation, done(operation, caller), null);
        } catch (ProblemException e) {
            return new Result(operation, null, e.problem());
        } catch (StorageException e) {
            LOG.warn("{} of image {} failed on a store", operation.action(), operation.id(), e);
            return new Result(operation, null, Problem.of(e.kind()).problem());
        }
    }

    private static Result outOfTime(Operation operation) {
        Problem problem = new Problem(ProblemType.UNAVAILABLE, "there was no time left for it; try again");
        return new Result(operation, null, problem.with(Headers.of("Retry-After", "1")));
    }

    /** The image as it is now; null when it has been deleted. */
    private @Nullable ActiveImage done(Operation operation, @Nullable UserId caller) {
        return switch (operation.action()) {
            case DELETE -> {
                Outcomes.require(service.deleteImage().delete(operation.id(), caller, null));
                yield null;
            }
            case RESTORE -> Outcomes.require(service.restoreImage().restore(operation.id(), caller));
            case TAG -> tagged(operation, caller, tags -> tags.addAll(operation.tags()));
            case UNTAG -> tagged(operation, caller, tags -> operation.tags().forEach(tags::remove));
        };
    }

    private ActiveImage tagged(Operation operation, @Nullable UserId caller, Consumer<Set<Tag>> change) {
        UnaryOperator<ImageDetails> edit = details -> {
            Set<Tag> tags = new LinkedHashSet<>(details.tags());
            change.accept(tags);
            return details.withTags(tags);
        };
        return Outcomes.require(service.updateImage().update(operation.id(), caller, null, edit));
    }

    /**
     * How an operation ended.
     *
     * @param image as it is now; null when it has been deleted, and when the operation failed
     * @param problem what a request of its own would be answered; null when it succeeded
     */
    private record Result(
            Operation operation,
            @Nullable ActiveImage image,
            @Nullable Problem problem) {
        void write(JsonGenerator json) {
            json.writeStartObject();
            json.writeStringProperty("operation", operation.action().toString());
            json.writeStringProperty("image_id", operation.id().toString());
            json.writeNumberProperty(
                    "status", problem == null ? 200 : problem.type().status());
            if (image != null) {
                json.writeNumberProperty("version", image.version());
            }
            if (problem != null) {
                json.writeStringProperty("error", problem.detail());
                json.writeBooleanProperty("retry", problem.headers().contains("Retry-After"));
            }
            json.writeEndObject();
        }
    }
}
