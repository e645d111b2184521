package io.pixport.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Limits;
import io.pixport.http.CorsPolicy;
import io.pixport.http.JwtAuthenticator;
import io.pixport.http.UserIdHeader;
import io.pixport.settings.Settings.Auth;
import io.pixport.settings.Settings.Logging;
import io.pixport.settings.Settings.Logging.LogFormat;
import io.pixport.settings.Settings.Logging.LogLevel;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private static Settings settings(String... variables) {
        return Settings.of(environment(variables), InstantSource.system());
    }

    private static List<String> problems(String... variables) {
        try {
            settings(variables);
            return List.of();
        } catch (SettingsException e) {
            return e.problems();
        }
    }

    private static Map<String, String> environment(String... variables) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return environment;
    }

    @Test
    void an_empty_environment_gives_the_defaults() {
        Settings settings = settings();
        assertThat(settings.server())
                .isEqualTo(new Settings.Server(
                        "127.0.0.1",
                        8080,
                        16384,
                        1024,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        false));
        assertThat(settings.limits()).isEqualTo(Limits.DEFAULTS);
        assertThat(settings.api().basePath()).isEmpty();
        assertThat(settings.api().cors()).isEqualTo(CorsPolicy.OFF);
        assertThat(settings.api().authenticator()).isEqualTo(new UserIdHeader(false));
        assertThat(settings.auth()).isEqualTo(Auth.OPEN);
        assertThat(settings.aws()).isNull();
        assertThat(settings.memoryCapacity()).isEqualTo(1L << 30);
        assertThat(settings.publicUrl()).isNull();
        assertThat(settings.tempDirectory()).isNull();
        assertThat(settings.spoolMemory()).isEqualTo(256 * 1024);
        assertThat(settings.maintenanceInterval()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.logging()).isEqualTo(new Logging(LogLevel.INFO, LogFormat.TEXT));
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void what_is_set_is_what_is_used(@TempDir Path directory) {
        Settings settings = settings(
                "PIXPORT_HOST=0.0.0.0",
                "PIXPORT_PORT=0",
                "PIXPORT_MAX_HEADER_SIZE=4096",
                "PIXPORT_MAX_CONNECTIONS=7",
                "PIXPORT_REQUEST_TIMEOUT=1",
                "PIXPORT_IDLE_TIMEOUT=2",
                "PIXPORT_SHUTDOWN_TIMEOUT=3",
                "PIXPORT_ACCESS_LOG=true",
                "PIXPORT_BASE_PATH=/dev",
                "PIXPORT_PUBLIC_URL=https://images.example.com/dev",
                "PIXPORT_CORS_ORIGINS=https://a.example, https://b.example",
                "PIXPORT_MEMORY_CAPACITY=1000",
                "PIXPORT_TEMP_DIR=" + directory,
                "PIXPORT_SPOOL_MEMORY=0",
                "PIXPORT_MAINTENANCE_INTERVAL=0",
                "PIXPORT_LOG_LEVEL=debug",
                "PIXPORT_LOG_FORMAT=json",
                "PIXPORT_SECRET=" + SECRET);
        assertThat(settings.server())
                .isEqualTo(new Settings.Server(
                        "0.0.0.0",
                        0,
                        4096,
                        7,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        true));
        assertThat(settings.api().basePath()).isEqualTo("/dev");
        assertThat(settings.api().cors().origins()).containsExactlyInAnyOrder("https://a.example", "https://b.example");
        assertThat(settings.api().secret().bytes()).asString().isEqualTo(SECRET);
        assertThat(settings.publicUrl()).isEqualTo(URI.create("https://images.example.com/dev"));
        assertThat(settings.memoryCapacity()).isEqualTo(1000);
        assertThat(settings.tempDirectory()).isEqualTo(directory);
        assertThat(settings.spoolMemory()).isZero();
        assertThat(settings.maintenanceInterval()).isZero();
        assertThat(settings.logging()).isEqualTo(new Logging(LogLevel.DEBUG, LogFormat.JSON));
    }

    @Test
    void every_limit_can_be_set() {
        Limits limits = settings(
                        "PIXPORT_ALLOWED_CONTENT_TYPES=image/jpeg,image/png",
                        "PIXPORT_MIN_IMAGE_SIZE=1",
                        "PIXPORT_MAX_IMAGE_SIZE=2",
                        "PIXPORT_MULTIPART_THRESHOLD=23",
                        "PIXPORT_MIN_SIDE=3",
                        "PIXPORT_MAX_SIDE=4",
                        "PIXPORT_MAX_FRAMES=5",
                        "PIXPORT_MAX_PIXELS=6",
                        "PIXPORT_MAX_TITLE_LENGTH=7",
                        "PIXPORT_MAX_DESCRIPTION_LENGTH=8",
                        "PIXPORT_MAX_ALT_TEXT_LENGTH=9",
                        "PIXPORT_MAX_TAGS=10",
                        "PIXPORT_MAX_TAG_LENGTH=11",
                        "PIXPORT_MAX_CUSTOM_FIELDS=12",
                        "PIXPORT_MAX_CUSTOM_NAME_LENGTH=13",
                        "PIXPORT_MAX_CUSTOM_VALUE_LENGTH=14",
                        "PIXPORT_MAX_USER_ID_LENGTH=15",
                        "PIXPORT_MAX_FILE_NAME_LENGTH=16",
                        "PIXPORT_MIN_LINK_LIFE=17",
                        "PIXPORT_MAX_LINK_LIFE=19",
                        "PIXPORT_LINK_LIFE=18",
                        "PIXPORT_PAGE_SIZE=20",
                        "PIXPORT_MAX_PAGE_SIZE=21",
                        "PIXPORT_TRASH_RETENTION=22",
                        "PIXPORT_RESERVATION_LIFE=19")
                .limits();
        assertThat(limits)
                .isEqualTo(new Limits(
                        Set.of(ImageFormat.JPEG, ImageFormat.PNG),
                        1,
                        2,
                        23,
                        3,
                        4,
                        5,
                        6,
                        7,
                        8,
                        9,
                        10,
                        11,
                        12,
                        13,
                        14,
                        15,
                        16,
                        Duration.ofSeconds(17),
                        Duration.ofSeconds(19),
                        Duration.ofSeconds(18),
                        20,
                        21,
                        Duration.ofSeconds(22),
                        Duration.ofSeconds(19)));
    }

    @Test
    void files_of_200_MB_can_take_a_week() {
        Limits limits = settings("PIXPORT_MAX_IMAGE_SIZE=209715200", "PIXPORT_RESERVATION_LIFE=604800")
                .limits();

        assertThat(limits.checkSize(209_715_200)).isNull();
        assertThat(limits.checkReservationLife(Duration.ofDays(7))).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PIXPORT_PORT=abc              | PIXPORT_PORT is "abc", which is not a number from 0 to 65535.
            PIXPORT_PORT=65536            | PIXPORT_PORT is "65536", which is not a number from 0 to 65535.
            PIXPORT_PORT=-1               | PIXPORT_PORT is "-1", which is not a number from 0 to 65535.
            PIXPORT_REQUEST_TIMEOUT=0     | PIXPORT_REQUEST_TIMEOUT is "0", which is not a number of seconds from 1 to 2147483647.
            PIXPORT_IDLE_TIMEOUT=10s      | PIXPORT_IDLE_TIMEOUT is "10s", which is not a number of seconds from 1 to 2147483647.
            PIXPORT_ACCESS_LOG=maybe      | PIXPORT_ACCESS_LOG is "maybe", which is not true or false.
            PIXPORT_AUTH=basic            | PIXPORT_AUTH is "basic", which is not open or header or jwt.
            PIXPORT_STORE=disk            | PIXPORT_STORE is "disk", which is not memory or aws.
            PIXPORT_LOG_FORMAT=xml        | PIXPORT_LOG_FORMAT is "xml", which is not text or json.
            LOG_LEVEL=LOUD                | LOG_LEVEL is "LOUD", which is not error, warn, info, debug or trace.
            PIXPORT_BASE_PATH=dev         | PIXPORT_BASE_PATH is "dev", which is not empty or like /dev.
            PIXPORT_PUBLIC_URL=localhost  | PIXPORT_PUBLIC_URL is "localhost", which is not a URL like https://images.example.com.
            PIXPORT_PUBLIC_URL=ftp://a.b  | PIXPORT_PUBLIC_URL is "ftp://a.b", which is not a URL like https://images.example.com.
            PIXPORT_TEMP_DIR=/no/such     | PIXPORT_TEMP_DIR is "/no/such", which is not a directory that can be written to.
            PIXPORT_SECRET=tooshort       | PIXPORT_SECRET is not at least 32 bytes long.
            MAX_FILE_SIZE=10MB            | MAX_FILE_SIZE is "10MB", which is not a number from 1 to 9223372036854775807.
            ALLOWED_CONTENT_TYPES=a/b     | ALLOWED_CONTENT_TYPES is "a/b", which is not a list of image formats that are known.
            PIXPORT_MAX_LINK_LIFE=604801  | The limits contradict each other: limits must satisfy: maxLinkLife <= 7 days.
            PIXPORT_MIN_SIDE=5000         | The limits contradict each other: limits must satisfy: 1 <= minSide <= maxSide.
            PIXPORT_AUTH=jwt              | PIXPORT_AUTH is jwt, so one of PIXPORT_JWT_SECRET and PIXPORT_JWT_JWKS_URL has to be set.
            """)
    void a_wrong_value_is_named_with_what_is_expected(String variable, String problem) {
        assertThat(problems(variable)).containsExactly(problem);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThat(problems("PIXPORT_PORT=x", "PIXPORT_AUTH=y", "MAX_IMAGE_SIZE=z"))
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith("PIXPORT_PORT "))
                .anyMatch(problem -> problem.startsWith("PIXPORT_AUTH "))
                .anyMatch(problem -> problem.startsWith("MAX_IMAGE_SIZE "));
    }

    @ParameterizedTest
    @EnumSource(Variable.class)
    void a_blank_variable_counts_as_not_set(Variable variable) {
        assertThat(settings(variable.key() + "=  ").server())
                .isEqualTo(settings().server());
        assertThat(problems(variable.key() + "=")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAX_IMAGE_SIZE", "MAX_FILE_SIZE", "PIXPORT_MAX_IMAGE_SIZE"})
    void the_names_of_the_seed_documents_work(String name) {
        assertThat(settings(name + "=5000").limits().maxSize()).isEqualTo(5000);
    }

    @ParameterizedTest
    @CsvSource({"WARNING,WARN", "warn,WARN", "Info,INFO", "DEBUG,DEBUG", "error,ERROR"})
    void the_level_of_the_log_is_read_as_people_write_it(String value, LogLevel level) {
        assertThat(settings("LOG_LEVEL=" + value).logging().level()).isEqualTo(level);
    }

    @Test
    void its_own_name_wins_over_others() {
        assertThat(settings("PIXPORT_MAX_IMAGE_SIZE=2000", "MAX_IMAGE_SIZE=3000", "MAX_FILE_SIZE=4000")
                        .limits()
                        .maxSize())
                .isEqualTo(2000);
    }

    @Test
    void other_names_that_disagree_are_refused() {
        assertThat(problems("MAX_IMAGE_SIZE=3000", "MAX_FILE_SIZE=4000"))
                .containsExactly(
                        "MAX_IMAGE_SIZE and MAX_FILE_SIZE disagree; set one of them, or PIXPORT_MAX_IMAGE_SIZE.");
        assertThat(problems("MAX_IMAGE_SIZE=3000", "MAX_FILE_SIZE=3000")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S3_BUCKET",
                "S3_BUCKET_NAME",
                "BUCKET_NAME",
                "DYNAMODB_TABLE",
                "DYNAMODB_TABLE_NAME",
                "TABLE_NAME",
                "AWS_REGION",
                "AWS_DEFAULT_REGION",
                "AWS_ENDPOINT_URL",
                "AWS_ENDPOINT",
                "LOCALSTACK_ENDPOINT",
                "USE_LOCALSTACK"
            })
    void what_the_seed_documents_set_for_aws_is_known(String name) {
        assertThat(problems(name + "=1")).isEmpty();
        assertThat(Variable.values())
                .anyMatch(variable ->
                        variable.key().equals(name) || variable.aliases().contains(name));
    }

    @Test
    void a_bucket_without_aws_is_warned_about() {
        assertThat(settings("S3_BUCKET=images").warnings())
                .containsExactly("PIXPORT_BUCKET has no effect with PIXPORT_STORE=memory.");
    }

    @Test
    void an_unknown_variable_is_warned_about() {
        assertThat(settings("PIXPORT_PRT=1", "OTHER=2").warnings())
                .containsExactly("PIXPORT_PRT is not a variable of this version and has no effect.");
    }

    @Test
    void header_makes_the_header_required() {
        assertThat(settings("PIXPORT_AUTH=header").api().authenticator()).isEqualTo(new UserIdHeader(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PIXPORT_JWT_SECRET=" + SECRET, "PIXPORT_JWT_JWKS_URL=https://idp.example/keys"})
    void jwt_takes_a_secret_or_published_keys(String keys) {
        Settings settings = settings("PIXPORT_AUTH=jwt", keys, "PIXPORT_JWT_ISSUER=https://idp.example");
        assertThat(settings.api().authenticator()).isInstanceOf(JwtAuthenticator.class);
    }

    @ParameterizedTest
    @CsvSource({
        "PIXPORT_JWT_SECRET=0123456789abcdef0123456789abcdef, RS256",
        "PIXPORT_JWT_SECRET=0123456789abcdef0123456789abcdef, HS512",
        "PIXPORT_JWT_JWKS_URL=https://idp.example/keys, HS256",
        "PIXPORT_JWT_JWKS_URL=http://idp.example/keys, RS256"
    })
    void jwt_settings_that_do_not_go_together_are_refused(String keys, String algorithms) {
        assertThat(problems("PIXPORT_AUTH=jwt", keys, "PIXPORT_JWT_ALGORITHMS=" + algorithms))
                .singleElement()
                .asString()
                .startsWith("The PIXPORT_JWT_ variables do not go together: ")
                .doesNotContain("0123");
    }

    @Test
    void jwt_with_two_kinds_of_keys_is_refused() {
        assertThat(problems(
                        "PIXPORT_AUTH=jwt",
                        "PIXPORT_JWT_SECRET=" + SECRET,
                        "PIXPORT_JWT_JWKS_URL=https://idp.example/keys"))
                .hasSize(1);
    }

    @Test
    void without_a_secret_each_start_makes_its_own() {
        assertThat(settings().api().secret().bytes())
                .hasSize(32)
                .isNotEqualTo(settings().api().secret().bytes());
    }

    @Test
    void secrets_never_show_themselves() {
        String wrong = "hunter2hunter2";
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(
                        () -> settings("PIXPORT_SECRET=" + wrong, "PIXPORT_AUTH=jwt", "PIXPORT_JWT_SECRET=" + wrong))
                .satisfies(e -> assertThat(e.toString()).doesNotContain(wrong));
        assertThat(settings("PIXPORT_SECRET=" + SECRET).toString()).doesNotContain(SECRET);
    }

    @Test
    void a_function_needs_a_secret_that_its_processes_share() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Settings.ofFunction(environment("PIXPORT_AUTH=nobody"), InstantSource.system()))
                .satisfies(e -> assertThat(e.problems())
                        .hasSize(2)
                        .anyMatch(problem -> problem.startsWith("PIXPORT_SECRET has to be set")));
        assertThat(Settings.ofFunction(environment("PIXPORT_SECRET=" + SECRET), InstantSource.system())
                        .auth())
                .isEqualTo(Auth.OPEN);
    }
}
