package io.pixport.lambda;

import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Spool;
import io.pixport.http.Backend;
import io.pixport.http.Handler;
import io.pixport.http.ImageApi;
import io.pixport.http.PayloadLimits;
import io.pixport.settings.Settings;
import io.pixport.settings.Settings.Auth;
import io.pixport.settings.Stores;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole service, wired by the settings; closing it closes its stores. */
record Composition(Handler handler, Stores stores) implements AutoCloseable {
    /**
     * What fits into an invocation: 6 MB each way with headers and what JSON adds, of which base64 leaves three quarters to a
     * body that is not text.
     */
    static final PayloadLimits PAYLOAD_LIMITS = new PayloadLimits(4_500_000, 6_000_000);

    private static final URI NOWHERE = URI.create("http://127.0.0.1");
    private static final Path TEMP_DIRECTORY = Path.of("/tmp");

    /** @throws io.pixport.settings.StoresException when no region of AWS is known */
    static Composition of(Settings settings, InstantSource clock) {
        warn(settings);
        URI linkUrl = settings.publicUrl() == null ? NOWHERE : settings.publicUrl();
        Stores stores = Stores.open(settings, clock, () -> linkUrl);
        Backend backend = stores.backend();
        ImageService service = service(settings, backend, clock);
        ImageApi api = new ImageApi(
                service, backend, spool(settings), clock, settings.api().with(PAYLOAD_LIMITS));
        return new Composition(new FirstFailure(api, stores.obstacle()), stores);
    }

    static ImageService service(Settings settings, Backend backend, InstantSource clock) {
        return ImageService.over(
                backend.store(), backend.repository(), clock, new SecureRandom(), spool(settings), settings.limits());
    }

    private static Spool spool(Settings settings) {
        return new Spool(
                settings.tempDirectory() == null ? TEMP_DIRECTORY : settings.tempDirectory(), settings.spoolMemory());
    }

    private static void warn(Settings settings) {
        Logger log = LoggerFactory.getLogger(Composition.class);
        settings.warnings().forEach(log::warn);
        if (settings.auth() == Auth.OPEN) {
            log.warn("ANYBODY who reaches this function can read, change and delete every image: PIXPORT_AUTH is open."
                    + " Set it to header or jwt.");
        }
    }

    @Override
    public void close() {
        stores.close();
    }
}
