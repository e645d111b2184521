package io.pixport.settings;

import io.pixport.aws.AwsConfig;
import io.pixport.aws.DynamoDbMetadataRepository;
import io.pixport.core.model.Limits;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads the variables of a store in AWS, those that AWS's own tools have among them. */
final class AwsReader {
    private static final URI LOCALSTACK = URI.create("http://localhost:4566");
    private static final String LOCALSTACK_REGION = "us-east-1";

    private final Environment env;
    private final boolean localStack;

    AwsReader(Environment env) {
        this.env = env;
        this.localStack = env.flag(Variable.USE_LOCALSTACK);
    }

    Settings.Aws read(Limits limits) {
        @Nullable URI endpoint = orElse(env.urlOrNull(Variable.AWS_ENDPOINT_URL), localStack ? LOCALSTACK : null);
        @Nullable URI s3 = orElse(env.urlOrNull(Variable.AWS_ENDPOINT_URL_S3), endpoint);
        AwsConfig config = new AwsConfig(
                required(Variable.BUCKET, "the S3 bucket"),
                required(Variable.TABLE, "the DynamoDB table"),
                orElse(env.textOrNull(Variable.AWS_REGION), localStack ? LOCALSTACK_REGION : null),
                s3,
                orElse(env.urlOrNull(Variable.AWS_ENDPOINT_URL_DYNAMODB), endpoint),
                env.urlOrNull(Variable.S3_PUBLIC_ENDPOINT),
                env.isSet(Variable.S3_PATH_STYLE) ? env.flag(Variable.S3_PATH_STYLE) : s3 != null);
        DynamoDbMetadataRepository.obstacle(limits)
                .ifPresent(reason ->
                        env.problem("The limits admit too much for PIXPORT_STORE=aws: %s.".formatted(reason)));
        return new Settings.Aws(config, localStack && !env.hasAwsCredentials());
    }

    private String required(Variable variable, String what) {
        if (!env.isSet(variable)) {
            env.problem("PIXPORT_STORE is aws, so %s has to be set: %s.".formatted(variable.key(), what));
        }
        return env.text(variable);
    }

    private static <T> @Nullable T orElse(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }
}
