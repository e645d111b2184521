package io.pixport.lambda;

import io.pixport.http.Handler;
import io.pixport.settings.Settings;
import io.pixport.settings.Stores;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.crac.Core;

/** The function over a handler of a test. */
final class HandlerFunction {
    private HandlerFunction() {}

    /** With stores that nobody uses, since the handler has its own. */
    static PixportFunction of(Handler handler) {
        InstantSource clock = InstantSource.system();
        Settings settings = Settings.of(Map.of(), clock);
        return new PixportFunction(
                () -> new Composition(handler, Stores.open(settings, clock, () -> URI.create("http://localhost"))),
                Core.getGlobalContext());
    }
}
