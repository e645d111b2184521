package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.UserId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedKeysTest {
    private static final Instant NOW = Instant.parse("2026-02-11T10:30:00Z");
    private static final UserId USER = new UserId("user123");
    private static final String[] ALGORITHMS = {"RS256", "PS256", "ES256", "EdDSA"};
    private static final RSAKey RSA = generated();
    private static final RSAKey OTHER_RSA = generated();
    private static final int X509_PREFIX_OF_ED25519 = 12;

    private final AtomicInteger fetches = new AtomicInteger();
    private volatile int status = 200;
    private volatile String published = "{\"keys\":[]}";
    private HttpServer server;
    private JwtAuthenticator authenticator;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks.json", exchange -> {
            fetches.incrementAndGet();
            byte[] body = published.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        authenticator = JwtAuthenticator.ofJwks(address(), JwtConfig.of(ALGORITHMS), InstantSource.fixed(NOW));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256"})
    void verifiesRsa(String algorithm) throws JOSEException {
        RSAKey key = rsa("one");
        publish(key);

        assertThat(authenticate(token(algorithm, "one", new RSASSASigner(key)))).isEqualTo(USER);
    }

    @Test
    void verifiesEcdsa() throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        publish(key);

        assertThat(authenticate(token("ES256", "one", new ECDSASigner(key)))).isEqualTo(USER);
    }

    @Test
    void verifiesEd25519AndRefusesItWhenAltered() throws JOSEException, GeneralSecurityException {
        for (int i = 0; i < 20; i++) {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            String keyId = "key" + i;
            publish(published(pair, keyId));
            JwtAuthenticator fresh =
                    JwtAuthenticator.ofJwks(address(), JwtConfig.of(ALGORITHMS), InstantSource.fixed(NOW));
            String token = ed25519Token(pair, keyId);

            assertThat(fresh.authenticate(bearer(token))).contains(USER);
            assertThatThrownBy(() -> fresh.authenticate(bearer(token.substring(0, token.length() - 4) + "AAAA")))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void fetchesTheKeysOnceForManyTokens() throws JOSEException {
        RSAKey key = rsa("one");
        publish(key);

        for (int i = 0; i < 10; i++) {
            authenticate(token("RS256", "one", new RSASSASigner(key)));
        }

        assertThat(fetches).hasValue(1);
    }

    @Test
    void followsARotationOfTheKeysAndRefusesTheOldOne() throws JOSEException {
        RSAKey old = rsa("old");
        RSAKey young = otherRsa("young");
        publish(old);
        assertThat(authenticate(token("RS256", "old", new RSASSASigner(old)))).isEqualTo(USER);

        publish(young);

        assertThat(authenticate(token("RS256", "young", new RSASSASigner(young))))
                .isEqualTo(USER);
        assertRefused(token("RS256", "old", new RSASSASigner(old)));
    }

    @Test
    void refusesUnknownKeysWithoutFetchingForEach() throws JOSEException {
        publish(rsa("one"));
        RSASSASigner unknown = new RSASSASigner(otherRsa("unknown"));

        for (int i = 0; i < 20; i++) {
            assertRefused(token("RS256", "unknown" + i, unknown));
        }

        assertThat(fetches.get()).isBetween(1, 2);
    }

    @Test
    void refusesATokenThatUsesThePublicKeyAsASecret() throws JOSEException {
        RSAKey key = rsa("one");
        publish(key);
        byte[] asSecret = key.toRSAPublicKey().getEncoded();

        assertRefused(token("HS256", "one", new MACSigner(asSecret)));
    }

    @Test
    void refusesASecretThatIsPublished() throws JOSEException {
        OctetSequenceKey secret =
                new OctetSequenceKey.Builder(new byte[32]).keyID("one").build();
        publish(secret);

        assertRefused(token("HS256", "one", new MACSigner(secret)));
    }

    @Test
    void refusesAnAlgorithmThatIsNotConfigured() throws JOSEException {
        RSAKey key = rsa("one");
        publish(key);

        assertRefused(token("RS512", "one", new RSASSASigner(key)));
    }

    @Test
    void refusesATokenSignedByAnotherKeyOfTheSameName() throws JOSEException {
        publish(rsa("one"));

        assertRefused(token("RS256", "one", new RSASSASigner(otherRsa("one"))));
    }

    @Test
    void saysThatTheKeysAreOutOfReachAndNotThatTheTokenIsBad() throws JOSEException {
        status = 500;
        String token = token("RS256", "one", new RSASSASigner(rsa("one")));

        for (int i = 0; i < 5; i++) {
            assertThat(problem(token).type()).isEqualTo(ProblemType.UNAVAILABLE);
            assertThat(problem(token).headers().first("Retry-After")).contains("30");
        }
        assertThat(fetches.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void saysThatTheKeysAreOutOfReachWhenWhatIsPublishedIsNoKeySet() throws JOSEException {
        published = "<html>";
        String token = token("RS256", "one", new RSASSASigner(rsa("one")));

        assertThat(problem(token).type()).isEqualTo(ProblemType.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example.com/jwks.json",
                "http://127.0.0.1.example.com/",
                "file:///etc/keys.json",
                "https:///keys",
                "keys.json"
            })
    void doesNotStartWithAnAddressThatIsNotTrusted(String address) {
        assertThatThrownBy(() ->
                        JwtAuthenticator.ofJwks(URI.create(address), JwtConfig.of("RS256"), InstantSource.fixed(NOW)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "none", "ES256K"})
    void doesNotStartWithAnAlgorithmThatPublishedKeysDoNotFit(String algorithm) {
        assertThatThrownBy(() -> JwtAuthenticator.ofJwks(address(), JwtConfig.of(algorithm), InstantSource.fixed(NOW)))
                .isInstanceOf(InvalidValueException.class);
    }

    private void assertRefused(String token) {
        assertThat(problem(token).type()).isEqualTo(ProblemType.UNAUTHENTICATED);
    }

    private Problem problem(String token) {
        return catchThrowableOfType(ProblemException.class, () -> authenticator.authenticate(bearer(token)))
                .problem();
    }

    private UserId authenticate(String token) {
        return authenticator.authenticate(bearer(token)).orElseThrow();
    }

    private static Headers bearer(String token) {
        return Headers.of("Authorization", "Bearer " + token);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
    }

    private void publish(JWK key) {
        published = new JWKSet(List.of(key)).toString(!(key instanceof OctetSequenceKey));
    }

    private static RSAKey rsa(String keyId) {
        return new RSAKey.Builder(RSA).keyID(keyId).build();
    }

    private static RSAKey otherRsa(String keyId) {
        return new RSAKey.Builder(OTHER_RSA).keyID(keyId).build();
    }

    private static RSAKey generated() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String token(String algorithm, String keyId, JWSSigner signer) throws JOSEException {
        SignedJWT jwt = new SignedJWT(header(algorithm, keyId), claims());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static JWSHeader header(String algorithm, String keyId) {
        return new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID(keyId).build();
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .subject(USER.value())
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .build();
    }

    private static JWK published(KeyPair pair, String keyId) {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] key = Arrays.copyOfRange(encoded, X509_PREFIX_OF_ED25519, encoded.length);
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(key))
                .keyID(keyId)
                .build();
    }

    private static String ed25519Token(KeyPair pair, String keyId) throws GeneralSecurityException {
        SignedJWT jwt = new SignedJWT(header("EdDSA", keyId), claims());
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(jwt.getSigningInput());
        return new String(jwt.getSigningInput(), StandardCharsets.US_ASCII) + "." + Base64URL.encode(signature.sign());
    }
}
