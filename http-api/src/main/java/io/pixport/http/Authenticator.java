package io.pixport.http;

import io.pixport.core.model.UserId;
import java.util.Optional;

/** Says who is asking. */
public interface Authenticator {
    /**
     * Who the request's credentials name.
     *
     * @return empty when there are none
     * @throws RuntimeException a problem, answered as such, when there are credentials and they do not hold
     */
    Optional<UserId> authenticate(Headers headers);

    /** Whether whoever writes has to be named; where not, the {@code user_id} of a request names its caller as well. */
    boolean required();

    /** How to say who is asking, for the header {@code WWW-Authenticate} (RFC 9110, section 11.6.1). */
    String challenge();
}
