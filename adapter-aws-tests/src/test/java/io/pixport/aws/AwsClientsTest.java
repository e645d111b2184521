package io.pixport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

final class AwsClientsTest {
    @Test
    void bothServicesAnswer() {
        AwsClients clients = TestAws.clients();

        assertThat(clients.s3().listBuckets().buckets())
                .anyMatch(bucket -> bucket.name().equals(clients.config().bucket()));
        assertThat(clients.dynamoDb().listTables().tableNames()).isNotNull();
    }

    @Test
    void closedClientsSendNothingMore() {
        RequestCounter sent = new RequestCounter();
        AwsClients clients = TestAws.watchedBy(sent);
        clients.close();

        assertThatThrownBy(() -> clients.s3().listBuckets()).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> clients.dynamoDb().listTables()).isInstanceOf(RuntimeException.class);
        assertThat(sent.operations()).isEmpty();
    }

    @Test
    void whatIsOutOfReachIsToldInTime() {
        try (AwsClients clients = TestAws.outOfReach()) {
            assertThatThrownBy(() -> clients.s3().listBuckets()).isInstanceOf(SdkClientException.class);
            assertThatThrownBy(() -> clients.dynamoDb().listTables()).isInstanceOf(SdkClientException.class);
        }
    }
}
