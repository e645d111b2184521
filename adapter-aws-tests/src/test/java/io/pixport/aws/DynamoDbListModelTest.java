package io.pixport.aws;

import io.pixport.contracts.listmodel.ListModelProperty;
import io.pixport.core.port.MetadataRepository;

final class DynamoDbListModelTest implements ListModelProperty {
    @Override
    public MetadataRepository repository() {
        return TestAws.repository(TestAws.clients());
    }
}
