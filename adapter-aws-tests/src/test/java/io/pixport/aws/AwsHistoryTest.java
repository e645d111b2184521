package io.pixport.aws;

import io.pixport.contracts.history.HistoryFixture;
import io.pixport.contracts.history.HistoryProperty;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Histories on S3 and DynamoDB, in a bucket and a table that nobody else looks through, and in others after some time: what looks
 * through everything would take longer with each history.
 */
final class AwsHistoryTest implements HistoryProperty {
    private static final int TOGETHER = 25;

    private static AwsClients clients = TestAws.apart();
    private static int begun;

    @AfterContainer
    static void close() {
        clients.close();
    }

    @Override
    public HistoryFixture adapters() {
        begun++;
        if (begun % TOGETHER == 0) {
            clients.close();
            clients = TestAws.apart();
        }
        return new AwsPair(clients);
    }

    @Override
    public boolean isFast() {
        return false;
    }
}
