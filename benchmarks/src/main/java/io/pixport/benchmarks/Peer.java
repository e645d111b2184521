package io.pixport.benchmarks;

import io.pixport.benchmarks.Operation.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is measured beside Pixport: the least that a server could do, and what is often used in its place. */
enum Peer {
    PIXPORT("Pixport", EnumSet.allOf(Kind.class)),
    JETTY("bare Jetty", EnumSet.of(Kind.RAW_UPLOAD, Kind.METADATA, Kind.CONTENT)),
    NGINX("nginx", EnumSet.of(Kind.CONTENT, Kind.PART_OF_CONTENT)),
    FASTAPI("FastAPI", EnumSet.of(Kind.UPLOAD, Kind.METADATA, Kind.PAGE, Kind.CONTENT, Kind.MIX)),
    EXPRESS("Express", EnumSet.of(Kind.UPLOAD, Kind.METADATA, Kind.PAGE, Kind.CONTENT, Kind.MIX));

    /** What answers the same to all. */
    private static final Library FIXED = new Library("/images/small", "/images/photo");

    private final String shown;
    private final Set<Kind> kinds;

    Peer(String shown, Set<Kind> kinds) {
        this.shown = shown;
        this.kinds = kinds;
    }

    /**
     * What they are started from.
     *
     * @param peersJar the jar of this module
     * @param images the directory of images
     * @param scripts that start what is not written in Java
     */
    record Places(Pixport pixport, String peersJar, Path images, Path scripts) {}

    boolean answers(Operation operation) {
        return kinds.contains(operation.kind());
    }

    String row(Operation operation) {
        return operation.name() + ": " + shown;
    }

    /** @param directory for files of its own */
    ServerProcess start(Places places, Path directory) throws IOException {
        String photo = places.images().resolve("photo.jpg").toString();
        return switch (this) {
            case PIXPORT -> places.pixport().start();
            case JETTY -> {
                List<String> arguments = BareServers.arguments(
                        places.peersJar(),
                        BareJetty.class,
                        document(places, directory).toString(),
                        photo);
                yield ServerProcess.start(arguments, Map.of());
            }
            case NGINX -> script(places, "nginx", photo, directory.toString());
            case FASTAPI -> script(places, "fastapi");
            case EXPRESS -> script(places, "express");
        };
    }

    Library fill(ServerProcess server, Images images) throws IOException {
        return this == JETTY || this == NGINX ? FIXED : Library.fill(server, images);
    }

    /** What Pixport answers for an image. */
    private static Path document(Places places, Path directory) throws IOException {
        Path document = directory.resolve("document.json");
        try (ServerProcess server = places.pixport().start();
                Connection connection = server.connect()) {
            Library library = Library.fill(server, Images.read(places.images()));
            return Files.write(document, connection.get(library.photo()));
        }
    }

    private static ServerProcess script(Places places, String name, String... arguments) throws IOException {
        String script = places.scripts().resolve(name + ".sh").toString();
        return ServerProcess.startProgram(
                Stream.concat(Stream.of(script), Stream.of(arguments)).toList(), Map.of());
    }
}
