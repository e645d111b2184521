package io.pixport.aws;

import io.pixport.contracts.faults.Interruptions;
import io.pixport.contracts.usecase.InterruptionContract;
import io.pixport.contracts.usecase.TestService;
import java.security.SecureRandom;
import java.util.List;
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
    /** The profile histories asks for more of them, and of this. */
    private static final boolean EVERY_MANNER = Integer.getInteger("pixport.test.histories", 0) > 1_000;

    private static final int FIRST = new SecureRandom().nextInt(3);

    private static final SdkFaults FAULTS = new SdkFaults();
    private static final AwsClients CLIENTS = TestAws.apart(FAULTS);

    AwsInterruptionsTest() {
        super(CLIENTS);
    }

    @AfterAll
    static void close() {
        CLIENTS.close();
    }

    /** One of the three by turns, since each costs a hundred requests; over ports in memory, and with the profile histories, all. */
    @Override
    public List<Manner> manners(int call) {
        return EVERY_MANNER ? InterruptionContract.super.manners(call) : List.of(Manner.values()[(call + FIRST) % 3]);
    }

    @Override
    public Interruptions interruptions(TestService service) {
        return FAULTS;
    }
}
