package io.pixport.settings;

import io.pixport.aws.AwsConfig;
import io.pixport.core.model.Limits;
import io.pixport.http.ApiConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that can be set, read once from the environment; every variable is in the table of the README.
 *
 * @param auth who is asking, as {@code api} does it
 * @param limits of images and requests for them
 * @param aws where images are kept in AWS; null for the memory store
 * @param memoryCapacity bytes of all images in the memory store
 * @param publicUrl what links to the memory store begin with; null for the address that the server listens on
 * @param tempDirectory where the server makes a directory of its own for bodies that wait; null for the system's place
 * @param spoolMemory bytes of a body that wait in memory instead
 * @param maintenanceInterval between runs of maintenance; zero for none
 * @param warnings of variables that are set and have no effect, each a sentence
 */
public record Settings(
        Server server,
        ApiConfig api,
        Auth auth,
        Limits limits,
        @Nullable Aws aws,
        long memoryCapacity,
        @Nullable URI publicUrl,
        @Nullable Path tempDirectory,
        int spoolMemory,
        Duration maintenanceInterval,
        Logging logging,
        List<String> warnings) {
    /** How the caller of a request is known. */
    public enum Auth {
        OPEN,
        HEADER,
        JWT
    }

    /**
     * A store in AWS, or in what speaks like it.
     *
     * @param anyCredentials whether made-up credentials do, because none are set and LocalStack takes any
     */
    public record Aws(AwsConfig config, boolean anyCredentials) {
        /** Where the bytes of images are. */
        public String bucket() {
            return config.bucket();
        }
    }

    /**
     * How the server listens, and how much and how long it bears with clients.
     *
     * @param host the address to listen on
     * @param port the port, or 0 for a free one
     * @param maxHeaderSize bytes of a request's line and header fields
     * @param maxConnections connections open at once; others wait to be accepted
     * @param requestTimeout within which a request has to have arrived
     * @param idleTimeout after which a connection without any traffic is closed
     * @param shutdownTimeout for requests in flight when the server stops
     * @param accessLog whether each request is a line of the log
     */
    public record Server(
            String host,
            int port,
            int maxHeaderSize,
            int maxConnections,
            Duration requestTimeout,
            Duration idleTimeout,
            Duration shutdownTimeout,
            boolean accessLog) {}

    /** What is logged, and in which form. */
    public record Logging(LogLevel level, LogFormat format) {
        /** The least grave that is logged. */
        public enum LogLevel {
            ERROR,
            WARN,
            INFO,
            DEBUG,
            TRACE
        }

        /** A line for people, or an object for machines. */
        public enum LogFormat {
            TEXT,
            JSON
        }
    }

    /**
     * The store in AWS, for what makes no sense without.
     *
     * @param who needs it, such as a command
     * @throws SettingsException when there is none
     */
    public Aws requireAws(String who) {
        if (aws == null) {
            throw new SettingsException(
                    List.of("PIXPORT_STORE is memory, which ends with its process; %s needs PIXPORT_STORE=aws."
                            .formatted(who)));
        }
        return aws;
    }

    /**
     * @param variables such as {@link System#getenv()}; one that is blank counts as not set
     * @param clock judges whether bearer tokens have expired
     * @throws SettingsException when any is not of its form
     */
    public static Settings of(Map<String, String> variables, InstantSource clock) {
        return new SettingsReader(variables, clock).read();
    }

    /**
     * What a function needs besides: a secret, since it runs in many processes, which take each other's page tokens.
     *
     * @throws SettingsException when any is not of its form, or there is no secret
     */
    public static Settings ofFunction(Map<String, String> variables, InstantSource clock) {
        return new SettingsReader(variables, clock).requireSecret().read();
    }
}
