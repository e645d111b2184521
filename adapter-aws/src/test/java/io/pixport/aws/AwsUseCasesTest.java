package io.pixport.aws;

import io.pixport.contracts.faults.Interruptions;
import io.pixport.contracts.http.SocketLinks;
import io.pixport.contracts.store.LinkClient;
import io.pixport.contracts.usecase.TestService;
import io.pixport.contracts.usecase.UseCasesContract;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The use cases on S3 and DynamoDB; what interrupts them is a failing call of the SDK, of which an adapter's has several. It
 * has a bucket and a table of its own, and takes as long as all others of this module, so it runs beside them.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("SdkFaults") // of one test at a time
final class AwsUseCasesTest implements UseCasesContract {
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
        return new SocketLinks();
    }
}
