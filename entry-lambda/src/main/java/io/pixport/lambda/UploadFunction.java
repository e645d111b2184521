package io.pixport.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.pixport.settings.Settings;
import io.pixport.settings.SettingsException;
import io.pixport.settings.StoresException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.crac.Core;
import org.crac.Resource;

/**
 * What EventBridge runs for each new object in the bucket: completes the direct upload that its bytes are for, so that no
 * client has to. Events of objects that no open reservation waits for, and events that come again, do no harm.
 *
 * <p>The event is {@code Object Created} of {@code aws.s3}, by a rule of EventBridge; notifications that S3 sends to a
 * function itself have another form, and are refused. The answer is an object whose {@code status} is {@code active},
 * {@code rejected} or {@code none}.
 */
public final class UploadFunction implements RequestStreamHandler {
    private final Renewed<Arrivals> arrivals;

    /**
     * As Lambda makes it, with settings from the environment.
     *
     * @throws SettingsException when one of them is wrong, or there is no store in AWS
     * @throws StoresException when no region of AWS is known
     */
    public UploadFunction() {
        this(arrivalsBy(System.getenv()), Core.getGlobalContext());
    }

    UploadFunction(Supplier<Arrivals> maker, org.crac.Context<Resource> snapshots) {
        this.arrivals = Renewed.by(maker, snapshots);
    }

    private static Supplier<Arrivals> arrivalsBy(Map<String, String> variables) {
        InstantSource clock = InstantSource.system();
        return () -> {
            Settings settings = Settings.of(variables, clock);
            FunctionLog.configure(settings.logging());
            return Arrivals.of(settings, settings.requireAws("completing uploads by events"), clock);
        };
    }

    /**
     * @throws IllegalArgumentException when the event is none of these, or of another bucket
     * @throws io.pixport.core.port.StorageException when a store failed; who invoked it has it tried again
     * @throws IllegalStateException when others kept changing the record; likewise
     */
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        CreatedObject object = CreatedObject.read(input.readAllBytes());
        String status = arrivals.get().complete(object).name().toLowerCase(Locale.ROOT);
        output.write("{\"status\":\"%s\"}".formatted(status).getBytes(StandardCharsets.US_ASCII));
    }
}
