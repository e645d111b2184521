package io.pixport.http;

import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.ImageIdGenerator;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.UserId;
import io.pixport.core.port.IdempotencyStore;
import io.pixport.core.port.IdempotencyStore.Claim;
import io.pixport.core.usecase.SettleAttempt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out a POST with an {@code Idempotency-Key} once, however often it is sent. What is kept is the answer of a
 * success; a request that was refused or failed is looked at anew when it comes again, and so is one whose process has
 * died, or whose answer is too long to be kept.
 */
final class Idempotency {
    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,255}");
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Location", "ETag");
    private static final String NOTHING_NEW = "";

    private final IdempotencyStore store;
    private final InstantSource clock;
    private final ImageIdGenerator ids;
    private final SettleAttempt settleAttempt;

    Idempotency(IdempotencyStore store, InstantSource clock, ImageIdGenerator ids, SettleAttempt settleAttempt) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.settleAttempt = settleAttempt;
    }

    /** What a request asks for that makes something new. */
    interface Creation {
        /** @param id new, for what is made */
        Response create(ImageId id);

        /**
         * Answers in place of an attempt that never did.
         *
         * @param image what that attempt has made, as it stands now
         */
        Response made(Image image);
    }

    /**
     * Carries out what does no harm when it is done twice.
     *
     * @param caller who the credentials name: keys of different callers never meet
     * @param fingerprint all that makes the request what it is, such as its fields and the digest of its image
     * @param action what to do at the first time, and again after a failure
     */
    Response once(Headers headers, @Nullable UserId caller, List<String> fingerprint, Supplier<Response> action) {
        return key(headers, caller)
                .map(key -> answered(key, fingerprint, NOTHING_NEW, claim -> action.get()))
                .orElseGet(action);
    }

    /** Carries out what makes something new, of which there is one in the end, whatever came between. */
    Response once(Headers headers, @Nullable UserId caller, List<String> fingerprint, Creation creation) {
        ImageId id = ids.next();
        return key(headers, caller)
                .map(key -> answered(key, fingerprint, id.toString(), claim -> made(key, claim, id, creation)))
                .orElseGet(() -> creation.create(id));
    }

    private static Optional<String> key(Headers headers, @Nullable UserId caller) {
        return headers.first(HEADER).map(sent -> {
            if (!KEY.matcher(sent).matches()) {
                throw Problem.invalid(HEADER, HEADER + " is 1 to 255 printable ASCII characters");
            }
            return digest(List.of(caller == null ? "" : caller.value(), sent)).hex();
        });
    }

    private Response answered(
            String key, List<String> fingerprint, String intent, Function<Claim.Started, Response> action) {
        Instant now = clock.instant();
        return switch (store.claim(key, digest(fingerprint), intent, now, now.plus(LEASE))) {
            case Claim.Started claim -> carryOut(key, claim, action);
            case Claim.Finished finished -> replayed(finished.answer());
            case Claim.Running running -> throw atWork();
            case Claim.Mismatch mismatch ->
                throw Problem.of(ProblemType.UNPROCESSABLE, "this " + HEADER + " was used for another request");
        };
    }

    private static ProblemException atWork() {
        return Problem.of(
                ProblemType.CONFLICT, "a request with this " + HEADER + " is at work", Headers.of("Retry-After", "1"));
    }

    private Response carryOut(String key, Claim.Started claim, Function<Claim.Started, Response> action) {
        try {
            Response response = action.apply(claim);
            keep(key, claim, recorded(response));
            return response;
        } catch (RuntimeException | Error failure) {
            store.release(key, claim, clock.instant());
            throw failure;
        }
    }

    /** What is too long to be kept, such as many long links, is found again by what it has made. */
    private void keep(String key, Claim.Started claim, String answer) {
        Instant now = clock.instant();
        if (answer.length() <= IdempotencyStore.MAX_ANSWER) {
            store.finish(key, claim, answer, now.plus(KEPT));
        } else {
            store.release(key, claim, now);
        }
    }

    /** Before a new id is used, everybody who may take over has to know it, and the one before has to be out of the way. */
    private Response made(String key, Claim.Started claim, ImageId id, Creation creation) {
        ImageId intended = ImageId.parse(claim.intent()).orElseThrow();
        if (intended.equals(id)) {
            return creation.create(id);
        }
        return settleAttempt.settle(intended).map(creation::made).orElseGet(() -> {
            if (!store.intend(key, claim, id.toString())) {
                throw atWork();
            }
            return creation.create(id);
        });
    }

    private static String recorded(Response response) {
        return new String(
                JsonBytes.write(json -> {
                    json.writeStartObject();
                    json.writeNumberProperty("status", response.status());
                    json.writeObjectPropertyStart("headers");
                    for (String name : KEPT_HEADERS) {
                        response.headers().first(name).ifPresent(value -> json.writeStringProperty(name, value));
                    }
                    json.writeEndObject();
                    json.writeStringProperty("body", new String(response.body().bytes(), StandardCharsets.UTF_8));
                    json.writeEndObject();
                }),
                StandardCharsets.UTF_8);
    }

    /** Whether the answer was given to this request before. */
    static boolean isReplay(Response response) {
        return response.headers().contains(REPLAYED);
    }

    /** An answer in place of one that was given before and is of no use any more. */
    static Response asReplay(Response response) {
        return response.with(REPLAYED, "true");
    }

    private static Response replayed(String answer) {
        JsonNode record = JsonMapper.shared().readTree(answer);
        Headers headers = Headers.of(REPLAYED, "true");
        record.get("headers")
                .properties()
                .forEach(field -> headers.set(field.getKey(), field.getValue().asString()));
        byte[] body = record.get("body").asString().getBytes(StandardCharsets.UTF_8);
        return new Response(record.get("status").asInt(), headers, ResponseBody.of(body));
    }

    /** Parts are told apart by their lengths, so that no two lists of parts give the same bytes. */
    private static Sha256 digest(List<String> parts) {
        MessageDigest digest = Sha256.newDigest();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return Sha256.of(digest.digest());
    }
}
