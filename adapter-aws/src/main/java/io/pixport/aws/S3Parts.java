package io.pixport.aws;

import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.InvalidValueException;
import io.pixport.core.port.MultipartStore;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StoredPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Multipart uploads to a bucket. */
final class S3Parts {
    private static final int MAX_UPLOADS = 1000;

    /**
     * The key is taken, or about to be; the upload has ended; or a part has been sent again. S3Proxy finds a bad digest, or a
     * part that is no more, where somebody else is just assembling the same.
     */
    private static final Set<String> NOT_ASSEMBLED = Set.of(
            "PreconditionFailed",
            "ConditionalRequestConflict",
            "NoSuchUpload",
            "InvalidPart",
            "BadDigest",
            "NoSuchKey");

    private final S3Client s3;
    private final String bucket;

    S3Parts(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    MultipartUpload begin(ObjectKey key, ImageFormat format) {
        return AwsErrors.translated(
                "beginning an upload to " + key,
                () -> new MultipartUpload(
                        key,
                        s3.createMultipartUpload(request -> request.bucket(bucket)
                                        .key(key.value())
                                        .contentType(format.contentType())
                                        .contentDisposition("inline"))
                                .uploadId()));
    }

    List<StoredPart> list(MultipartUpload upload) {
        return AwsErrors.translated("listing the parts of " + upload.key(), () -> {
            try {
                return s3
                        .listPartsPaginator(request ->
                                request.bucket(bucket).key(upload.key().value()).uploadId(upload.id()))
                        .parts()
                        .stream()
                        .map(part -> new StoredPart(part.partNumber(), part.size(), part.eTag()))
                        .toList();
            } catch (NoSuchUploadException e) {
                return List.of();
            }
        });
    }

    /** @return false when it was not done now, in which case the key may or may not have the object */
    boolean assemble(MultipartUpload upload, List<StoredPart> parts) {
        MultipartStore.requireAssemblable(parts);
        List<CompletedPart> completed = parts.stream()
                .map(part -> CompletedPart.builder()
                        .partNumber(part.number())
                        .eTag(part.tag())
                        .build())
                .toList();
        return AwsErrors.translated("assembling " + upload.key(), () -> {
            try {
                s3.completeMultipartUpload(request -> request.bucket(bucket)
                        .key(upload.key().value())
                        .uploadId(upload.id())
                        .ifNoneMatch("*")
                        .multipartUpload(all -> all.parts(completed)));
                return true;
            } catch (S3Exception e) {
                if (NOT_ASSEMBLED.contains(AwsErrors.code(e))) {
                    return false;
                }
                throw e;
            }
        });
    }

    void abort(MultipartUpload upload) {
        AwsErrors.translated("aborting the upload to " + upload.key(), () -> {
            try {
                return Optional.of(s3.abortMultipartUpload(request ->
                        request.bucket(bucket).key(upload.key().value()).uploadId(upload.id())));
            } catch (NoSuchUploadException e) {
                return Optional.empty();
            }
        });
    }

    List<MultipartUpload> listUploads(@Nullable MultipartUpload after, int limit) {
        if (limit < 1 || limit > MAX_UPLOADS) {
            throw new IllegalArgumentException("1 to %d uploads are listed, got %d".formatted(MAX_UPLOADS, limit));
        }
        List<MultipartUpload> listed = new ArrayList<>();
        String key = after == null ? null : after.key().value();
        String id = after == null ? null : after.id();
        ListMultipartUploadsResponse page;
        do {
            page = page(key, id, limit - listed.size());
            page.uploads()
                    .forEach(upload -> upload(upload.key(), upload.uploadId()).ifPresent(listed::add));
            key = page.nextKeyMarker();
            id = page.nextUploadIdMarker();
        } while (page.isTruncated() && listed.size() < limit);
        return List.copyOf(listed);
    }

    private ListMultipartUploadsResponse page(@Nullable String key, @Nullable String id, int limit) {
        return AwsErrors.translated(
                "listing uploads",
                () -> s3.listMultipartUploads(request ->
                        request.bucket(bucket).keyMarker(key).uploadIdMarker(id).maxUploads(limit)));
    }

    /** Empty for what somebody else uploads to the bucket under a name that no object of ours can have. */
    private static Optional<MultipartUpload> upload(String key, String id) {
        try {
            return Optional.of(new MultipartUpload(new ObjectKey(key), id));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}
