package io.pixport.aws;

import io.pixport.contracts.store.HttpLinks;
import io.pixport.contracts.store.LinkClient;
import io.pixport.contracts.usecase.UseCasesContract;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterAll;

final class AwsUseCasesTest implements UseCasesContract {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AwsClients CLIENTS = TestAws.apart();

    @AfterAll
    static void close() {
        HTTP.close();
        CLIENTS.close();
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
        return new HttpLinks(HTTP);
    }
}
