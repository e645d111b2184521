package io.pixport.aws;

import io.pixport.core.model.Sha256;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StorageException;
import io.pixport.core.port.StoredObject;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The SHA-256 of an object as S3 has it: in base64 to be verified, in hexadecimal digits as metadata to be told. */
final class S3Digest {
    private static final String NAME = "sha256";
    /** The header by which the metadata are sent. */
    static final String METADATA_HEADER = "x-amz-meta-" + NAME;

    private S3Digest() {}

    static String base64(Sha256 sha256) {
        return Base64.getEncoder().encodeToString(sha256.bytes());
    }

    static Map<String, String> metadata(Sha256 sha256) {
        return Map.of(NAME, sha256.hex());
    }

    static Optional<Sha256> ofMetadata(Map<String, String> metadata) {
        return Optional.ofNullable(metadata.get(NAME)).map(Sha256::new);
    }

    /** Reads an object to its end, and closes it. */
    static StoredObject read(ObjectKey key, ObjectContent content) {
        try (DigestInputStream in = new DigestInputStream(content.stream(), Sha256.newDigest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return new StoredObject(
                    key,
                    content.totalSize(),
                    Optional.of(Sha256.of(in.getMessageDigest().digest())));
        } catch (IOException e) {
            throw new StorageException(StorageException.Kind.UNAVAILABLE, "reading " + key + " failed", e);
        }
    }
}
