package io.pixport.http;

import io.pixport.core.model.ImageId;
import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.UserId;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request on its route.
 *
 * @param path the path as requested, base path included
 * @param parameters what the route's template found in the path, percent-encoded
 * @param query the parsed query
 * @param authenticator who may be asking
 */
record Exchange(
        Request request, String path, Map<String, String> parameters, Query query, Authenticator authenticator) {

    /** The image that the path names; what is no id names none. */
    ImageId imageId() {
        return ImageId.parse(parameter("image_id")).orElseThrow(Exchange::imageNotFound);
    }

    static ProblemException imageNotFound() {
        return Problem.of(ProblemType.NOT_FOUND, "Image not found");
    }

    /** A parameter of the path, decoded and made a value. */
    <T> T parameter(String name, Function<String, T> type) {
        try {
            return type.apply(Query.decode(name, parameter(name)));
        } catch (InvalidValueException e) {
            throw Problem.invalid(name, e.getMessage());
        }
    }

    private String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no parameter " + name);
        }
        return value;
    }

    /** A parameter of the query, made a value; null when it is absent. */
    <T> @Nullable T query(String name, Function<String, T> type) {
        String value = query.single(name);
        if (value == null) {
            return null;
        }
        try {
            return type.apply(value);
        } catch (InvalidValueException e) {
            throw Problem.invalid(name, e.getMessage());
        }
    }

    /** A whole number in the query; null when it is absent. */
    @Nullable Long number(String name) {
        return query(name, text -> {
            if (!text.matches("-?[0-9]{1,12}")) {
                throw InvalidValueException.got(name + " is a whole number", text);
            }
            return Long.valueOf(text);
        });
    }

    /** A yes or no in the query; no when it is absent. */
    boolean flag(String name) {
        Boolean value = query(name, text -> switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw InvalidValueException.got(name + " is true or false", text);
        });
        return value != null && value;
    }

    /** Who the credentials name; null for nobody, which is refused where somebody is needed. */
    @Nullable UserId namedCaller() {
        UserId named = authenticator.authenticate(request.headers()).orElse(null);
        if (named == null && authenticator.required()) {
            throw Problem.of(
                    ProblemType.UNAUTHENTICATED,
                    "say who you are",
                    Headers.of("WWW-Authenticate", authenticator.challenge()));
        }
        return named;
    }

    /** Who changes something: who the credentials name or, where nobody has to be named, the request's {@code user_id}. */
    @Nullable UserId caller() {
        UserId named = namedCaller();
        UserId claimed = query("user_id", UserId::new);
        requireSame(named, claimed);
        return named == null ? claimed : named;
    }

    /** Who will own what is uploaded: who the request says or, where it does not, who the credentials name. */
    static UserId owner(@Nullable UserId named, @Nullable UserId claimed) {
        requireSame(named, claimed);
        UserId owner = claimed == null ? named : claimed;
        if (owner == null) {
            throw Problem.invalid("user_id", "user_id is missing");
        }
        return owner;
    }

    /** A request cannot be made in the name of somebody else. */
    private static void requireSame(@Nullable UserId named, @Nullable UserId claimed) {
        if (named != null && claimed != null && !named.equals(claimed)) {
            throw Problem.of(ProblemType.FORBIDDEN, "user_id is not that of the caller");
        }
    }
}
