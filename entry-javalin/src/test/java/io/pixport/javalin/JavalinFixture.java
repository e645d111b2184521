package io.pixport.javalin;

import io.pixport.contracts.http.Entry;
import io.pixport.contracts.http.HttpFixture;
import io.pixport.contracts.http.SocketEntry;
import io.pixport.http.Handler;
import io.pixport.settings.Settings;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;

/** The entry of the HTTP contracts is a real server, over real sockets. */
interface JavalinFixture extends HttpFixture {
    Duration PATIENCE = Duration.ofSeconds(30);
    Settings.Server SETTINGS = new Settings.Server("127.0.0.1", 0, 16 * 1024, 100, PATIENCE, PATIENCE, PATIENCE, false);

    @Override
    default Entry entry(Handler handler) {
        try {
            PixportServer server = PixportServer.start(handler, SETTINGS);
            return new SocketEntry(URI.create("http://127.0.0.1:" + server.port()), server::close);
        } catch (BindException e) {
            throw new UncheckedIOException(e);
        }
    }
}
