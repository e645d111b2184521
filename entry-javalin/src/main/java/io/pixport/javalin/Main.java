package io.pixport.javalin;

import java.io.IOException;
import java.net.BindException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/**
 * Starts the server, with settings from the environment. It ends with 0 when it is told to stop (SIGTERM, SIGINT), with 1
 * when it cannot listen, and with 2 when a setting is wrong.
 */
public final class Main {
    private static final int CANNOT_START = 1;
    private static final int WRONG_SETTING = 2;

    private Main() {}

    public static void main(String[] args) throws IOException {
        try {
            Settings settings = Settings.of(System.getenv(), InstantSource.system());
            Log.configure(settings.logging());
            Application application = Application.start(settings, InstantSource.system());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(application), "stop"));
            stopWithParent();
            announce(application);
        } catch (SettingsException e) {
            e.problems().forEach(System.err::println);
            System.exit(WRONG_SETTING);
        } catch (BindException e) {
            System.err.println(e.getMessage());
            System.exit(CANNOT_START);
        }
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

    private static void announce(Application application) {
        System.out.println("Pixport listens on " + application.url()
                + " (images are kept in memory, and forgotten when it stops)");
    }

    /** The JVM would end with 143, which service managers take for a failure. */
    private static void stop(Application application) {
        application.close();
        Runtime.getRuntime().halt(0);
    }
}
