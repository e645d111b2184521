package io.pixport.benchmarks;

import io.pixport.core.model.Limits;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Spool;
import io.pixport.http.ApiConfig;
import io.pixport.http.Backend;
import io.pixport.http.CorsPolicy;
import io.pixport.http.Headers;
import io.pixport.http.ImageApi;
import io.pixport.http.Request;
import io.pixport.http.Secret;
import io.pixport.http.UserIdHeader;
import io.pixport.inmemory.InMemoryIdempotencyStore;
import io.pixport.inmemory.InMemoryImageStore;
import io.pixport.inmemory.InMemoryMetadataRepository;
import io.pixport.javalin.PixportServer;
import io.pixport.settings.Settings;
import java.io.InputStream;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/** The whole service over stores in memory, without a server, or with one in the same process. */
public final class InProcess {
    private static final byte[] KEY = new byte[32];

    private final MetadataRepository repository;
    private final ImageApi api;

    public InProcess() {
        this(new InMemoryMetadataRepository());
    }

    InProcess(MetadataRepository repository) {
        this.repository = repository;
        InstantSource clock = InstantSource.system();
        InMemoryImageStore store = new InMemoryImageStore(
                clock, () -> URI.create("http://127.0.0.1:8080"), KEY, InMemoryImageStore.DEFAULT_CAPACITY);
        Spool spool = new Spool(Path.of(System.getProperty("java.io.tmpdir")), 256 * 1024);
        ImageService service = ImageService.over(store, repository, clock, new SecureRandom(), spool, Limits.DEFAULTS);
        Backend backend = new Backend(store, repository, new InMemoryIdempotencyStore(), store);
        ApiConfig config = new ApiConfig("", new UserIdHeader(false), CorsPolicy.OFF, Secret.of(KEY));
        this.api = new ImageApi(service, backend, spool, clock, config);
    }

    MetadataRepository repository() {
        return repository;
    }

    /** What the server makes of the least that curl sends. */
    static Request get(String path, String query) {
        Headers headers = Headers.of(
                "Host", "127.0.0.1:8080", "User-Agent", "curl/8.5.0", "Accept", "*/*", "X-Request-Id", "request-1");
        return new Request("GET", path, query, headers, -1, InputStream.nullInputStream());
    }

    /** Answers as the server does, in the thread that asks. */
    public ImageApi api() {
        return api;
    }

    /** The same behind a server on a free port of loopback, with default settings. */
    PixportServer serve() throws BindException {
        Settings settings = Settings.of(Map.of("PIXPORT_PORT", "0"), InstantSource.system());
        return PixportServer.start(api, settings.server());
    }
}
