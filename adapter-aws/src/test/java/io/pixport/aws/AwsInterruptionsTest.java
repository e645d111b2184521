package io.pixport.aws;

import io.pixport.contracts.faults.Interruptions;
import io.pixport.contracts.usecase.InterruptionContract;
import io.pixport.contracts.usecase.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * What interrupts the use cases on S3 and DynamoDB is a failing call of the SDK, of which an adapter's has several. The
 * bucket and the table are their own: every scene is looked through by reconcilers.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("SdkFaults") // of one test at a time
final class AwsInterruptionsTest extends AwsPair implements InterruptionContract {
    private static final SdkFaults FAULTS = new SdkFaults();
    private static final AwsClients CLIENTS = TestAws.apart(FAULTS);

    AwsInterruptionsTest() {
        super(CLIENTS);
    }

    @AfterAll
    static void close() {
        CLIENTS.close();
    }

    @Override
    public Interruptions interruptions(TestService service) {
        return FAULTS;
    }
}
