package io.pixport.http;

import io.pixport.core.model.Sha256;
import io.pixport.core.model.UserId;
import io.pixport.core.port.IdempotencyStore;
import io.pixport.core.port.IdempotencyStore.Claim;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out a POST with an {@code Idempotency-Key} once, however often it is sent. What is kept is the answer of a
 * success; a request that was refused or failed did nothing, so it is looked at anew when it comes again.
 */
final class Idempotency {
    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,255}");
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Location", "ETag");

    private final IdempotencyStore store;
    private final InstantSource clock;

    Idempotency(IdempotencyStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param caller who the credentials name: keys of different callers never meet
     * @param fingerprint all that makes the request what it is, such as its fields and the digest of its image
     * @param action what to do at the first time; when it throws, the key is free again
     */
    Response once(Headers headers, @Nullable UserId caller, List<String> fingerprint, Supplier<Response> action) {
        String sent = headers.first(HEADER).orElse(null);
        if (sent == null) {
            return action.get();
        }
        if (!KEY.matcher(sent).matches()) {
            throw Problem.invalid(HEADER, HEADER + " is 1 to 255 printable ASCII characters");
        }
        String key = digest(List.of(caller == null ? "" : caller.value(), sent)).hex();
        Instant now = clock.instant();
        return switch (store.claim(key, digest(fingerprint), now, now.plus(LEASE))) {
            case Claim.Started claim -> carryOut(key, claim, action);
            case Claim.Finished finished -> replayed(finished.answer());
            case Claim.Running running ->
                throw Problem.of(
                        ProblemType.CONFLICT,
                        "a request with this " + HEADER + " is at work",
                        Headers.of("Retry-After", "1"));
            case Claim.Mismatch mismatch ->
                throw Problem.of(ProblemType.UNPROCESSABLE, "this " + HEADER + " was used for another request");
        };
    }

    private Response carryOut(String key, Claim.Started claim, Supplier<Response> action) {
        Response response;
        try {
            response = action.get();
        } catch (RuntimeException | Error failure) {
            store.release(key, claim);
            throw failure;
        }
        store.finish(key, claim, recorded(response), clock.instant().plus(KEPT));
        return response;
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
