package io.pixport.aws;

import io.pixport.contracts.http.SocketLinks;
import io.pixport.contracts.store.ImageStoreContract;
import io.pixport.contracts.store.ImageStoreOutageContract;
import io.pixport.contracts.store.LinkClient;
import io.pixport.core.port.ImageStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;

final class S3ImageStoreTest implements ImageStoreContract, ImageStoreOutageContract {
    private static final AwsClients OUT_OF_REACH = TestAws.outOfReach();

    @AfterAll
    static void close() {
        OUT_OF_REACH.close();
    }

    @Override
    public ImageStore store() {
        return TestAws.store(TestAws.clients());
    }

    @Override
    public ImageStore storeOutOfReach() {
        return TestAws.store(OUT_OF_REACH);
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }

    @Override
    public LinkClient links() {
        return new SocketLinks();
    }

    @Override
    public <T> T signedBefore(Duration age, Function<ImageStore, T> sign) {
        return sign.apply(
                TestAws.store(TestAws.clients(), () -> clock().instant().minus(age)));
    }
}
