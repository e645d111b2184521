package io.pixport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.TestClock;
import io.pixport.contracts.store.BytesPayload;
import io.pixport.contracts.store.CapacityContract;
import io.pixport.contracts.store.ImageStoreContract;
import io.pixport.contracts.store.LinkClient;
import io.pixport.contracts.store.PartCapacityContract;
import io.pixport.contracts.store.VerifierLinks;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.LinkGrant;
import io.pixport.core.port.MultipartUpload;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

final class InMemoryImageStoreTest implements ImageStoreContract, CapacityContract, PartCapacityContract {
    private final TestClock clock = new TestClock(Fresh.instant());
    private final InMemoryImageStore store = storeOf(InMemoryImageStore.DEFAULT_CAPACITY);

    @Override
    public ImageStore store() {
        return store;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public LinkClient links() {
        return new VerifierLinks(store, store);
    }

    @Override
    public <T> T signedBefore(Duration age, Function<ImageStore, T> sign) {
        T link = sign.apply(store);
        clock.advance(age);
        return link;
    }

    @Override
    public InMemoryImageStore storeOf(long capacity) {
        return new InMemoryImageStore(clock, () -> URI.create("http://127.0.0.1:8080"), Fresh.bytes(32), capacity);
    }

    @Override
    public void sendPart(ImageStore bounded, MultipartUpload upload, int number, int size) {
        byte[] bytes = Fresh.bytes(size);
        assertThat(((InMemoryImageStore) bounded)
                        .putPart(new LinkGrant.Part(upload, number, size), new BytesPayload(bytes)))
                .isTrue();
    }
}
