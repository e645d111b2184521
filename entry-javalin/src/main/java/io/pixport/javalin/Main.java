package io.pixport.javalin;

import io.pixport.core.port.StorageException;
import io.pixport.settings.Settings;
import io.pixport.settings.SettingsException;
import io.pixport.settings.StoresException;
import java.io.IOException;
import java.net.BindException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Starts the server, or does what its arguments say, with settings from the environment. The server ends with 0 when it is
 * told to stop (SIGTERM, SIGINT), with 1 when it cannot listen or its stores cannot be used, and with 2 when a setting or
 * an argument is wrong.
 */
public final class Main {
    private static final Pattern RECONCILE = Pattern.compile("reconcile(?<dry> --dry-run)?( --since=(?<since>.*))?");
    private static final Pattern MEND_LISTS =
            Pattern.compile("mend-lists(?<dry> --dry-run)?( --after=(?<after>[\\w-]+))?");
    private static final int CANNOT = 1;
    private static final int WRONG = 2;

    private Main() {}

    public static void main(String[] args) throws IOException {
        try {
            String command = String.join(" ", args);
            switch (command) {
                case "" -> serve();
                case "provision" -> System.exit(Commands.provision(settings(), false, System.out::println));
                case "provision --check" -> System.exit(Commands.provision(settings(), true, System.out::println));
                case "--help" -> System.out.print(Commands.USAGE);
                default -> runWithOptions(command);
            }
        } catch (SettingsException e) {
            e.problems().forEach(System.err::println);
            System.exit(WRONG);
        } catch (BindException | StoresException | StorageException e) {
            System.err.println(e.getMessage());
            System.exit(CANNOT);
        }
    }

    private static void runWithOptions(String command) {
        Matcher reconcile = RECONCILE.matcher(command);
        Matcher mendLists = MEND_LISTS.matcher(command);
        Optional<Instant> since = reconcile.matches() ? time(reconcile.group("since")) : Optional.empty();
        if (since.isPresent()) {
            boolean dryRun = reconcile.group("dry") != null;
            System.exit(Commands.reconcile(settings(), since.orElseThrow(), dryRun, System.out::println));
        }
        if (mendLists.matches()) {
            boolean dryRun = mendLists.group("dry") != null;
            System.exit(Commands.mendLists(settings(), mendLists.group("after"), dryRun, System.out::println));
        }
        System.err.print(Commands.USAGE);
        System.exit(WRONG);
    }

    private static Optional<Instant> time(@Nullable String text) {
        try {
            return Optional.of(text == null ? Instant.EPOCH : Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Settings settings() {
        Settings settings = Settings.of(System.getenv(), InstantSource.system());
        Log.configure(settings.logging());
        return settings;
    }

    private static void serve() throws IOException {
        Application application = Application.start(settings(), InstantSource.system());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(application), "stop"));
        stopWithParent();
        System.out.println("Pixport listens on %s (%s)".formatted(application.url(), application.whereabouts()));
    }

    /** A build that runs the server leaves it behind when it is killed; the server is told by this property to go as well. */
    private static void stopWithParent() {
        if (Boolean.getBoolean("pixport.stopWithParent")) {
            ProcessHandle.current().parent().ifPresent(Main::stopWith);
        }
    }

    private static void stopWith(ProcessHandle parent) {
        CompletableFuture<Void> unused = parent.onExit().thenRun(() -> System.exit(0));
    }

    /** The JVM would end with 143, which service managers take for a failure. */
    private static void stop(Application application) {
        application.close();
        Runtime.getRuntime().halt(0);
    }
}
