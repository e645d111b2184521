package io.pixport.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.UserId;
import java.net.URI;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes a signed bearer token (RFC 6750, RFC 7519): {@code Authorization: Bearer eyJ...}. It must be signed by an
 * algorithm that the configuration names, with a key of this service's choice, and state {@code exp}; {@code exp} and
 * {@code nbf} are read with 60 s of tolerance. What does not hold is answered 401 with {@code WWW-Authenticate}. Safe
 * for use by many threads.
 */
public final class JwtAuthenticator implements Authenticator {
    private static final Logger LOG = LoggerFactory.getLogger(JwtAuthenticator.class);
    private static final String SCHEME = "Bearer ";
    private static final int MAX_TOKEN_LENGTH = 16 * 1024;
    private static final int CLOCK_SKEW_SECONDS = 60;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final String userIdClaim;

    private JwtAuthenticator(JwtConfig config, JWSKeySelector<SecurityContext> keys, InstantSource clock) {
        userIdClaim = config.userIdClaim();
        processor.setJWSKeySelector(keys);
        processor.setJWSVerifierFactory(new JwsVerifiers());
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier(claims(config, clock));
    }

    /**
     * Tokens signed with a secret that their issuer shares.
     *
     * @param secret as many bytes as the algorithm's digest, at least (RFC 7518, section 3.2): 32, 48 or 64
     * @param config its algorithms are {@code HS256}, {@code HS384} or {@code HS512}
     * @throws InvalidValueException when an algorithm is another, or the secret is too short for one
     */
    public static JwtAuthenticator ofSecret(Secret secret, JwtConfig config, InstantSource clock) {
        SecretKey key = new SecretKeySpec(secret.bytes(), "HMAC");
        Set<JWSAlgorithm> fitting = MACVerifier.getCompatibleAlgorithms(secret.bytes().length * Byte.SIZE);
        Set<JWSAlgorithm> algorithms = algorithms(config, fitting);
        return new JwtAuthenticator(
                config,
                (header, context) -> algorithms.contains(header.getAlgorithm()) ? List.of(key) : List.of(),
                clock);
    }

    /**
     * Tokens signed with a key that their issuer publishes (RFC 7517). The keys are fetched when first needed and kept for
     * 5 minutes, for an hour while they are out of reach; a token with an unknown key has them fetched at most twice in 30 s.
     * While there are none, requests with a token are answered 503 with {@code Retry-After}.
     *
     * @param jwks where the keys are: {@code https}, or {@code http} on this machine
     * @param config its algorithms are of the families RS, PS and ES, or {@code EdDSA} (Ed25519)
     * @throws InvalidValueException when an algorithm or the address is another
     */
    public static JwtAuthenticator ofJwks(URI jwks, JwtConfig config, InstantSource clock) {
        return new JwtAuthenticator(
                config, new PublishedKeys(jwks, algorithms(config, JwsVerifiers.PUBLIC_KEY_ALGORITHMS)), clock);
    }

    private static Set<JWSAlgorithm> algorithms(JwtConfig config, Set<JWSAlgorithm> possible) {
        Set<JWSAlgorithm> algorithms =
                config.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
        if (!possible.containsAll(algorithms)) {
            throw new InvalidValueException("with such keys a token is signed by any of %s, got %s"
                    .formatted(names(possible), names(algorithms)));
        }
        return algorithms;
    }

    private static String names(Set<JWSAlgorithm> algorithms) {
        return algorithms.stream().map(JWSAlgorithm::getName).sorted().collect(Collectors.joining(", "));
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> claims(JwtConfig config, InstantSource clock) {
        JWTClaimsSet.Builder exact = new JWTClaimsSet.Builder();
        if (config.issuer() != null) {
            exact.issuer(config.issuer());
        }
        var verifier =
                new DefaultJWTClaimsVerifier<SecurityContext>(
                        config.audience(), exact.build(), Set.of("exp", config.userIdClaim())) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        verifier.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        return verifier;
    }

    @Override
    public Optional<UserId> authenticate(Headers headers) {
        List<String> values = headers.all("Authorization");
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String value = values.getFirst();
        if (values.size() > 1 || !value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw refused("Authorization holds one bearer token");
        }
        if (value.length() > MAX_TOKEN_LENGTH) {
            throw refused("the bearer token is too long");
        }
        return Optional.of(userId(verified(value.substring(SCHEME.length()).strip())));
    }

    private JWTClaimsSet verified(String token) {
        try {
            return processor.process(SignedJWT.parse(token), null);
        } catch (KeySourceException e) {
            LOG.warn("No key can be had to verify a token with: {}", e.getMessage());
            throw Problem.of(
                    ProblemType.UNAVAILABLE,
                    "the keys of bearer tokens are out of reach",
                    Headers.of("Retry-After", String.valueOf(PublishedKeys.RETRY_AFTER.toSeconds())));
        } catch (ExpiredJWTException e) {
            throw refused("the bearer token has expired");
        } catch (ParseException | BadJOSEException | JOSEException e) {
            LOG.debug("A bearer token is refused: {}", e.getMessage());
            throw refused("the bearer token is not valid");
        }
    }

    private UserId userId(JWTClaimsSet claims) {
        if (claims.getClaim(userIdClaim) instanceof String name) {
            try {
                return new UserId(name);
            } catch (InvalidValueException e) {
                LOG.debug("A bearer token is refused: {}", e.getMessage());
            }
        }
        throw refused("the bearer token's " + userIdClaim + " is not a user id");
    }

    private static ProblemException refused(String detail) {
        return Problem.of(
                ProblemType.UNAUTHENTICATED,
                detail,
                Headers.of("WWW-Authenticate", "Bearer error=\"invalid_token\", error_description=\"" + detail + "\""));
    }

    @Override
    public boolean required() {
        return true;
    }

    @Override
    public String challenge() {
        return "Bearer";
    }
}
