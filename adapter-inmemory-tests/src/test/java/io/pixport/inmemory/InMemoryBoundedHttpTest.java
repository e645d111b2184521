package io.pixport.inmemory;

import io.pixport.contracts.http.BoundedHttpContract;
import io.pixport.contracts.http.DirectEntry;
import io.pixport.contracts.http.Entry;
import io.pixport.http.Backend;
import io.pixport.http.Handler;
import io.pixport.http.PayloadLimits;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The HTTP API over the memory adapter, where payloads are limited. */
final class InMemoryBoundedHttpTest implements BoundedHttpContract {
    private final InMemoryHttpTest unlimited = new InMemoryHttpTest();

    @Override
    public PayloadLimits payloadLimits() {
        return new PayloadLimits(3_000_000, 4_000_000);
    }

    @Override
    public Backend backend(InstantSource clock, Supplier<URI> baseUrl) {
        return unlimited.backend(clock, baseUrl);
    }

    @Override
    public Entry entry(Handler handler) {
        return new DirectEntry(handler);
    }
}
