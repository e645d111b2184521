package io.pixport.aws;

import io.pixport.contracts.history.HistoryFixture;
import io.pixport.contracts.http.SocketLinks;
import io.pixport.contracts.store.LinkClient;
import io.pixport.core.port.IdempotencyStore;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;

/** The adapters over the bucket and the table of some clients. */
class AwsPair implements HistoryFixture {
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
    public IdempotencyStore requestKeys() {
        return TestAws.idempotencyStore(clients);
    }

    @Override
    public LinkClient links() {
        return new SocketLinks();
    }
}
