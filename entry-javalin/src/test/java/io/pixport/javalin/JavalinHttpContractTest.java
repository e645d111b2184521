package io.pixport.javalin;

import io.pixport.contracts.http.Entry;
import io.pixport.contracts.http.HttpPropertiesContract;
import io.pixport.contracts.http.SocketEntry;
import io.pixport.contracts.http.StreamingHttpContract;
import io.pixport.http.Backend;
import io.pixport.http.Handler;
import io.pixport.inmemory.InMemoryIdempotencyStore;
import io.pixport.inmemory.InMemoryImageStore;
import io.pixport.inmemory.InMemoryMetadataRepository;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The HTTP API through a real server, over real sockets. */
final class JavalinHttpContractTest implements StreamingHttpContract, HttpPropertiesContract {
    private static final byte[] SIGNING_KEY =
            "signs the links of the contract tests".getBytes(StandardCharsets.US_ASCII);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Settings.Server SETTINGS =
            new Settings.Server("127.0.0.1", 0, 16 * 1024, 100, PATIENCE, PATIENCE, PATIENCE, false);

    @Override
    public Backend backend(InstantSource clock, Supplier<URI> baseUrl) {
        InMemoryImageStore store =
                new InMemoryImageStore(clock, baseUrl, SIGNING_KEY, InMemoryImageStore.DEFAULT_CAPACITY);
        return new Backend(store, new InMemoryMetadataRepository(), new InMemoryIdempotencyStore(), store);
    }

    @Override
    public Entry entry(Handler handler) {
        try {
            PixportServer server = PixportServer.start(handler, SETTINGS);
            return new SocketEntry(URI.create("http://127.0.0.1:" + server.port()), server::close);
        } catch (BindException e) {
            throw new UncheckedIOException(e);
        }
    }
}
