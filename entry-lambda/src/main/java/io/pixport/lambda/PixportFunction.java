package io.pixport.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.pixport.settings.Settings;
import io.pixport.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.crac.Core;
import org.crac.Resource;

/**
 * The function: answers the events of API Gateway's REST and HTTP APIs, of function URLs and of Application Load Balancers.
 * Everything slow is done when it is made, and what must not outlive a snapshot is made again after it.
 */
public final class PixportFunction implements RequestStreamHandler {
    /** What is left of an invocation's time for its answer to go out. */
    private static final Duration TO_ANSWER = Duration.ofMillis(500);

    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.log.io.pixport";

    private final Renewed<Composition> composition;

    /**
     * As Lambda makes it, with settings from the environment.
     *
     * @throws SettingsException when one of them is wrong
     */
    public PixportFunction() {
        this(compositionBy(System.getenv()), Core.getGlobalContext());
    }

    PixportFunction(Supplier<Composition> maker, org.crac.Context<Resource> snapshots) {
        this.composition = Renewed.by(maker, snapshots);
    }

    private static Supplier<Composition> compositionBy(Map<String, String> variables) {
        InstantSource clock = InstantSource.system();
        return () -> {
            Settings settings = Settings.ofFunction(variables, clock);
            System.setProperty(LOG_LEVEL, settings.logging().level().name());
            return Composition.of(settings, clock);
        };
    }

    /** @throws UnknownEventException when the event is none of a known gateway */
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Event event = EventReader.read(input.readAllBytes());
        Duration time = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(TO_ANSWER);
        EventHandler handler = new EventHandler(composition.get().handler());
        output.write(handler.handle(event, time, context.getAwsRequestId()));
    }
}
