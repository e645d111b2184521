package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.aws.AwsClients;
import io.pixport.aws.AwsConfig;
import io.pixport.aws.Provisioning;
import io.pixport.localaws.LocalAws;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A bucket and a table that nobody else has. */
final class TestTable {
    private TestTable() {}

    /** The variables by which a function finds them, names and values. */
    static String[] provisioned() {
        LocalAws aws = LocalAws.shared();
        String name = "pixport-function-" + UUID.randomUUID();
        AwsConfig config = new AwsConfig(name, name, aws.region(), aws.s3(), aws.dynamoDb(), null, true);
        StaticCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create(aws.accessKeyId(), aws.secretAccessKey()));
        try (AwsClients clients = AwsClients.open(config, credentials)) {
            Provisioning.Report report = new Provisioning(clients).apply();
            assertThat(report.complete()).as("%s", report).isTrue();
        }
        return new String[] {
            "PIXPORT_STORE", "aws",
            "PIXPORT_BUCKET", name,
            "PIXPORT_TABLE", name,
            "PIXPORT_SECRET", "signs the page tokens of the tests of a function",
            "AWS_REGION", aws.region(),
            "AWS_ENDPOINT_URL_S3", aws.s3().toString(),
            "AWS_ENDPOINT_URL_DYNAMODB", aws.dynamoDb().toString(),
            "AWS_ACCESS_KEY_ID", aws.accessKeyId(),
            "AWS_SECRET_ACCESS_KEY", aws.secretAccessKey(),
        };
    }
}
