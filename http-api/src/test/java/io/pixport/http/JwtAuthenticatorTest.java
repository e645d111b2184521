package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtAuthenticatorTest {
    private static final Instant NOW = Instant.parse("2026-02-11T10:30:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final String SECRET = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String OTHER_SECRET = "abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789";
    private static final JwtConfig CONFIG =
            JwtConfig.of("HS256").withIssuer("https://id.example.com").withAudience("pixport");

    private final JwtAuthenticator authenticator = JwtAuthenticator.ofSecret(Secret.of(SECRET), CONFIG, CLOCK);

    static Stream<Arguments> goodTokens() throws JOSEException {
        return Stream.of(
                Arguments.of("plain", signed(claims -> claims)),
                Arguments.of(
                        "of several audiences",
                        signed(claims -> claims.audience(
                                Set.of("other", "pixport").stream().sorted().toList()))),
                Arguments.of("expired within tolerance", signed(claims -> claims.expirationTime(at(-59)))),
                Arguments.of("valid soon, within tolerance", signed(claims -> claims.notBeforeTime(at(59)))),
                Arguments.of("an access token", signed(new JOSEObjectType("at+jwt"), JWSAlgorithm.HS256, SECRET)),
                Arguments.of("with a type", signed(JOSEObjectType.JWT, JWSAlgorithm.HS256, SECRET)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodTokens")
    void namesTheUserOfAGoodToken(String description, String token) {
        assertThat(authenticator.authenticate(bearer(token))).contains(new UserId("user123"));
    }

    static Stream<Arguments> badTokens() throws JOSEException {
        String good = signed(claims -> claims);
        return Stream.of(
                Arguments.of("expired", signed(claims -> claims.expirationTime(at(-61)))),
                Arguments.of("without expiry", signed(claims -> claims.expirationTime(null))),
                Arguments.of("not yet valid", signed(claims -> claims.notBeforeTime(at(61)))),
                Arguments.of("of another secret", signed(JOSEObjectType.JWT, JWSAlgorithm.HS256, OTHER_SECRET)),
                Arguments.of("of another algorithm", signed(JOSEObjectType.JWT, JWSAlgorithm.HS512, SECRET)),
                Arguments.of("of another type", signed(new JOSEObjectType("dpop+jwt"), JWSAlgorithm.HS256, SECRET)),
                Arguments.of("unsigned", new PlainJWT(claims().build()).serialize()),
                Arguments.of(
                        "with alg none and a signature",
                        encode("{\"alg\":\"none\"}") + good.substring(good.indexOf('.'))),
                Arguments.of("without its signature", good.substring(0, good.lastIndexOf('.') + 1)),
                Arguments.of("with other claims", tampered(good)),
                Arguments.of("of another issuer", signed(claims -> claims.issuer("https://evil.example.com"))),
                Arguments.of("without issuer", signed(claims -> claims.issuer(null))),
                Arguments.of("of another audience", signed(claims -> claims.audience("other"))),
                Arguments.of("without audience", signed(claims -> claims.audience((String) null))),
                Arguments.of("without subject", signed(claims -> claims.subject(null))),
                Arguments.of("with an empty subject", signed(claims -> claims.subject(""))),
                Arguments.of("with a slash in the subject", signed(claims -> claims.subject("user/123"))),
                Arguments.of("with an expiry that is no number", signed(claims -> claims.claim("exp", "tomorrow"))),
                Arguments.of("with a critical header", critical()),
                Arguments.of(
                        "with a deep header", encode("{\"alg\":\"HS256\",\"x\":" + "[".repeat(5000)) + ".e30.AAAA"),
                Arguments.of("garbage", "garbage"),
                Arguments.of("two dots", ".."),
                Arguments.of("empty", ""),
                Arguments.of("of a megabyte", "e".repeat(1 << 20)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesABadTokenAndDoesNotEchoIt(String description, String token) {
        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> authenticator.authenticate(bearer(token)));

        assertThat(refusal.problem().type()).isEqualTo(ProblemType.UNAUTHENTICATED);
        assertThat(refusal.problem().headers().first("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge)
                        .startsWith("Bearer error=\"invalid_token\", error_description=\"")
                        .hasSizeLessThan(150));
        assertThat(refusal.problem().detail()).hasSizeLessThan(80).doesNotContain("123", "evil", "garbage", "eee");
    }

    @Test
    void saysThatATokenHasExpired() throws JOSEException {
        String expired = signed(claims -> claims.expirationTime(at(-3600)));

        assertThatThrownBy(() -> authenticator.authenticate(bearer(expired)))
                .hasMessage("the bearer token has expired");
    }

    @Test
    void namesNobodyWhereNoTokenIsSent() {
        assertThat(authenticator.authenticate(Headers.of("X-User-Id", "user123")))
                .isEmpty();
        assertThat(authenticator.required()).isTrue();
        assertThat(authenticator.challenge()).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlcjpwYXNz", "Bearer", "bearertoken", ""})
    void refusesAnotherScheme(String authorization) {
        assertThatThrownBy(() -> authenticator.authenticate(Headers.of("Authorization", authorization)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().type()).isEqualTo(ProblemType.UNAUTHENTICATED));
    }

    @Test
    void refusesTwoTokensEvenWhenBothAreGood() throws JOSEException {
        String token = signed(claims -> claims);

        assertThatThrownBy(() -> authenticator.authenticate(bearer(token).add("Authorization", "Bearer " + token)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void takesTheSchemeInAnyCase() throws JOSEException {
        Headers headers = Headers.of("authorization", "bEARER  " + signed(claims -> claims));

        assertThat(authenticator.authenticate(headers)).contains(new UserId("user123"));
    }

    @Test
    void readsTheUserIdFromAnotherClaim() throws JOSEException {
        JwtAuthenticator byName = JwtAuthenticator.ofSecret(
                Secret.of(SECRET), JwtConfig.of("HS256").withUserIdClaim("preferred_username"), CLOCK);
        String token = signed(claims -> claims.subject("a|b/c").claim("preferred_username", "anna"));

        assertThat(byName.authenticate(bearer(token))).contains(new UserId("anna"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    void takesEveryDigestThatTheSecretIsLongEnoughFor(String algorithm) throws JOSEException {
        JwtAuthenticator hmac = JwtAuthenticator.ofSecret(Secret.of(SECRET), JwtConfig.of(algorithm), CLOCK);

        assertThat(hmac.authenticate(bearer(signed(JOSEObjectType.JWT, JWSAlgorithm.parse(algorithm), SECRET))))
                .contains(new UserId("user123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS512", "RS256", "none", "HS257"})
    void doesNotStartWithAnAlgorithmThatTheSecretDoesNotFit(String algorithm) {
        Secret shortSecret = Secret.of(SECRET.substring(0, 32));

        assertThatThrownBy(() -> JwtAuthenticator.ofSecret(shortSecret, JwtConfig.of("HS256", algorithm), CLOCK))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(algorithm);
    }

    @Test
    void doesNotStartWithoutAnAlgorithm() {
        assertThatThrownBy(JwtConfig::of).isInstanceOf(InvalidValueException.class);
    }

    @Property(tries = 500)
    void answersAnythingButAGoodTokenWithAProblem(@ForAll String header, @ForAll String claims, @ForAll String rest) {
        assertThatThrownBy(() -> authenticator.authenticate(
                        bearer(encode("{\"alg\":" + header + "}") + "." + encode(claims) + "." + encode(rest))))
                .isInstanceOf(ProblemException.class);
    }

    @Property(tries = 500)
    void answersOddClaimsOfATrustedIssuerWithAProblem(@ForAll double expiry, @ForAll String subject)
            throws JOSEException {
        String token = signed(claims -> claims.claim("exp", expiry).claim("sub", "/" + subject));

        assertThatThrownBy(() -> authenticator.authenticate(bearer(token))).isInstanceOf(ProblemException.class);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("user123")
                .issuer("https://id.example.com")
                .audience("pixport")
                .expirationTime(at(3600));
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(
                new JWSHeader(JWSAlgorithm.HS256),
                SECRET,
                change.apply(claims()).build());
    }

    private static String signed(JOSEObjectType type, JWSAlgorithm algorithm, String secret) throws JOSEException {
        return signed(new JWSHeader.Builder(algorithm).type(type).build(), secret, claims().build());
    }

    private static String critical() throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .criticalParams(Set.of("unheard-of"))
                .customParam("unheard-of", true)
                .build();
        return signed(header, SECRET, claims().build());
    }

    private static String signed(JWSHeader header, String secret, JWTClaimsSet claims) throws JOSEException {
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(new MACSigner(secret));
        return jwt.serialize();
    }

    private static String tampered(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + encode(claims.replace("user123", "user124")) + "." + parts[2];
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Headers bearer(String token) {
        return Headers.of("Authorization", "Bearer " + token);
    }

    private static Date at(long secondsFromNow) {
        return Date.from(NOW.plusSeconds(secondsFromNow));
    }
}
