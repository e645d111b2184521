package io.pixport.contracts.usecase;

import io.pixport.contracts.metadata.RepositoryFixture;
import io.pixport.contracts.store.LinkClient;
import io.pixport.contracts.store.StoreFixture;
import io.pixport.core.usecase.ImageService;
import java.time.Duration;

/** What the contracts of the use cases need of a pair of adapters; both may hold other things besides. */
public interface UseCaseFixture extends StoreFixture, RepositoryFixture {
    /** How links of the store are followed. */
    LinkClient links();

    /** The use cases over ports that stand before the pair. */
    default ImageService useCases(Ports ports) {
        return ports.service();
    }

    /** The use cases over the pair, with a trash that keeps images for an hour. */
    default TestService service() {
        return new TestService(this, Duration.ofHours(1));
    }
}
