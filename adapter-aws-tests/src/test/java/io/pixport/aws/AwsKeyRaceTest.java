package io.pixport.aws;

import io.pixport.contracts.http.DirectEntry;
import io.pixport.contracts.http.Entry;
import io.pixport.contracts.http.KeyRaceHttpContract;
import io.pixport.http.Backend;
import io.pixport.http.Handler;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Requests under one key at once on S3 and DynamoDB. */
final class AwsKeyRaceTest implements KeyRaceHttpContract {
    @Override
    public int orders() {
        return 10;
    }

    @Override
    public Backend backend(InstantSource clock, Supplier<URI> baseUrl) {
        AwsClients clients = TestAws.clients();
        return new Backend(
                TestAws.store(clients), TestAws.repository(clients), TestAws.idempotencyStore(clients), null);
    }

    @Override
    public Entry entry(Handler handler) {
        return new DirectEntry(handler);
    }
}
