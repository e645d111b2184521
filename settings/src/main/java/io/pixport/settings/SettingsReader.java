package io.pixport.settings;

import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.Limits;
import io.pixport.http.ApiConfig;
import io.pixport.http.Authenticator;
import io.pixport.http.CorsPolicy;
import io.pixport.http.JwtAuthenticator;
import io.pixport.http.JwtConfig;
import io.pixport.http.Secret;
import io.pixport.http.UserIdHeader;
import io.pixport.settings.Settings.Auth;
import io.pixport.settings.Settings.Logging;
import io.pixport.settings.Settings.Logging.LogFormat;
import io.pixport.settings.Settings.Logging.LogLevel;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns variables into settings, and finds all that is wrong with them. */
final class SettingsReader {
    private static final String PREFIX = "PIXPORT_";
    private static final int SECRET_LENGTH = 32;
    private static final int MAX_INT = Integer.MAX_VALUE;
    private static final String[] SECRET_ALGORITHMS = {"HS256"};
    private static final String[] KEY_ALGORITHMS = {"RS256", "ES256"};

    /** Where images are kept. */
    private enum Store {
        MEMORY(Variable.BUCKET, Variable.TABLE, Variable.S3_PUBLIC_ENDPOINT, Variable.S3_PATH_STYLE),
        AWS(Variable.MEMORY_CAPACITY, Variable.PUBLIC_URL);

        @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
        private final List<Variable> ignored;

        Store(Variable... ignored) {
            this.ignored = List.of(ignored);
        }
    }

    private final Map<String, String> variables;
    private final Environment env;
    private final InstantSource clock;

    SettingsReader(Map<String, String> variables, InstantSource clock) {
        this.variables = variables;
        this.env = new Environment(variables);
        this.clock = clock;
    }

    SettingsReader requireSecret() {
        if (!env.isSet(Variable.SECRET)) {
            env.problem("PIXPORT_SECRET has to be set, to the same for all processes of a function.");
        }
        return this;
    }

    Settings read() {
        Store store = env.choice(Variable.STORE, Store.class);
        Auth auth = env.choice(Variable.AUTH, Auth.class);
        Limits limits = limits();
        Settings settings = new Settings(
                server(),
                api(auth),
                auth,
                limits,
                store == Store.AWS ? new AwsReader(env).read(limits) : null,
                env.number(Variable.MEMORY_CAPACITY, 0, Long.MAX_VALUE),
                env.urlOrNull(Variable.PUBLIC_URL),
                tempDirectory(),
                env.integer(Variable.SPOOL_MEMORY, 0, MAX_INT),
                env.seconds(Variable.MAINTENANCE_INTERVAL, 0),
                logging(),
                warnings(store));
        if (!env.problems().isEmpty()) {
            throw new SettingsException(env.problems());
        }
        return settings;
    }

    private Settings.Server server() {
        return new Settings.Server(
                env.text(Variable.HOST),
                env.integer(Variable.PORT, 0, 65_535),
                env.integer(Variable.MAX_HEADER_SIZE, 1024, 1024 * 1024),
                env.integer(Variable.MAX_CONNECTIONS, 1, MAX_INT),
                env.seconds(Variable.REQUEST_TIMEOUT, 1),
                env.seconds(Variable.IDLE_TIMEOUT, 1),
                env.seconds(Variable.SHUTDOWN_TIMEOUT, 1),
                env.flag(Variable.ACCESS_LOG));
    }

    private ApiConfig api(Auth auth) {
        Secret secret = secret(Variable.SECRET);
        CorsPolicy cors = new CorsPolicy(new HashSet<>(env.list(Variable.CORS_ORIGINS)));
        Authenticator authenticator = authenticator(auth);
        return env.read(
                Variable.BASE_PATH,
                "empty or like /dev",
                basePath -> new ApiConfig(basePath, authenticator, cors, secret));
    }

    private Authenticator authenticator(Auth auth) {
        return switch (auth) {
            case OPEN -> new UserIdHeader(false);
            case HEADER -> new UserIdHeader(true);
            case JWT -> jwtAuthenticator();
        };
    }

    private Authenticator jwtAuthenticator() {
        URI jwks = env.urlOrNull(Variable.JWT_JWKS_URL);
        if (env.isSet(Variable.JWT_SECRET) == (jwks != null)) {
            env.problem("PIXPORT_AUTH is jwt, so one of PIXPORT_JWT_SECRET and PIXPORT_JWT_JWKS_URL has to be set.");
            return new UserIdHeader(true);
        }
        return jwks == null
                ? jwt(() -> JwtAuthenticator.ofSecret(secret(Variable.JWT_SECRET), jwtConfig(SECRET_ALGORITHMS), clock))
                : jwt(() -> JwtAuthenticator.ofJwks(jwks, jwtConfig(KEY_ALGORITHMS), clock));
    }

    private Authenticator jwt(Supplier<Authenticator> authenticator) {
        try {
            return authenticator.get();
        } catch (InvalidValueException e) {
            env.problem("The PIXPORT_JWT_ variables do not go together: " + e.getMessage() + ".");
            return new UserIdHeader(true);
        }
    }

    private JwtConfig jwtConfig(String... algorithms) {
        List<String> named = env.list(Variable.JWT_ALGORITHMS);
        return JwtConfig.of(named.isEmpty() ? algorithms : named.toArray(String[]::new))
                .withIssuer(env.textOrNull(Variable.JWT_ISSUER))
                .withAudience(env.textOrNull(Variable.JWT_AUDIENCE))
                .withUserIdClaim(env.text(Variable.JWT_USER_ID_CLAIM));
    }

    private Secret secret(Variable variable) {
        return env.read(variable, "at least 32 bytes long", text -> text.isEmpty() ? randomSecret() : Secret.of(text));
    }

    private static Secret randomSecret() {
        byte[] bytes = new byte[SECRET_LENGTH];
        new SecureRandom().nextBytes(bytes);
        return Secret.of(bytes);
    }

    private Limits limits() {
        try {
            return readLimits();
        } catch (InvalidValueException e) {
            env.problem("The limits contradict each other: " + e.getMessage() + ".");
            return Limits.DEFAULTS;
        }
    }

    private Limits readLimits() {
        return new Limits(
                env.read(
                        Variable.ALLOWED_CONTENT_TYPES,
                        "a list of image formats that are known",
                        SettingsReader::formats),
                env.number(Variable.MIN_IMAGE_SIZE, 1, Long.MAX_VALUE),
                env.number(Variable.MAX_IMAGE_SIZE, 1, Long.MAX_VALUE),
                env.number(Variable.MULTIPART_THRESHOLD, 1, Long.MAX_VALUE),
                env.integer(Variable.MIN_SIDE, 1, MAX_INT),
                env.integer(Variable.MAX_SIDE, 1, MAX_INT),
                env.integer(Variable.MAX_FRAMES, 1, MAX_INT),
                env.number(Variable.MAX_PIXELS, 1, Long.MAX_VALUE),
                env.integer(Variable.MAX_TITLE_LENGTH, 0, MAX_INT),
                env.integer(Variable.MAX_DESCRIPTION_LENGTH, 0, MAX_INT),
                env.integer(Variable.MAX_ALT_TEXT_LENGTH, 0, MAX_INT),
                env.integer(Variable.MAX_TAGS, 0, MAX_INT),
                env.integer(Variable.MAX_TAG_LENGTH, 1, MAX_INT),
                env.integer(Variable.MAX_CUSTOM_FIELDS, 0, MAX_INT),
                env.integer(Variable.MAX_CUSTOM_NAME_LENGTH, 1, MAX_INT),
                env.integer(Variable.MAX_CUSTOM_VALUE_LENGTH, 0, MAX_INT),
                env.integer(Variable.MAX_USER_ID_LENGTH, 1, MAX_INT),
                env.integer(Variable.MAX_FILE_NAME_LENGTH, 1, MAX_INT),
                env.seconds(Variable.MIN_LINK_LIFE, 1),
                env.seconds(Variable.MAX_LINK_LIFE, 1),
                env.seconds(Variable.LINK_LIFE, 1),
                env.integer(Variable.PAGE_SIZE, 1, MAX_INT),
                env.integer(Variable.MAX_PAGE_SIZE, 1, MAX_INT),
                env.seconds(Variable.TRASH_RETENTION, 0),
                env.seconds(Variable.RESERVATION_LIFE, 1));
    }

    private static Set<ImageFormat> formats(String text) {
        return Environment.split(text).stream()
                .map(type -> ImageFormat.ofContentType(type).orElseThrow())
                .collect(Collectors.toSet());
    }

    private @Nullable Path tempDirectory() {
        return env.readOrNull(
                Variable.TEMP_DIR, "a directory that can be written to", SettingsReader::writableDirectory);
    }

    private static Path writableDirectory(String text) {
        Path directory = Path.of(text);
        if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw new IllegalArgumentException(text);
        }
        return directory;
    }

    private Logging logging() {
        return new Logging(
                env.read(Variable.LOG_LEVEL, "error, warn, info, debug or trace", SettingsReader::level),
                env.choice(Variable.LOG_FORMAT, LogFormat.class));
    }

    /** WARNING is what Python calls it, in which many of those who set it are at home. */
    private static LogLevel level(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        return LogLevel.valueOf(name.equals("WARNING") ? "WARN" : name);
    }

    private List<String> warnings(Store store) {
        List<String> warnings = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Variable variable : Variable.values()) {
            known.add(variable.key());
        }
        for (String name : new TreeSet<>(variables.keySet())) {
            if (name.startsWith(PREFIX) && !known.contains(name)) {
                warnings.add(name + " is not a variable of this version and has no effect.");
            }
        }
        for (Variable variable : store.ignored) {
            if (env.isSet(variable)) {
                warnings.add("%s has no effect with PIXPORT_STORE=%s."
                        .formatted(variable.key(), store.name().toLowerCase(Locale.ROOT)));
            }
        }
        if (store == Store.AWS && !env.isSet(Variable.SECRET)) {
            warnings.add(
                    "PIXPORT_SECRET is not set, so page tokens are good for this server only, and until it stops.");
        }
        return warnings;
    }
}
