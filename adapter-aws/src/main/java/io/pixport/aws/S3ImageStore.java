package io.pixport.aws;

import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.InvalidValueException;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PartLink;
import io.pixport.core.port.Payload;
import io.pixport.core.port.PostLink;
import io.pixport.core.port.PresignedPost;
import io.pixport.core.port.PresignedUrl;
import io.pixport.core.port.RangeOutsideException;
import io.pixport.core.port.ReadLink;
import io.pixport.core.port.StorageException;
import io.pixport.core.port.StoredObject;
import io.pixport.core.port.StoredPart;
import io.pixport.core.port.WriteLink;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Keeps objects in one private S3 bucket, on AWS or on whatever speaks its protocol and knows conditional writes
 * ({@code If-None-Match}). A put is one PUT, an open one GET, a describe one HEAD, a delete one DELETE, a delete of many one POST, a list one LIST.
 * Of what is uploaded in parts, each step is one request as well.
 *
 * <p>S3 verifies the SHA-256 of what it is given, and keeps it as metadata of the object, because not every store that
 * speaks S3 tells checksums. What came by a presigned form has none, so it is read where its digest matters.
 *
 * <p>Links are good for 7 days at most, and no longer than the credentials that sign them. Temporary credentials that do
 * not tell when they expire, as those from the environment, end their links without notice.
 */
public final class S3ImageStore implements ImageStore {
    private static final int MAX_KEYS = 1000;
    /** How often an object is offered to a key that others create and delete meanwhile. */
    private static final int OFFERS = 5;

    private final S3Client s3;
    private final String bucket;
    private final S3Links links;
    private final S3Parts parts;

    /**
     * @param client belongs to the caller, who closes it; its credentials and its region sign the links
     * @param publicEndpoint what links lead to, where clients reach S3 by another address than the service does; else null
     * @param clock the present, from which the life of links is counted; S3 judges them by its own
     */
    public S3ImageStore(S3Client client, String bucket, @Nullable URI publicEndpoint, InstantSource clock) {
        this.s3 = client;
        this.bucket = bucket;
        this.links = new S3Links(client, bucket, publicEndpoint, clock);
        this.parts = new S3Parts(client, bucket);
    }

    @Override
    public boolean put(ObjectKey key, Payload payload, ImageFormat format) {
        if (payload.size() < 1) {
            throw new IllegalArgumentException("an object has at least 1 byte, got " + payload.size());
        }
        for (int offer = 0; offer < OFFERS; offer++) {
            if (create(key, payload, format)) {
                return true;
            }
            Optional<StoredObject> present = digested(key);
            if (present.isPresent()) {
                return present.get().size() == payload.size()
                        && present.get().sha256().equals(Optional.of(payload.sha256()));
            }
        }
        throw new StorageException(
                StorageException.Kind.UNAVAILABLE, "storing " + key + " failed: others create and delete it", null);
    }

    /** @return false when the key is taken, or somebody else is about to take it or to free it */
    private boolean create(ObjectKey key, Payload payload, ImageFormat format) {
        try (PayloadContent content = new PayloadContent(payload)) {
            return AwsErrors.translated("storing " + key, () -> {
                try {
                    s3.putObject(
                            request -> request.bucket(bucket)
                                    .key(key.value())
                                    .ifNoneMatch("*")
                                    .contentType(format.contentType())
                                    .contentDisposition("inline")
                                    .checksumSHA256(S3Digest.base64(payload.sha256()))
                                    .metadata(S3Digest.metadata(payload.sha256())),
                            RequestBody.fromContentProvider(content, payload.size(), format.contentType()));
                    return true;
                } catch (S3Exception e) {
                    if (e.statusCode() == 412 || e.statusCode() == 409) {
                        return false;
                    }
                    throw e;
                } finally {
                    content.throwFailure();
                }
            });
        }
    }

    /** What a key has, with its digest, for which it is read where its metadata lack it; empty when it has nothing. */
    private Optional<StoredObject> digested(ObjectKey key) {
        Optional<StoredObject> present = describe(key);
        return present.isPresent() && present.get().sha256().isEmpty()
                ? open(key, null).map(content -> S3Digest.read(key, content))
                : present;
    }

    @Override
    public Optional<ObjectContent> open(ObjectKey key, @Nullable ByteRange range) {
        return AwsErrors.translated("opening " + key, () -> {
            try {
                return Optional.of(ObjectStream.content(s3.getObject(request -> request.bucket(bucket)
                        .key(key.value())
                        .range(range == null ? null : "bytes=" + range.first() + "-" + range.last()))));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            } catch (S3Exception e) {
                if (range != null && e.statusCode() == 416) {
                    return describe(key).map(object -> {
                        throw new RangeOutsideException(range, object.size());
                    });
                }
                throw e;
            }
        });
    }

    @Override
    public Optional<StoredObject> describe(ObjectKey key) {
        return AwsErrors.translated("describing " + key, () -> {
            try {
                HeadObjectResponse head =
                        s3.headObject(request -> request.bucket(bucket).key(key.value()));
                return Optional.of(new StoredObject(key, head.contentLength(), S3Digest.ofMetadata(head.metadata())));
            } catch (NoSuchKeyException e) {
                // An answer to HEAD has no body that says what is missing, the object or the bucket.
                s3.headBucket(request -> request.bucket(bucket));
                return Optional.empty();
            }
        });
    }

    @Override
    public void delete(ObjectKey key) {
        AwsErrors.translated(
                "deleting " + key,
                () -> s3.deleteObject(request -> request.bucket(bucket).key(key.value())));
    }

    @Override
    public Set<ObjectKey> deleteAll(Set<ObjectKey> keys) {
        if (keys.isEmpty() || keys.size() > MAX_KEYS) {
            throw new IllegalArgumentException("1 to %d objects are deleted, got %d".formatted(MAX_KEYS, keys.size()));
        }
        List<ObjectIdentifier> objects = keys.stream()
                .map(key -> ObjectIdentifier.builder().key(key.value()).build())
                .toList();
        DeleteObjectsResponse answer = AwsErrors.translated(
                "deleting %d objects".formatted(keys.size()),
                () -> s3.deleteObjects(request -> request.bucket(bucket)
                        .delete(delete -> delete.objects(objects).quiet(true))));
        return answer.errors().stream().map(error -> new ObjectKey(error.key())).collect(Collectors.toSet());
    }

    @Override
    public List<StoredObject> list(@Nullable ObjectKey after, int limit) {
        if (limit < 1 || limit > MAX_KEYS) {
            throw new IllegalArgumentException("1 to %d objects are listed, got %d".formatted(MAX_KEYS, limit));
        }
        List<StoredObject> listed = new ArrayList<>();
        String position = after == null ? null : after.value();
        ListObjectsV2Response page;
        do {
            page = page(position, limit - listed.size());
            for (S3Object object : page.contents()) {
                stored(object).ifPresent(listed::add);
                position = object.key();
            }
        } while (page.isTruncated() && listed.size() < limit);
        return List.copyOf(listed);
    }

    private ListObjectsV2Response page(@Nullable String after, int limit) {
        return AwsErrors.translated(
                "listing objects",
                () -> s3.listObjectsV2(
                        request -> request.bucket(bucket).startAfter(after).maxKeys(limit)));
    }

    /** Empty for what somebody else has put into the bucket under a name that no object of ours can have. */
    private static Optional<StoredObject> stored(S3Object object) {
        try {
            return Optional.of(new StoredObject(new ObjectKey(object.key()), object.size(), Optional.empty()));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    @Override
    public PresignedUrl presignRead(ObjectKey key, ReadLink link) {
        return links.read(key, link);
    }

    @Override
    public PresignedUrl presignWrite(ObjectKey key, WriteLink link) {
        return links.write(key, link);
    }

    @Override
    public PresignedPost presignPost(ObjectKey key, PostLink link) {
        return links.post(key, link);
    }

    @Override
    public MultipartUpload begin(ObjectKey key, ImageFormat format) {
        return parts.begin(key, format);
    }

    @Override
    public PresignedUrl presignPart(MultipartUpload upload, PartLink link) {
        return links.part(upload, link);
    }

    @Override
    public List<StoredPart> listParts(MultipartUpload upload) {
        return parts.list(upload);
    }

    @Override
    public boolean assemble(MultipartUpload upload, List<StoredPart> listed) {
        for (int offer = 0; offer < OFFERS; offer++) {
            if (parts.assemble(upload, listed)) {
                return true;
            }
            boolean goesOn = parts.list(upload).containsAll(listed);
            if (describe(upload.key()).isPresent()) {
                return true;
            }
            if (!goesOn) {
                return false;
            }
        }
        throw new StorageException(
                StorageException.Kind.UNAVAILABLE, "assembling " + upload.key() + " failed: others do the same", null);
    }

    @Override
    public void abort(MultipartUpload upload) {
        parts.abort(upload);
    }

    @Override
    public List<MultipartUpload> listUploads(@Nullable MultipartUpload after, int limit) {
        return parts.listUploads(after, limit);
    }
}
