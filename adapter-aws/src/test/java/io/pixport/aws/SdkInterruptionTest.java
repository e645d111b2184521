package io.pixport.aws;

import io.pixport.contracts.faults.Interruptions;
import io.pixport.contracts.store.LinkClient;
import io.pixport.contracts.usecase.InterruptionContract;
import io.pixport.contracts.usecase.TestService;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import org.junit.jupiter.api.AfterAll;

/** The use cases while the calls of the SDK itself fail, each in its turn. */
final class SdkInterruptionTest implements InterruptionContract {
    private static final SdkFaults FAULTS = new SdkFaults();
    private static final AwsClients CLIENTS = TestAws.apart(FAULTS);

    @AfterAll
    static void close() {
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
    public Interruptions interruptions(TestService service) {
        return FAULTS;
    }

    @Override
    public LinkClient links() {
        throw new UnsupportedOperationException("no link is followed");
    }
}
