package io.pixport.inmemory;

import io.pixport.contracts.http.DirectEntry;
import io.pixport.contracts.http.Entry;
import io.pixport.contracts.http.HttpPropertiesContract;
import io.pixport.contracts.http.KeyRaceHttpContract;
import io.pixport.contracts.http.ServedLinkHttpContract;
import io.pixport.contracts.http.StreamingHttpContract;
import io.pixport.http.Backend;
import io.pixport.http.Handler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The HTTP API over the memory adapter, without a server. */
final class InMemoryHttpTest
        implements StreamingHttpContract, ServedLinkHttpContract, HttpPropertiesContract, KeyRaceHttpContract {
    private static final byte[] SIGNING_KEY =
            "signs the links of the contract tests".getBytes(StandardCharsets.US_ASCII);

    @Override
    public Backend backend(InstantSource clock, Supplier<URI> baseUrl) {
        InMemoryImageStore store =
                new InMemoryImageStore(clock, baseUrl, SIGNING_KEY, InMemoryImageStore.DEFAULT_CAPACITY);
        return new Backend(store, new InMemoryMetadataRepository(), new InMemoryIdempotencyStore(), store);
    }

    @Override
    public Entry entry(Handler handler) {
        return new DirectEntry(handler);
    }
}
