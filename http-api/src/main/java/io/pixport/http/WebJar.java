package io.pixport.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Files of a browser library in the class path, in the version that the build chose. */
record WebJar(String group, String artifact) {
    String version() {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/" + group + "/" + artifact + "/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    byte[] file(String path) {
        return resource("/META-INF/resources/webjars/" + artifact + "/" + version() + "/" + path);
    }

    /** The bytes of a file that the build has put into the class path. */
    static byte[] resource(String path) {
        try (InputStream in = open(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) {
        InputStream in = WebJar.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("the class path lacks " + path);
        }
        return in;
    }
}
