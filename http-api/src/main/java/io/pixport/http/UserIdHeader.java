package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.UserId;
import java.util.Optional;

/**
 * Believes the header {@code X-User-Id}, as set by a gateway in front, or by anybody where anybody may be anybody.
 *
 * @param required whether whoever writes has to send it
 */
public record UserIdHeader(boolean required) implements Authenticator {
    private static final String NAME = "X-User-Id";

    @Override
    public Optional<UserId> authenticate(Headers headers) {
        return headers.first(NAME).map(value -> {
            try {
                return new UserId(value);
            } catch (InvalidValueException e) {
                throw Problem.invalid(NAME, e.getMessage());
            }
        });
    }

    @Override
    public String challenge() {
        return NAME;
    }
}
