package io.pixport.aws;

import io.pixport.contracts.history.HistoryProperty;
import io.pixport.contracts.http.SocketLinks;
import io.pixport.contracts.store.LinkClient;
import io.pixport.contracts.usecase.UseCaseFixture;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import net.jqwik.api.lifecycle.AfterContainer;

/** Histories on S3 and DynamoDB, in a bucket and a table that nobody else looks through. */
final class AwsHistoryTest implements HistoryProperty, UseCaseFixture {
    private static final AwsClients CLIENTS = TestAws.apart();

    @AfterContainer
    static void close() {
        CLIENTS.close();
    }

    @Override
    public UseCaseFixture adapters() {
        return this;
    }

    @Override
    public boolean isFast() {
        return false;
    }

    @Override
    public ImageStore store() {
        return TestAws.store(CLIENTS);
    }

    @Override
    public MetadataRepository repository() {
        return TestAws.repository(CLIENTS);
    }

    @Override
    public LinkClient links() {
        return new SocketLinks();
    }
}
