package io.pixport.settings;

import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Limits;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every environment variable that the server reads, as the table of the README shows it. */
enum Variable {
    HOST("127.0.0.1", "address to listen on; `0.0.0.0` is every one"),
    PORT("8080", "port to listen on; `0` takes a free one and prints it"),
    BASE_PATH("", "prefix under which all paths work as well, such as `/dev`"),
    PUBLIC_URL(
            "",
            "what links to the memory store begin with, base path included, when clients reach it by another address"),

    STORE("memory", "where images are kept: `memory` forgets them at stop, `aws` is S3 and DynamoDB"),
    MEMORY_CAPACITY("1073741824", "bytes of all images that the memory store takes, then 507"),
    BUCKET("", "S3 bucket, for `aws`", "S3_BUCKET", "S3_BUCKET_NAME", "BUCKET_NAME"),
    TABLE("", "DynamoDB table, for `aws`", "DYNAMODB_TABLE", "DYNAMODB_TABLE_NAME", "TABLE_NAME"),
    AWS_REGION("", "region of both; by default that of the profile or the machine", "AWS_DEFAULT_REGION"),
    AWS_ENDPOINT_URL("", "what speaks S3 and DynamoDB, if not AWS", "AWS_ENDPOINT", "LOCALSTACK_ENDPOINT"),
    AWS_ENDPOINT_URL_S3("", "what speaks S3, if another"),
    AWS_ENDPOINT_URL_DYNAMODB("", "what speaks DynamoDB, if another"),
    USE_LOCALSTACK(
            "false",
            "`true`: what is not set is as LocalStack has it: `http://localhost:4566`, region `us-east-1`, any credentials"),
    S3_PUBLIC_ENDPOINT("", "what links begin with, when clients reach S3 by another address than the server"),
    S3_PATH_STYLE("", "`true`: the bucket is in the path of URLs, not in the host; by default with an endpoint of S3"),

    AUTH("open", "who is asking: `open`, `header` (a gateway sets `X-User-Id`) or `jwt` (bearer tokens)"),
    JWT_SECRET("", "secret of tokens signed with HS256, at least 32 bytes"),
    JWT_JWKS_URL("", "where the issuer of tokens publishes its keys, instead of a secret"),
    JWT_ALGORITHMS("", "signature algorithms; by default `HS256` with a secret, `RS256,ES256` with published keys"),
    JWT_ISSUER("", "what the claim `iss` must be"),
    JWT_AUDIENCE("", "what the claim `aud` must hold"),
    JWT_USER_ID_CLAIM("sub", "claim that holds the user id"),
    SECRET(
            "",
            "signs page tokens and links to the memory store, at least 32 bytes, the same on all servers; random at each start by default"),
    CORS_ORIGINS("", "origins whose pages may use the service, comma-separated; `*` is any"),

    ALLOWED_CONTENT_TYPES(formats(), "image formats that are taken, comma-separated", "ALLOWED_CONTENT_TYPES"),
    MIN_IMAGE_SIZE(Limits.DEFAULTS.minSize(), "bytes of an image, at least"),
    MAX_IMAGE_SIZE(Limits.DEFAULTS.maxSize(), "bytes of an image, at most", "MAX_IMAGE_SIZE", "MAX_FILE_SIZE"),
    MULTIPART_THRESHOLD(
            Limits.DEFAULTS.multipartThreshold(),
            "bytes of a direct upload whose size is announced, from above which it is sent in parts"),
    MIN_SIDE(Limits.DEFAULTS.minSide(), "pixels of either side, at least"),
    MAX_SIDE(Limits.DEFAULTS.maxSide(), "pixels of either side, at most"),
    MAX_FRAMES(Limits.DEFAULTS.maxFrames(), "frames of an animation"),
    MAX_PIXELS(Limits.DEFAULTS.maxPixels(), "pixels over all frames"),
    MAX_TITLE_LENGTH(Limits.DEFAULTS.titleLength(), "characters of a title"),
    MAX_DESCRIPTION_LENGTH(Limits.DEFAULTS.descriptionLength(), "characters of a description"),
    MAX_ALT_TEXT_LENGTH(Limits.DEFAULTS.altTextLength(), "characters of an alt text"),
    MAX_TAGS(Limits.DEFAULTS.tags(), "tags of an image"),
    MAX_TAG_LENGTH(Limits.DEFAULTS.tagLength(), "characters of a tag"),
    MAX_CUSTOM_FIELDS(Limits.DEFAULTS.customFields(), "custom fields of an image"),
    MAX_CUSTOM_NAME_LENGTH(Limits.DEFAULTS.customNameLength(), "characters of a custom field's name"),
    MAX_CUSTOM_VALUE_LENGTH(Limits.DEFAULTS.customValueLength(), "characters of a custom field's value"),
    MAX_USER_ID_LENGTH(Limits.DEFAULTS.userIdLength(), "characters of a user id"),
    MAX_FILE_NAME_LENGTH(Limits.DEFAULTS.fileNameLength(), "characters of a file name"),
    MIN_LINK_LIFE(Limits.DEFAULTS.minLinkLife(), "seconds that a link lives, at least"),
    MAX_LINK_LIFE(Limits.DEFAULTS.maxLinkLife(), "seconds that a link lives, at most"),
    LINK_LIFE(Limits.DEFAULTS.defaultLinkLife(), "seconds that a link lives when none are asked for"),
    PAGE_SIZE(Limits.DEFAULTS.defaultPageSize(), "images on a page when no number is asked for"),
    MAX_PAGE_SIZE(Limits.DEFAULTS.maxPageSize(), "images on a page, at most"),
    TRASH_RETENTION(
            Limits.DEFAULTS.trashRetention(), "seconds that a deleted image can be restored; `0` deletes for good"),
    RESERVATION_LIFE(Limits.DEFAULTS.reservationLife(), "seconds that a direct upload may take, at most"),

    MAX_HEADER_SIZE("16384", "bytes of a request's line and header fields"),
    MAX_CONNECTIONS("1024", "connections open at once; others wait"),
    REQUEST_TIMEOUT("60", "seconds within which a request has to have arrived"),
    IDLE_TIMEOUT("30", "seconds after which a connection without traffic is closed"),
    SHUTDOWN_TIMEOUT("10", "seconds that requests in flight have when the server stops"),
    TEMP_DIR("", "directory of temporary files; by default the system's"),
    SPOOL_MEMORY("262144", "bytes of an upload that wait in memory; more wait in a temporary file"),
    MAINTENANCE_INTERVAL(
            "600", "seconds between runs that remove what has expired and reconcile bytes with records; `0` is never"),

    LOG_LEVEL("info", "`error`, `warn`, `info`, `debug` or `trace`", "LOG_LEVEL"),
    LOG_FORMAT("text", "`text` or `json`"),
    ACCESS_LOG("false", "`true`: each request is a line of the log");

    private final String fallback;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> aliases;

    Variable(String fallback, String description, String... aliases) {
        this.fallback = fallback;
        this.description = description;
        this.aliases = List.of(aliases);
    }

    Variable(long fallback, String description, String... aliases) {
        this(String.valueOf(fallback), description, aliases);
    }

    Variable(Duration fallback, String description) {
        this(fallback.toSeconds(), description);
    }

    private static String formats() {
        return Stream.of(ImageFormat.values()).map(ImageFormat::contentType).collect(Collectors.joining(","));
    }

    /** What it is called in the environment: as AWS or LocalStack call it, else beginning with {@code PIXPORT_}. */
    String key() {
        return name().startsWith("AWS_") || this == USE_LOCALSTACK ? name() : "PIXPORT_" + name();
    }

    /** Other names that work as well, as long as the first is not set. */
    List<String> aliases() {
        return aliases;
    }

    /** What it is when it is not set; empty for nothing. */
    String fallback() {
        return fallback;
    }

    /** Whether its value must not be shown. */
    boolean secret() {
        return this == SECRET || this == JWT_SECRET;
    }

    /** Its row of the table: {@code | names | default | description |}. */
    String row() {
        String names = Stream.concat(Stream.of(key()), aliases.stream())
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
        return "| %s | %s | %s |".formatted(names, fallback.isEmpty() ? "" : "`" + fallback + "`", description);
    }
}
