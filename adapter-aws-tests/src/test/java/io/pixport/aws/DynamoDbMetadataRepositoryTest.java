package io.pixport.aws;

import io.pixport.contracts.metadata.MetadataRepositoryContract;
import io.pixport.contracts.metadata.MetadataRepositoryOutageContract;
import io.pixport.core.port.MetadataRepository;

final class DynamoDbMetadataRepositoryTest implements MetadataRepositoryContract, MetadataRepositoryOutageContract {
    private static final AwsClients OUT_OF_REACH = TestAws.outOfReach();

    @Override
    public MetadataRepository repository() {
        return TestAws.repository(TestAws.clients());
    }

    @Override
    public MetadataRepository repositoryOutOfReach() {
        return TestAws.repository(OUT_OF_REACH);
    }
}
