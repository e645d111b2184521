package io.pixport.javalin;

import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Spool;
import io.pixport.http.Backend;
import io.pixport.http.ImageApi;
import io.pixport.settings.Settings;
import io.pixport.settings.Settings.Auth;
import io.pixport.settings.Stores;
import io.pixport.settings.StoresException;
import io.pixport.settings.Upkeep;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole service, wired and running; closing it stops it gracefully. */
public final class Application implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private final URI url;
    private final Stores stores;
    private final PixportServer server;
    private final Maintenance maintenance;
    private final TempDirectory tempDirectory;

    private Application(
            URI url, Stores stores, PixportServer server, Maintenance maintenance, TempDirectory tempDirectory) {
        this.url = url;
        this.stores = stores;
        this.server = server;
        this.maintenance = maintenance;
        this.tempDirectory = tempDirectory;
    }

    /**
     * Wires everything over the stores that the settings choose, and listens.
     *
     * @throws StoresException when the stores cannot be used
     * @throws BindException when the address is in use, or is not one of this machine
     * @throws IOException when there is no directory for temporary files
     */
    public static Application start(Settings settings, InstantSource clock) throws IOException {
        settings.warnings().forEach(LOG::warn);
        warnIfOpenToAll(settings);
        CompletableFuture<URI> linkUrl = new CompletableFuture<>();
        Stores stores = Stores.open(settings, clock, linkUrl::join).requireUsable();
        try {
            return start(settings, clock, stores, linkUrl);
        } catch (IOException | RuntimeException e) {
            stores.close();
            throw e;
        }
    }

    private static Application start(
            Settings settings, InstantSource clock, Stores stores, CompletableFuture<URI> linkUrl) throws IOException {
        TempDirectory temp = TempDirectory.open(settings.tempDirectory());
        Spool spool = new Spool(temp.path(), settings.spoolMemory());
        Backend backend = stores.backend();
        ImageService service = ImageService.over(
                backend.store(), backend.repository(), clock, new SecureRandom(), spool, settings.limits());
        ImageApi api = new ImageApi(service, backend, spool, clock, settings.api());
        PixportServer server = listen(api, settings, temp);
        URI url = url(settings, server.port());
        linkUrl.complete(settings.publicUrl() == null ? url : settings.publicUrl());
        Maintenance maintenance = Maintenance.start(
                new Upkeep(service.purgeExpired(), service.reconcile()), settings.maintenanceInterval());
        return new Application(url, stores, server, maintenance, temp);
    }

    private static PixportServer listen(ImageApi api, Settings settings, TempDirectory temp) throws BindException {
        try {
            return PixportServer.start(api, settings.server());
        } catch (BindException e) {
            temp.close();
            throw e;
        }
    }

    private static URI url(Settings settings, int port) {
        String host = settings.server().host();
        String reachable = isWildcard(host) ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + reachable + ":" + port + settings.api().basePath());
    }

    private static void warnIfOpenToAll(Settings settings) {
        String host = settings.server().host();
        if (settings.auth() == Auth.OPEN && !isLoopback(host)) {
            LOG.warn(
                    "ANYBODY who reaches {} can read, change and delete every image: PIXPORT_AUTH is open. Set it to header"
                            + " or jwt, or PIXPORT_HOST to 127.0.0.1.",
                    host);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isWildcard(String host) {
        return host.equals("0.0.0.0") || host.equals("::");
    }

    /** Where it listens, with the base path. */
    public URI url() {
        return url;
    }

    /** Where images are kept, for people. */
    public String whereabouts() {
        return stores.whereabouts();
    }

    /** Accepts nothing more, lets requests in flight finish, and removes temporary files. */
    @Override
    public void close() {
        maintenance.close();
        server.close();
        tempDirectory.close();
        stores.close();
    }
}
