package io.pixport.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.pixport.http.ImageApi;
import io.pixport.settings.Settings;
import io.pixport.settings.SettingsException;
import io.pixport.settings.StoresException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.crac.Core;
import org.crac.Resource;

/**
 * The function: answers the events of API Gateway's REST and HTTP APIs, of function URLs and of Application Load Balancers.
 * Everything slow is done when it is made, but for the reading of JSON from clients, which waits for the first of it where a
 * request has started the process. What must not outlive a snapshot is made again after it.
 */
public final class PixportFunction implements RequestStreamHandler {
    /** What is left of an invocation's time for its answer to go out. */
    private static final Duration TO_ANSWER = Duration.ofMillis(500);

    /** Ways to start a process before there is a request for it, as the environment names them. */
    private static final Set<String> AHEAD_OF_REQUESTS = Set.of("snap-start", "provisioned-concurrency");

    private final Renewed<Composition> composition;

    /**
     * As Lambda makes it, with settings from the environment. Whether the stores can be used is asked where nobody waits
     * for it: before a snapshot is taken, which fails the deployment, and ahead of requests. Else the first request that
     * fails has it asked, for the log.
     *
     * @throws SettingsException when a setting is wrong
     * @throws StoresException when bucket or table cannot be used, in a process that starts ahead of requests
     */
    public PixportFunction() {
        this(System.getenv(), Core.getGlobalContext());
    }

    private PixportFunction(Map<String, String> variables, org.crac.Context<Resource> snapshots) {
        this(compositionBy(variables), snapshots);
        if (AHEAD_OF_REQUESTS.contains(variables.getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", ""))) {
            composition.get().stores().requireUsable();
            ImageApi.loadJson();
        }
    }

    PixportFunction(Supplier<Composition> maker, org.crac.Context<Resource> snapshots) {
        this.composition = Renewed.by(maker, snapshots);
    }

    private static Supplier<Composition> compositionBy(Map<String, String> variables) {
        InstantSource clock = InstantSource.system();
        return () -> {
            Settings settings = Settings.ofFunction(variables, clock);
            FunctionLog.configure(settings.logging());
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
