package io.pixport.contracts.store;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.store.LinkClient.LinkAnswer;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.MultipartStore;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PartLink;
import io.pixport.core.port.PresignedUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the contracts of multipart uploads send parts: by their links, as clients do. */
public interface PartFixture extends LinkFixture {
    Duration PART_LIFE = Duration.ofMinutes(10);
    int LARGE = Math.toIntExact(MultipartStore.MIN_PART_SIZE);

    /** Begins the upload of a PNG under a fresh key. */
    default MultipartUpload begun() {
        return store().begin(Fresh.key(), ImageFormat.PNG);
    }

    default PresignedUrl partLink(MultipartUpload upload, int number, int size) {
        return store().presignPart(upload, new PartLink(PART_LIFE, number, size));
    }

    /** Sends a part of these bytes, which is to be taken. */
    default void sendPart(MultipartUpload upload, int number, byte[] bytes) {
        LinkAnswer answer = upload(partLink(upload, number, bytes.length), bytes);
        if (!answer.isSuccess()) {
            throw new AssertionError("the part was not taken: " + answer);
        }
    }

    /** Assembles all that has arrived. */
    default boolean assembleAll(MultipartUpload upload) {
        return store().assemble(upload, store().listParts(upload));
    }

    default boolean goesOn(MultipartUpload upload) {
        return uploadsTo(upload.key()).contains(upload);
    }

    /** All uploads to a key that go on. */
    default List<MultipartUpload> uploadsTo(ObjectKey key) {
        List<MultipartUpload> found = new ArrayList<>();
        @Nullable MultipartUpload after = null;
        List<MultipartUpload> page;
        do {
            page = store().listUploads(after, 1000);
            page.stream().filter(upload -> upload.key().equals(key)).forEach(found::add);
            after = page.isEmpty() ? after : page.getLast();
        } while (page.size() == 1000);
        return found;
    }
}
