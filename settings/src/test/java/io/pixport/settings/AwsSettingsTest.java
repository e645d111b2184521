package io.pixport.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pixport.aws.AwsConfig;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is set of a store in AWS. */
final class AwsSettingsTest {
    private static final URI LOCALSTACK = URI.create("http://localhost:4566");

    /** Of a store in AWS, with a bucket, a table and a secret unless they are set to nothing. */
    private static Settings settings(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PIXPORT_STORE", "aws",
                "PIXPORT_BUCKET", "b",
                "PIXPORT_TABLE", "t",
                "PIXPORT_SECRET", "0123456789abcdef0123456789abcdef"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Settings.of(environment, InstantSource.system());
    }

    private static Settings.Aws aws(String... namesAndValues) {
        return Objects.requireNonNull(settings(namesAndValues).aws());
    }

    private static void assertRefused(String problem, String... namesAndValues) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> settings(namesAndValues))
                .satisfies(e -> assertThat(e.problems()).containsExactly(problem));
    }

    @Test
    void a_bucket_and_a_table_are_all_that_aws_needs() {
        assertThat(aws()).isEqualTo(new Settings.Aws(new AwsConfig("b", "t", null, null, null, null, false), false));
        assertThat(settings().warnings()).isEmpty();
    }

    @Test
    void whatever_speaks_like_aws_can_be_named() {
        assertThat(aws("AWS_REGION", "eu-central-1", "AWS_ENDPOINT_URL", "http://localhost:9000")
                        .config())
                .isEqualTo(new AwsConfig(
                        "b",
                        "t",
                        "eu-central-1",
                        URI.create("http://localhost:9000"),
                        URI.create("http://localhost:9000"),
                        null,
                        true));
    }

    @Test
    void each_service_can_have_an_endpoint_of_its_own() {
        AwsConfig config = aws(
                        "AWS_ENDPOINT_URL", "http://both:1",
                        "AWS_ENDPOINT_URL_S3", "http://s3:2",
                        "PIXPORT_S3_PUBLIC_ENDPOINT", "https://images.example.com",
                        "PIXPORT_S3_PATH_STYLE", "false")
                .config();

        assertThat(config.s3Endpoint()).isEqualTo(URI.create("http://s3:2"));
        assertThat(config.dynamoDbEndpoint()).isEqualTo(URI.create("http://both:1"));
        assertThat(config.s3PublicEndpoint()).isEqualTo(URI.create("https://images.example.com"));
        assertThat(config.pathStyle()).isFalse();
        assertThat(aws("AWS_ENDPOINT_URL_DYNAMODB", "http://tables:3").config())
                .isEqualTo(new AwsConfig("b", "t", null, null, URI.create("http://tables:3"), null, false));
    }

    @Test
    void localstack_needs_no_more_than_its_name() {
        assertThat(aws("USE_LOCALSTACK", "true"))
                .isEqualTo(new Settings.Aws(
                        new AwsConfig("b", "t", "us-east-1", LOCALSTACK, LOCALSTACK, null, true), true));
    }

    @Test
    void what_is_set_besides_goes_before_what_localstack_has() {
        Settings.Aws aws = aws(
                "USE_LOCALSTACK", "true",
                "LOCALSTACK_ENDPOINT", "http://localstack:4566",
                "AWS_DEFAULT_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "mine");

        assertThat(aws.config().s3Endpoint()).isEqualTo(URI.create("http://localstack:4566"));
        assertThat(aws.config().region()).isEqualTo("eu-west-1");
        assertThat(aws.anyCredentials()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"S3_BUCKET", "S3_BUCKET_NAME", "BUCKET_NAME"})
    void the_names_of_the_seed_documents_name_the_bucket(String name) {
        assertThat(aws("PIXPORT_BUCKET", "", name, "images").config().bucket()).isEqualTo("images");
    }

    @ParameterizedTest
    @CsvSource({"DYNAMODB_TABLE", "DYNAMODB_TABLE_NAME", "TABLE_NAME"})
    void the_names_of_the_seed_documents_name_the_table(String name) {
        assertThat(aws("PIXPORT_TABLE", "", name, "images").config().table()).isEqualTo("images");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PIXPORT_BUCKET             |           | PIXPORT_STORE is aws, so PIXPORT_BUCKET has to be set: the S3 bucket.
            PIXPORT_TABLE              |           | PIXPORT_STORE is aws, so PIXPORT_TABLE has to be set: the DynamoDB table.
            LOCALSTACK_ENDPOINT        | localhost | LOCALSTACK_ENDPOINT is "localhost", which is not a URL like https://images.example.com.
            AWS_ENDPOINT_URL_S3        | s3        | AWS_ENDPOINT_URL_S3 is "s3", which is not a URL like https://images.example.com.
            PIXPORT_S3_PUBLIC_ENDPOINT | s3        | PIXPORT_S3_PUBLIC_ENDPOINT is "s3", which is not a URL like https://images.example.com.
            PIXPORT_S3_PATH_STYLE      | maybe     | PIXPORT_S3_PATH_STYLE is "maybe", which is not true or false.
            USE_LOCALSTACK             | maybe     | USE_LOCALSTACK is "maybe", which is not true or false.
            PIXPORT_MAX_TAGS           | 25        | The limits admit too much for PIXPORT_STORE=aws: an image has at most 24 tags, because DynamoDB takes 100 items in one transaction.
            PIXPORT_MAX_USER_ID_LENGTH | 2000      | The limits admit too much for PIXPORT_STORE=aws: the key of a user's list can have 2210 bytes, and DynamoDB takes 2048.
            """)
    void what_is_missing_or_wrong_is_said(String name, String value, String problem) {
        assertRefused(problem, name, value == null ? "" : value);
    }

    @Test
    void as_many_tags_as_a_transaction_takes_are_taken() {
        assertThat(settings("PIXPORT_MAX_TAGS", "24").limits().tags()).isEqualTo(24);
    }

    @Test
    void a_secret_that_other_servers_do_not_have_is_warned_about() {
        assertThat(settings("PIXPORT_SECRET", "").warnings())
                .containsExactly(
                        "PIXPORT_SECRET is not set, so page tokens are good for this server only, and until it stops.");
    }

    @Test
    void what_is_for_the_memory_store_is_warned_about() {
        assertThat(settings("PIXPORT_PUBLIC_URL", "https://a.example", "PIXPORT_MEMORY_CAPACITY", "1")
                        .warnings())
                .isEqualTo(List.of(
                        "PIXPORT_MEMORY_CAPACITY has no effect with PIXPORT_STORE=aws.",
                        "PIXPORT_PUBLIC_URL has no effect with PIXPORT_STORE=aws."));
    }
}
