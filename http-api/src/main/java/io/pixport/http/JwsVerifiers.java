package io.pixport.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Verifiers of signatures: the library's own, and Ed25519 (RFC 8037) by the JDK, for which the library asks for another
 * library.
 */
final class JwsVerifiers extends BaseJWSProvider implements JWSVerifierFactory {
    static final Set<JWSAlgorithm> PUBLIC_KEY_ALGORITHMS = Stream.of(
                    JWSAlgorithm.Family.RSA.stream(),
                    Stream.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512, JWSAlgorithm.EdDSA))
            .flatMap(algorithms -> algorithms)
            .collect(Collectors.toUnmodifiableSet());

    private static final int ED25519_KEY_BYTES = 32;

    private final DefaultJWSVerifierFactory others = new DefaultJWSVerifierFactory();

    JwsVerifiers() {
        super(Stream.concat(DefaultJWSVerifierFactory.SUPPORTED_ALGORITHMS.stream(), Stream.of(JWSAlgorithm.EdDSA))
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public JWSVerifier createJWSVerifier(JWSHeader header, Key key) throws JOSEException {
        return key instanceof EdECPublicKey edwards ? new Ed25519(edwards) : others.createJWSVerifier(header, key);
    }

    /** The JDK's form of a key of 32 bytes: little-endian y, whose highest bit is the sign of x (RFC 8032, section 5.1.2). */
    static PublicKey ed25519(OctetKeyPair jwk) throws JOSEException {
        byte[] bytes = jwk.getX().decode();
        if (!jwk.getCurve().equals(Curve.Ed25519) || bytes.length != ED25519_KEY_BYTES) {
            throw new JOSEException("not a key of Ed25519");
        }
        byte[] y = new byte[ED25519_KEY_BYTES];
        for (int i = 0; i < y.length; i++) {
            y[i] = bytes[y.length - 1 - i];
        }
        boolean xOdd = y[0] < 0;
        y[0] &= 0x7f;
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(
                            NamedParameterSpec.ED25519, new EdECPoint(xOdd, new BigInteger(1, y))));
        } catch (GeneralSecurityException e) {
            throw new JOSEException("not a key of Ed25519", e);
        }
    }

    private static final class Ed25519 extends BaseJWSProvider implements JWSVerifier {
        private final EdECPublicKey key;

        Ed25519(EdECPublicKey key) {
            super(Set.of(JWSAlgorithm.EdDSA));
            this.key = key;
        }

        @Override
        public boolean verify(JWSHeader header, byte[] signingInput, Base64URL signature) throws JOSEException {
            if (!header.getAlgorithm().equals(JWSAlgorithm.EdDSA) || header.getCriticalParams() != null) {
                return false;
            }
            try {
                Signature verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(key);
                verifier.update(signingInput);
                return verifier.verify(signature.decode());
            } catch (SignatureException e) {
                return false;
            } catch (GeneralSecurityException e) {
                throw new JOSEException("Ed25519 is not to be had", e);
            }
        }
    }
}
