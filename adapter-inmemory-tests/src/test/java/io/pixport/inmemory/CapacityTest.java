package io.pixport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Sha256;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.Payload;
import io.pixport.core.port.StorageException;
import io.pixport.core.port.StoredObject;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private static final int CAPACITY = 1000;

    private final InMemoryImageStore store = store(CAPACITY);

    private static InMemoryImageStore store(long capacity) {
        return new InMemoryImageStore(
                InstantSource.system(), () -> URI.create("http://127.0.0.1:8080"), new byte[32], capacity);
    }

    @Test
    void takesObjectsUpToTheLastByte() {
        assertThat(put("a", BytesPayload.random(CAPACITY - 1, 1))).isTrue();
        assertThat(put("b", BytesPayload.random(1, 2))).isTrue();
    }

    @Test
    void refusesWhatGoesBeyondAndSaysHowFullItIs() {
        put("a", BytesPayload.random(600, 1));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> put("b", BytesPayload.random(401, 2)))
                .withMessageContainingAll("600", "1000", "401")
                .returns(StorageException.Kind.FULL, StorageException::kind);
        assertThat(store.describe(new ObjectKey("b"))).isEmpty();
    }

    @Test
    void refusesASizeThatWouldOverflowTheCount() {
        put("a", BytesPayload.random(600, 1));
        BytesPayload honest = BytesPayload.random(1, 2);

        assertFails(new BytesPayload(Long.MAX_VALUE, honest.sha256(), honest.stream()), StorageException.Kind.FULL);
        assertThatExactlyTheRestIsFree(600);
    }

    @Test
    void doesNotReadWhatItHasNoRoomFor() {
        Payload unread =
                new BytesPayload(CAPACITY + 1, BytesPayload.random(1, 1).sha256(), () -> {
                    throw new AssertionError("the payload was opened");
                });

        assertFails(unread, StorageException.Kind.FULL);
    }

    @Test
    void needsNoRoomToBeToldAgainWhatItHas() {
        BytesPayload payload = BytesPayload.random(CAPACITY, 1);
        put("a", payload);

        assertThat(put("a", payload)).isTrue();
        assertThat(put("a", BytesPayload.random(CAPACITY, 2))).isFalse();
        assertThatExactlyTheRestIsFree(CAPACITY);
    }

    @Test
    void givesTheRoomOfADeletedObjectBackOnce() {
        put("a", BytesPayload.random(600, 1));

        store.delete(new ObjectKey("a"));
        store.delete(new ObjectKey("a"));

        assertThatExactlyTheRestIsFree(0);
    }

    @Test
    void givesTheRoomBackWhenThePayloadIsShorterThanItSays() {
        BytesPayload payload = BytesPayload.random(10, 1);
        assertFails(new BytesPayload(11, payload.sha256(), payload.stream()), StorageException.Kind.FAILED);
        assertThatExactlyTheRestIsFree(0);
    }

    @Test
    void givesTheRoomBackWhenThePayloadIsLongerThanItSays() {
        BytesPayload payload = BytesPayload.random(10, 1);
        assertFails(new BytesPayload(9, payload.sha256(), payload.stream()), StorageException.Kind.FAILED);
        assertThatExactlyTheRestIsFree(0);
    }

    @Test
    void givesTheRoomBackWhenTheDigestIsAnother() {
        BytesPayload payload = BytesPayload.random(10, 1);
        Sha256 other = BytesPayload.random(10, 2).sha256();
        assertFails(new BytesPayload(10, other, payload.stream()), StorageException.Kind.FAILED);
        assertThatExactlyTheRestIsFree(0);
    }

    @Test
    void givesTheRoomBackWhenThePayloadCannotBeOpened() {
        Payload broken = new BytesPayload(10, BytesPayload.random(10, 1).sha256(), () -> {
            throw new IllegalStateException("broken");
        });

        assertThatIllegalStateException().isThrownBy(() -> put("a", broken)).withMessage("broken");
        assertThatExactlyTheRestIsFree(0);
    }

    @Test
    void givesTheRoomBackWhenThePayloadFailsWhileItIsRead() throws Exception {
        InputStream failing = InputStream.nullInputStream();
        failing.close();

        assertFails(
                new BytesPayload(10, BytesPayload.random(10, 1).sha256(), () -> failing), StorageException.Kind.FAILED);
        assertThatExactlyTheRestIsFree(0);
    }

    @Test
    void neverHoldsMoreThanItsCapacityHoweverManyWriteAtOnce() throws Exception {
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            String key = "key-" + i;
            BytesPayload payload = BytesPayload.random(30, i);
            writers.add(() -> put(key, payload));
        }

        List<Object> outcomes = atOnce(writers);

        assertThat(outcomes).filteredOn(Boolean.TRUE::equals).hasSize(33);
        assertThat(outcomes).filteredOn(StorageException.Kind.FULL::equals).hasSize(31);
        assertThat(store.list(null, 1000)).hasSize(33);
        assertThatExactlyTheRestIsFree(990);
    }

    @Test
    void hasRoomForManyWhoWriteTheSameObjectAtOnce() throws Exception {
        BytesPayload payload = BytesPayload.random(CAPACITY, 1);
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            writers.add(() -> put("a", payload));
        }

        assertThat(atOnce(writers)).hasSize(16).containsOnly(true);
        assertThatExactlyTheRestIsFree(CAPACITY);
    }

    @Test
    void keepsObjectsOfEveryLengthAroundTheEndOfAChunk() throws Exception {
        InMemoryImageStore large = store(InMemoryImageStore.DEFAULT_CAPACITY);
        for (int size : new int[] {1, Chunks.SIZE - 1, Chunks.SIZE, Chunks.SIZE + 1, 3 * Chunks.SIZE}) {
            ObjectKey key = new ObjectKey("size-" + size);
            BytesPayload payload = BytesPayload.random(size, size);
            large.put(key, payload, ImageFormat.JPEG);

            assertThat(large.open(key, null).orElseThrow().stream()).hasSameContentAs(payload.open());
        }
    }

    @Test
    void refusesAnObjectWithoutBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> put("a", BytesPayload.of(new byte[0])));
    }

    @Test
    void refusesACapacityOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> store(0));
    }

    private boolean put(String key, Payload payload) {
        return store.put(new ObjectKey(key), payload, ImageFormat.JPEG);
    }

    private void assertFails(Payload payload, StorageException.Kind kind) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> put("failing", payload))
                .returns(kind, StorageException::kind);
        assertThat(store.describe(new ObjectKey("failing"))).isEmpty();
    }

    /** Exactly the rest of the capacity can still be filled. */
    private void assertThatExactlyTheRestIsFree(int used) {
        assertThat(store.list(null, 1000).stream().mapToLong(StoredObject::size).sum())
                .isEqualTo(used);
        int rest = CAPACITY - used;
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> put("too-much", BytesPayload.random(rest + 1, 7)));
        if (rest > 0) {
            assertThat(put("the-rest", BytesPayload.random(rest, 8))).isTrue();
        }
    }

    /** What each returned, or the kind of its failure. */
    private static List<Object> atOnce(List<Callable<Boolean>> writers) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Object> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (Callable<Boolean> writer : writers) {
                running.add(threads.submit(() -> {
                    start.await();
                    return writer.call();
                }));
            }
            start.countDown();
            for (Future<Boolean> future : running) {
                outcomes.add(outcome(future));
            }
        }
        return outcomes;
    }

    private static Object outcome(Future<Boolean> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            return e.getCause() instanceof StorageException failure ? failure.kind() : e;
        }
    }
}
