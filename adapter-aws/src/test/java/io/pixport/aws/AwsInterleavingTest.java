package io.pixport.aws;

import io.pixport.contracts.http.SocketLinks;
import io.pixport.contracts.interleaving.InterleavingContract;
import io.pixport.contracts.store.LinkClient;
import io.pixport.contracts.usecase.UseCaseFixture;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import org.junit.jupiter.api.AfterAll;

/** Interleaved clients on S3 and DynamoDB, in a bucket and a table that nobody else looks through. */
final class AwsInterleavingTest implements InterleavingContract, UseCaseFixture {
    private static final AwsClients CLIENTS = TestAws.apart();

    @AfterAll
    static void close() {
        CLIENTS.close();
    }

    @Override
    public UseCaseFixture adapters() {
        return this;
    }

    @Override
    public int orders() {
        return 1;
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
