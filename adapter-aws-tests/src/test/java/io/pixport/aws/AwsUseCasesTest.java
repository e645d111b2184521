package io.pixport.aws;

import io.pixport.contracts.usecase.UseCasesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The use cases on S3 and DynamoDB, in a bucket and a table of their own, so beside the others. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("AwsUseCases") // of one test at a time
final class AwsUseCasesTest extends AwsPair implements UseCasesContract {
    private static final AwsClients CLIENTS = TestAws.apart();

    AwsUseCasesTest() {
        super(CLIENTS);
    }

    @AfterAll
    static void close() {
        CLIENTS.close();
    }
}
