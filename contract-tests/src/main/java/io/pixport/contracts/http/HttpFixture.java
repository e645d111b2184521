package io.pixport.contracts.http;

import io.pixport.http.Backend;
import io.pixport.http.Handler;
import io.pixport.http.PayloadLimits;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the contracts of the HTTP API need: adapters to stand on, and an entry to come in by. */
@ExtendWith(ApiResolver.class)
public interface HttpFixture {
    /**
     * The adapters, which may hold other images besides.
     *
     * @param clock the present; it stands still until a test moves it
     * @param baseUrl what links begin with where they lead to the entry; known once the entry is open
     */
    Backend backend(InstantSource clock, Supplier<URI> baseUrl);

    /** What the entry can carry; null for one that streams. */
    default @Nullable PayloadLimits payloadLimits() {
        return null;
    }

    /** Opens an entry with the handler behind it. */
    Entry entry(Handler handler);
}
