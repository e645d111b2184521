package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.aws.AwsClients;
import io.pixport.aws.AwsConfig;
import io.pixport.aws.Provisioning;
import io.pixport.localaws.LocalAws;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** A table and a bucket of one name, which nobody else has. */
record TestTable(String name) {
    private static final LocalAws AWS = LocalAws.shared();

    /** One that is not there yet. */
    static TestTable named() {
        return new TestTable("pixport-function-" + UUID.randomUUID());
    }

    static TestTable provisioned() {
        TestTable table = named();
        try (AwsClients clients = table.open()) {
            Provisioning.Report report = new Provisioning(clients).apply();
            assertThat(report.complete()).as("%s", report).isTrue();
        }
        return table;
    }

    /** Clients of it, which the caller closes. */
    AwsClients open(ExecutionInterceptor... interceptors) {
        AwsConfig config = new AwsConfig(name, name, AWS.region(), AWS.s3(), AWS.dynamoDb(), null, true);
        return AwsClients.open(
                config,
                StaticCredentialsProvider.create(AwsBasicCredentials.create(AWS.accessKeyId(), AWS.secretAccessKey())),
                interceptors);
    }

    /** What a function needs to find it. */
    Map<String, String> environment() {
        return AWS.environment(name);
    }
}
