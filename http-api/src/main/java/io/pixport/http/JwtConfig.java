package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which bearer tokens are believed (RFC 7519), whatever keys they are signed with.
 *
 * @param algorithms the names of the signature algorithms that are taken (RFC 7518, section 3.1), such as {@code RS256}; at
 *     least one. A token cannot choose another.
 * @param issuer what the claim {@code iss} must be; null when it is not looked at
 * @param audience what the claim {@code aud} must be or contain; null when it is not looked at
 * @param userIdClaim the claim that holds the user id; {@code sub} as a rule
 */
public record JwtConfig(
        Set<String> algorithms,
        @Nullable String issuer,
        @Nullable String audience,
        String userIdClaim) {
    public JwtConfig {
        algorithms = Set.copyOf(algorithms);
        if (algorithms.isEmpty()) {
            throw new InvalidValueException("at least one signature algorithm is taken");
        }
        if (userIdClaim.isBlank()) {
            throw new InvalidValueException("the claim that holds the user id has a name");
        }
    }

    /** Tokens of any issuer and audience, whose {@code sub} is the user id. */
    public static JwtConfig of(String... algorithms) {
        return new JwtConfig(Set.of(algorithms), null, null, "sub");
    }

    public JwtConfig withIssuer(@Nullable String newIssuer) {
        return new JwtConfig(algorithms, newIssuer, audience, userIdClaim);
    }

    public JwtConfig withAudience(@Nullable String newAudience) {
        return new JwtConfig(algorithms, issuer, newAudience, userIdClaim);
    }

    public JwtConfig withUserIdClaim(String newUserIdClaim) {
        return new JwtConfig(algorithms, issuer, audience, newUserIdClaim);
    }
}
