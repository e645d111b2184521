package io.pixport.javalin;

import io.pixport.aws.AwsClients;
import io.pixport.contracts.http.HttpPropertiesContract;
import io.pixport.contracts.http.StreamingHttpContract;
import io.pixport.http.Backend;
import io.pixport.settings.AwsStores;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The HTTP API of the server over S3 and DynamoDB, in one bucket and one table for all tests; links lead to S3. */
final class JavalinOnAwsHttpContractTest implements JavalinFixture, StreamingHttpContract, HttpPropertiesContract {
    /** Of both engines that run the tests, so they end with the process. */
    private static final AwsClients CLIENTS = TestBucket.provisioned().open();

    @Override
    public Backend backend(InstantSource clock, Supplier<URI> baseUrl) {
        return AwsStores.backend(CLIENTS, clock);
    }
}
