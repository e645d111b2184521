package io.pixport.localaws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts the local servers in this process, each in a class loader of its own: their libraries are other versions of those
 * that are tested.
 */
final class LocalServers {
    private LocalServers() {}

    static URI s3() {
        return start("s3proxy", "S3ProxyServer", LocalAws.ACCESS_KEY_ID, LocalAws.SECRET_ACCESS_KEY);
    }

    static URI dynamoDb() {
        System.setProperty("DDB_LOCAL_TELEMETRY", "0");
        return start("dynamodb-local", "DynamoDbLocal");
    }

    private static URI start(String libraries, String server, String... arguments) {
        Thread starting = Thread.currentThread();
        ClassLoader before = starting.getContextClassLoader();
        try {
            Path here = Path.of(LocalServers.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            List<URL> path = new ArrayList<>(List.of(here.toUri().toURL()));
            path.addAll(jars(here.resolveSibling(libraries)));
            ClassLoader apart =
                    new URLClassLoader(server, path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
            starting.setContextClassLoader(apart);
            Class<?>[] types = Stream.of(arguments).map(String::getClass).toArray(Class<?>[]::new);
            Object port = apart.loadClass("io.pixport.localaws.server." + server)
                    .getMethod("start", types)
                    .invoke(null, (Object[]) arguments);
            return URI.create("http://127.0.0.1:" + port);
        } catch (ReflectiveOperationException | IOException | URISyntaxException e) {
            throw new IllegalStateException(server + " could not be started", e);
        } finally {
            starting.setContextClassLoader(before);
        }
    }

    private static List<URL> jars(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(LocalServers::url)
                    .toList();
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
