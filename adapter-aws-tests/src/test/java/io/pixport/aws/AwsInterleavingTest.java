package io.pixport.aws;

import io.pixport.contracts.interleaving.InterleavingContract;
import io.pixport.contracts.usecase.UseCaseFixture;
import org.junit.jupiter.api.AfterAll;

/** Interleaved clients on S3 and DynamoDB, in a bucket and a table that nobody else looks through. */
final class AwsInterleavingTest implements InterleavingContract {
    private static final AwsClients CLIENTS = TestAws.apart();

    @AfterAll
    static void close() {
        CLIENTS.close();
    }

    @Override
    public UseCaseFixture adapters() {
        return new AwsPair(CLIENTS);
    }

    @Override
    public int orders() {
        return 1;
    }
}
