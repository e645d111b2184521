package io.pixport.aws;

import io.pixport.contracts.http.SocketLinks;
import io.pixport.contracts.store.LinkClient;
import io.pixport.contracts.usecase.UseCaseFixture;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;

/** Both adapters over the bucket and the table of some clients. */
class AwsPair implements UseCaseFixture {
    private final AwsClients clients;

    AwsPair(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public ImageStore store() {
        return TestAws.store(clients);
    }

    @Override
    public MetadataRepository repository() {
        return TestAws.repository(clients);
    }

    @Override
    public LinkClient links() {
        return new SocketLinks();
    }
}
