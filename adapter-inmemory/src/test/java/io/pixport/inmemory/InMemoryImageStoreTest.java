package io.pixport.inmemory;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.TestClock;
import io.pixport.contracts.store.CapacityContract;
import io.pixport.contracts.store.ImageStoreContract;
import io.pixport.contracts.store.LinkClient;
import io.pixport.contracts.store.VerifierLinks;
import io.pixport.core.port.ImageStore;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

final class InMemoryImageStoreTest implements ImageStoreContract, CapacityContract {
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
}
