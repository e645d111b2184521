package io.pixport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.store.BytesPayload;
import io.pixport.contracts.store.StoreFixture;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PartLink;
import io.pixport.core.port.StorageException;
import io.pixport.core.port.StoredObject;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** What the store asks S3 for. */
final class S3RequestsTest {
    private static final RequestCounter SENT = new RequestCounter();
    private static final AwsClients CLIENTS = TestAws.watchedBy(SENT);

    private final S3ImageStore store = TestAws.store(CLIENTS);
    private final ObjectKey key = Fresh.key();
    private final byte[] bytes = Fresh.bytes(100_000);

    @AfterAll
    static void close() {
        CLIENTS.close();
    }

    @BeforeEach
    void store() {
        store.put(key, new BytesPayload(bytes), ImageFormat.WEBP);
    }

    @Test
    void eachCallIsOneRequest() {
        ObjectKey fresh = Fresh.key();
        SENT.clear();

        store.put(fresh, new BytesPayload(bytes), ImageFormat.PNG);
        StoreFixture.drain(store.open(fresh, null).orElseThrow());
        StoreFixture.drain(store.open(fresh, new ByteRange(5, 9)).orElseThrow());
        store.describe(fresh);
        store.list(fresh, 10);
        store.delete(fresh);

        assertThat(SENT.operations())
                .containsExactly("PutObject", "GetObject", "GetObject", "HeadObject", "ListObjectsV2", "DeleteObject");
    }

    @Test
    void eachStepOfAnUploadInPartsIsOneRequest() {
        SENT.clear();

        MultipartUpload upload = store.begin(Fresh.key(), ImageFormat.WEBP);
        store.presignPart(upload, new PartLink(Duration.ofMinutes(1), 1, 10));
        store.listParts(upload);
        store.listUploads(upload, 10);
        store.abort(upload);

        assertThat(SENT.operations())
                .containsExactly("CreateMultipartUpload", "ListParts", "ListMultipartUploads", "AbortMultipartUpload");
    }

    @Test
    void anAssembledObjectHasItsContentTypeAndDisposition() {
        MultipartUpload upload = store.begin(Fresh.key(), ImageFormat.WEBP);
        CLIENTS.s3()
                .uploadPart(
                        part -> part.bucket(CLIENTS.config().bucket())
                                .key(upload.key().value())
                                .uploadId(upload.id())
                                .partNumber(1),
                        RequestBody.fromBytes(bytes));
        SENT.clear();

        store.assemble(upload, store.listParts(upload));

        assertThat(SENT.operations()).containsExactly("ListParts", "CompleteMultipartUpload");
        assertHeaders(upload.key());
    }

    @Test
    void manyObjectsAreDeletedByOneRequest() {
        List<ObjectKey> keys = StoreFixture.keys(50);
        SENT.clear();

        store.deleteAll(new HashSet<>(keys));

        assertThat(SENT.operations()).containsExactly("DeleteObjects");
    }

    @Test
    void aTakenKeyCostsOneRequestMore() {
        SENT.clear();

        store.put(key, new BytesPayload(bytes), ImageFormat.PNG);

        assertThat(SENT.operations()).containsExactly("PutObject", "HeadObject");
    }

    @Test
    void theObjectHasItsContentTypeAndDisposition() {
        assertHeaders(key);
    }

    private static void assertHeaders(ObjectKey key) {
        HeadObjectResponse head = CLIENTS.s3()
                .headObject(request -> request.bucket(CLIENTS.config().bucket()).key(key.value()));

        assertThat(head.contentType()).isEqualTo("image/webp");
        assertThat(head.contentDisposition()).isEqualTo("inline");
    }

    @Test
    void readersThatStopHalfWayKeepNoConnection() throws IOException {
        for (int i = 0; i < 300; i++) { // more than there are in the pool
            try (ObjectContent content = store.open(key, null).orElseThrow()) {
                assertThat(content.stream().read()).isEqualTo(bytes[0] & 0xFF);
            }
        }

        assertThat(StoreFixture.drain(store.open(key, null).orElseThrow())).isEqualTo(bytes);
    }

    @Test
    void moreObjectsThanAPageOfS3HoldsAreAllListed() {
        List<ObjectKey> keys = StoreFixture.keys(1100).stream().sorted().toList();
        keys.parallelStream().forEach(each -> store.put(each, new BytesPayload(Fresh.bytes(1)), ImageFormat.PNG));
        List<ObjectKey> seen = new ArrayList<>();

        List<StoredObject> page = store.list(before(keys.getFirst()), 1000);
        while (seen.size() < keys.size() && !page.isEmpty()) {
            page.forEach(object -> seen.add(object.key()));
            page = store.list(seen.getLast(), 1000);
        }

        assertThat(seen).startsWith(keys.toArray(ObjectKey[]::new));
    }

    @Test
    void whatOthersPutIntoTheBucketUnderAnImpossibleNameIsPassedOver() {
        List<ObjectKey> keys = StoreFixture.keys(2);
        keys.forEach(each -> store.put(each, new BytesPayload(bytes), ImageFormat.PNG));
        CLIENTS.s3().copyObject(copy -> copy.sourceBucket(CLIENTS.config().bucket())
                .sourceKey(key.value())
                .destinationBucket(CLIENTS.config().bucket())
                .destinationKey(keys.get(0) + " and more"));

        assertThat(store.list(before(keys.get(0)), 2))
                .extracting(StoredObject::key)
                .isEqualTo(keys);
    }

    @Test
    void aBucketThatIsNotThereIsAFailureAndNotAnAbsence() {
        S3ImageStore nowhere = new S3ImageStore(CLIENTS.s3(), "pixport-no-such-bucket", null, InstantSource.system());

        assertThatThrownBy(() -> nowhere.describe(key)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> nowhere.open(key, null)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> nowhere.list(null, 1)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> nowhere.delete(key)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> nowhere.put(key, new BytesPayload(bytes), ImageFormat.PNG))
                .isInstanceOf(StorageException.class);
    }

    private static ObjectKey before(ObjectKey key) {
        return new ObjectKey(key.value().substring(0, key.value().length() - 1));
    }
}
