package io.pixport.lambda;

import io.pixport.aws.AwsClients;
import io.pixport.contracts.http.DeleteHttpContract;
import io.pixport.contracts.http.DirectUploadHttpContract;
import io.pixport.contracts.http.IdempotencyHttpContract;
import io.pixport.contracts.http.LinkHttpContract;
import io.pixport.contracts.http.ListHttpContract;
import io.pixport.contracts.http.SeedConformanceContract;
import io.pixport.contracts.http.TextHttpContract;
import io.pixport.contracts.http.UploadHttpContract;
import io.pixport.http.Backend;
import io.pixport.settings.AwsStores;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the HTTP API promises of images from their upload to their end, over S3 and DynamoDB, by the rights that the template
 * gives the function; links lead to S3.
 */
final class FunctionOnAwsHttpContractTest
        implements FunctionFixture,
                SeedConformanceContract,
                UploadHttpContract,
                ListHttpContract,
                LinkHttpContract,
                DirectUploadHttpContract,
                TextHttpContract,
                IdempotencyHttpContract,
                DeleteHttpContract {
    /** They end with the process. */
    private static final AwsClients CLIENTS = TestTable.provisioned()
            .open(new RoleInterceptor(
                    Template.open().function(PixportFunction.class.getName()).orElseThrow()));

    @Override
    public TestGateway gateway() {
        return TestGateway.HTTP_API;
    }

    @Override
    public Backend backend(InstantSource clock, Supplier<URI> baseUrl) {
        return AwsStores.backend(CLIENTS, clock);
    }
}
