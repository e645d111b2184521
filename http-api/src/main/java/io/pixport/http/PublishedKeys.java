package io.pixport.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.pixport.core.model.InvalidValueException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.security.Key;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys of an issuer that publishes them as a JWK set (RFC 7517): those that a token's header asks for. */
final class PublishedKeys implements JWSKeySelector<SecurityContext> {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

    static final Duration RETRY_AFTER = Duration.ofMillis(JWKSourceBuilder.DEFAULT_RATE_LIMIT_MIN_INTERVAL);

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int READ_TIMEOUT_MILLIS = 2_000;
    private static final int MAX_BYTES = 256 * 1024;
    private static final long KEPT_WHILE_OUT_OF_REACH_MILLIS =
            Duration.ofHours(1).toMillis();

    private final Set<JWSAlgorithm> algorithms;
    private final JWKSource<SecurityContext> source;

    /** @throws InvalidValueException when the address is neither https nor http on this machine */
    PublishedKeys(URI jwks, Set<JWSAlgorithm> algorithms) {
        this.algorithms = algorithms;
        // Refreshing ahead of time would need a thread of its own.
        this.source = JWKSourceBuilder.create(
                        url(jwks), new DefaultResourceRetriever(CONNECT_TIMEOUT_MILLIS, READ_TIMEOUT_MILLIS, MAX_BYTES))
                .refreshAheadCache(false)
                .retrying(true)
                .outageTolerant(KEPT_WHILE_OUT_OF_REACH_MILLIS)
                .build();
    }

    private static URL url(URI jwks) {
        boolean trusted =
                switch (String.valueOf(jwks.getScheme())) {
                    case "https" -> jwks.getHost() != null;
                    case "http" -> THIS_MACHINE.contains(String.valueOf(jwks.getHost()));
                    default -> false;
                };
        try {
            if (trusted) {
                return jwks.toURL();
            }
        } catch (MalformedURLException e) {
            throw new InvalidValueException("the address of the keys is not one: " + e.getMessage());
        }
        throw new InvalidValueException("keys are fetched by https, or by http from this machine, got " + jwks);
    }

    @Override
    public List<Key> selectJWSKeys(JWSHeader header, @Nullable SecurityContext context) throws KeySourceException {
        if (!algorithms.contains(header.getAlgorithm())) {
            return List.of();
        }
        List<Key> keys = new ArrayList<>();
        for (JWK jwk : matching(JWKMatcher.forJWSHeader(header))) {
            publicKey(jwk, keys);
        }
        return keys;
    }

    /** A key that is unknown while the set may not be fetched again is just unknown, unless there is no set at all. */
    private List<JWK> matching(JWKMatcher matcher) throws KeySourceException {
        try {
            return source.get(new JWKSelector(matcher), null);
        } catch (RateLimitReachedException e) {
            source.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
            return List.of();
        }
    }

    /** A key that cannot be read cannot have signed the token. */
    private static void publicKey(JWK jwk, List<Key> keys) {
        try {
            if (jwk instanceof OctetKeyPair pair) {
                keys.add(JwsVerifiers.ed25519(pair));
            } else if (jwk instanceof AsymmetricJWK asymmetric) {
                keys.add(asymmetric.toPublicKey());
            }
        } catch (JOSEException e) {
            LOG.debug("A published key is of no use: {}", e.getMessage());
        }
    }
}
