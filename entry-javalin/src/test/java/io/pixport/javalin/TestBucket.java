package io.pixport.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.aws.AwsClients;
import io.pixport.aws.AwsConfig;
import io.pixport.aws.Provisioning;
import io.pixport.localaws.LocalAws;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A bucket and a table of one name, which nobody else has. */
record TestBucket(String name) {
    private static final LocalAws AWS = LocalAws.shared();

    /** One that is not there yet. */
    static TestBucket named() {
        return new TestBucket("pixport-server-" + UUID.randomUUID());
    }

    static TestBucket provisioned() {
        TestBucket bucket = named();
        try (AwsClients clients = bucket.open()) {
            Provisioning.Report report = new Provisioning(clients).apply();
            assertThat(report.complete()).as("%s", report).isTrue();
        }
        return bucket;
    }

    /** Clients of it, which the caller closes. */
    AwsClients open() {
        AwsConfig config = new AwsConfig(name, name, AWS.region(), AWS.s3(), AWS.dynamoDb(), null, true);
        return AwsClients.open(
                config,
                StaticCredentialsProvider.create(AwsBasicCredentials.create(AWS.accessKeyId(), AWS.secretAccessKey())));
    }

    /** What a server needs to find it. */
    Map<String, String> environment() {
        return AWS.environment(name);
    }
}
