package io.pixport.benchmarks;

import io.pixport.aws.AwsClients;
import io.pixport.aws.AwsConfig;
import io.pixport.aws.Provisioning;
import io.pixport.localaws.LocalAws;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** A bucket and a table on the local servers, both of one name. */
final class LocalClients {
    private LocalClients() {}

    /** Makes both, and opens clients of them. */
    static AwsClients open(String name, ExecutionInterceptor... interceptors) {
        LocalAws aws = LocalAws.shared();
        AwsClients clients = AwsClients.open(
                new AwsConfig(name, name, aws.region(), aws.s3(), aws.dynamoDb(), null, true),
                StaticCredentialsProvider.create(AwsBasicCredentials.create(aws.accessKeyId(), aws.secretAccessKey())),
                interceptors);
        if (!new Provisioning(clients).apply().complete()) {
            throw new IllegalStateException("the bucket or the table could not be made");
        }
        return clients;
    }

    /** Makes both, for a server that is given these variables. */
    static Map<String, String> serverSettings(String name) {
        open(name).close();
        return LocalAws.shared().environment(name);
    }
}
