package io.pixport.aws;

import io.pixport.contracts.history.HistoryFixture;
import io.pixport.contracts.history.HistoryProperty;
import net.jqwik.api.lifecycle.AfterContainer;

/** Histories on S3 and DynamoDB, in a bucket and a table that nobody else looks through. */
final class AwsHistoryTest implements HistoryProperty {
    private static final AwsClients CLIENTS = TestAws.apart();

    @AfterContainer
    static void close() {
        CLIENTS.close();
    }

    @Override
    public HistoryFixture adapters() {
        return new AwsPair(CLIENTS);
    }

    @Override
    public boolean isFast() {
        return false;
    }
}
