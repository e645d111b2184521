package io.pixport.http;

import io.pixport.core.model.ImageId;
import io.pixport.core.port.Position;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Positions in a list as opaque text. A token is signed together with the list that it belongs to (HMAC-SHA-256, RFC 2104,
 * cut to 144 bits, which leaves no spare bits in base64), so one that was altered, made up or taken from another list is told apart.
 */
final class PageTokens {
    private static final int POSITION_LENGTH = 24;
    private static final int SIGNATURE_LENGTH = 18;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    PageTokens(Secret secret) {
        this.key = new SecretKeySpec(secret.bytes(), ALGORITHM);
    }

    /** @param list all that makes the list what it is, and nothing else */
    String encode(Position position, String list) {
        UUID id = position.id().value();
        byte[] bytes = ByteBuffer.allocate(POSITION_LENGTH)
                .putLong(position.time().toEpochMilli())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        byte[] token = Arrays.copyOf(bytes, POSITION_LENGTH + SIGNATURE_LENGTH);
        System.arraycopy(signature(bytes, list), 0, token, POSITION_LENGTH, SIGNATURE_LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** @throws ProblemException 400 when the token is not one that was made for this list */
    Position decode(String token, String list) {
        byte[] bytes = bytes(token);
        byte[] position = Arrays.copyOf(bytes, POSITION_LENGTH);
        byte[] signature = Arrays.copyOfRange(bytes, POSITION_LENGTH, bytes.length);
        if (!MessageDigest.isEqual(signature, signature(position, list))) {
            throw notValid();
        }
        ByteBuffer buffer = ByteBuffer.wrap(position);
        Instant time = Instant.ofEpochMilli(buffer.getLong());
        return new Position(time, new ImageId(new UUID(buffer.getLong(), buffer.getLong())));
    }

    private static byte[] bytes(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length == POSITION_LENGTH + SIGNATURE_LENGTH) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw notValid();
        }
        throw notValid();
    }

    private byte[] signature(byte[] position, String list) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(position);
            return Arrays.copyOf(mac.doFinal(list.getBytes(StandardCharsets.UTF_8)), SIGNATURE_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static ProblemException notValid() {
        return Problem.invalid(
                "page_token",
                "page_token is not one that this list has given; a list's filters stay the same from page to page");
    }
}
