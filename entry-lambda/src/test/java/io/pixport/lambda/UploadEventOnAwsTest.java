package io.pixport.lambda;

import io.pixport.aws.AwsClients;
import io.pixport.settings.AwsStores;

final class UploadEventOnAwsTest implements UploadEventContract {
    /** They end with the process. */
    private static final AwsClients CLIENTS = TestTable.provisioned().open();

    @Override
    public UploadEvents events() {
        return new UploadEvents(clock -> AwsStores.backend(CLIENTS, clock));
    }
}
