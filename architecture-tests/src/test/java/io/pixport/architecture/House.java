package io.pixport.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the rules are held against: the parts of Pixport under some root package.
 *
 * @param common packages that every part may depend on
 * @param helpers classes of the core, by simple name, that are neither values nor use cases
 * @param publicTypes the public top-level types, by simple name, of each part that has a list of them
 */
record House(String root, List<String> common, Set<String> helpers, Map<Part, Set<String>> publicTypes) {
    static final House PIXPORT = new House(
            "io.pixport",
            List.of("java..", "org.jspecify.annotations"),
            Set.of("ImageIdGenerator", "Purge", "ReceivedImage", "Spool"),
            Map.of(
                    Part.INMEMORY,
                    Set.of("InMemoryImageStore", "InMemoryMetadataRepository", "InMemoryIdempotencyStore"),
                    Part.AWS,
                    Set.of(
                            "AwsClients",
                            "AwsConfig",
                            "DynamoDbIdempotencyStore",
                            "DynamoDbMetadataRepository",
                            "Provisioning",
                            "S3ImageStore"),
                    Part.HTTP,
                    Set.of(
                            "ApiConfig",
                            "Authenticator",
                            "Backend",
                            "BodyTimeoutException",
                            "CorsPolicy",
                            "EntryProblems",
                            "Handler",
                            "Headers",
                            "ImageApi",
                            "JwtAuthenticator",
                            "JwtConfig",
                            "PayloadLimits",
                            "Request",
                            "RequestIds",
                            "Response",
                            "ResponseBody",
                            "Secret",
                            "UserIdHeader"),
                    Part.JAVALIN,
                    Set.of("Application", "Log", "Main", "PixportServer"),
                    Part.SETTINGS,
                    Set.of("AwsStores", "Settings", "SettingsException", "Stores", "StoresException", "Upkeep"),
                    Part.LAMBDA,
                    Set.of("MaintenanceFunction", "PixportFunction", "UnknownEventException", "UploadFunction")));

    /** The package of a part. */
    String packageOf(Part part) {
        return root + "." + part.packageName();
    }

    /** A part with its packages below, as ArchUnit's package patterns name it. */
    String in(Part part) {
        return packageOf(part) + "..";
    }

    /** All parts, as patterns. */
    String[] parts() {
        return Arrays.stream(Part.values()).map(this::in).toArray(String[]::new);
    }

    /** All that a part may depend on, as patterns. */
    String[] within(Part part) {
        return Stream.of(
                        Stream.of(in(part)),
                        part.parts().stream().map(this::in),
                        part.libraries().stream(),
                        common.stream())
                .flatMap(patterns -> patterns)
                .toArray(String[]::new);
    }
}
