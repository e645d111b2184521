package io.pixport.javalin;

import io.pixport.contracts.http.HttpPropertiesContract;
import io.pixport.contracts.http.ServedLinkHttpContract;
import io.pixport.contracts.http.StreamingHttpContract;
import io.pixport.http.Backend;
import io.pixport.inmemory.InMemoryIdempotencyStore;
import io.pixport.inmemory.InMemoryImageStore;
import io.pixport.inmemory.InMemoryMetadataRepository;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The HTTP API of the server over the stores in memory. */
final class JavalinHttpContractTest
        implements JavalinFixture, StreamingHttpContract, ServedLinkHttpContract, HttpPropertiesContract {
    private static final byte[] SIGNING_KEY =
            "signs the links of the contract tests".getBytes(StandardCharsets.US_ASCII);

    @Override
    public Backend backend(InstantSource clock, Supplier<URI> baseUrl) {
        InMemoryImageStore store =
                new InMemoryImageStore(clock, baseUrl, SIGNING_KEY, InMemoryImageStore.DEFAULT_CAPACITY);
        return new Backend(store, new InMemoryMetadataRepository(), new InMemoryIdempotencyStore(), store);
    }
}
