package io.pixport.benchmarks;

import io.pixport.benchmarks.Operation.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What Pixport answers at most, beside its limits and its peers. They take turns; each run is a new process of each. */
final class PeerLoad {
    private static final int CONNECTIONS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    /** Before the first operation, when all code is new. */
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(30);

    private static final String SHA_256 = "SHA-256 of 10 MB, in memory";
    private static final String LOOPBACK = "bytes over loopback, plain sockets";

    private final Peer.Places places;
    private final Images images;
    private final List<Operation> operations;
    private final List<Peer> peers;
    private final Duration duration;
    private final Results results = new Results("peers");

    private PeerLoad(Peer.Places places) throws IOException {
        this.places = places;
        this.images = Images.read(places.images());
        String only = Setting.text("ONLY", "");
        this.operations = Operation.all(images).stream()
                .filter(operation -> operation.name().contains(only))
                .toList();
        this.peers = new ArrayList<>(List.of(Peer.PIXPORT, Peer.JETTY));
        Stream.of(Setting.text("PEERS", "").split(" "))
                .filter(name -> !name.isEmpty())
                .forEach(name -> peers.add(Peer.valueOf(name.toUpperCase(Locale.ROOT))));
        this.duration = Duration.ofSeconds(places.pixport().seconds(Setting.number("SECONDS_EACH", 2)));
    }

    /** @param args pixport.jar, the jar of this module, the directory of images, and that of the peers' scripts */
    public static void main(String[] args) throws IOException, InterruptedException {
        Peer.Places places = new Peer.Places(new Pixport(args[0]), args[1], Path.of(args[2]), Path.of(args[3]));
        new PeerLoad(places).run(Setting.number("RUNS", 3));
    }

    private void run(int runs) throws IOException, InterruptedException {
        for (int run = 0; run < runs; run++) {
            results.add(SHA_256, Trial.MEGABYTES, Limits.sha256(images.large(), duration));
            results.add(LOOPBACK, Trial.MEGABYTES, Limits.loopback(duration));
            for (Peer peer : peers) {
                measure(peer);
            }
        }
        for (Operation operation : operations) {
            compare(operation);
        }
        results.finish();
    }

    private void measure(Peer peer) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("pixport-peer-");
        try (ServerProcess server = peer.start(places, directory)) {
            Library library = peer.fill(server, images);
            Duration warmUp = FIRST_WARM_UP;
            for (Operation operation : operations) {
                if (peer.answers(operation)) {
                    Trial trial = new Trial(server, library, operation, duration);
                    trial.warmUp(CONNECTIONS, warmUp);
                    trial.most(CONNECTIONS, results, peer.row(operation));
                    trial.erase();
                    warmUp = WARM_UP;
                }
            }
        } finally {
            Directories.delete(directory);
        }
    }

    private void compare(Operation operation) {
        String pixport = Peer.PIXPORT.row(operation);
        for (Peer peer : peers) {
            if (peer != Peer.PIXPORT && peer.answers(operation)) {
                results.compare(pixport, peer.row(operation), Trial.MOST, wanted(peer, operation));
                results.compare(pixport, peer.row(operation), Trial.CPU, Wanted.LOWER);
            }
        }
        if (operation.kind() == Kind.RAW_UPLOAD) {
            results.compare(pixport, SHA_256, Trial.MEGABYTES, Wanted.HIGHER);
        }
        if (operation.kind() == Kind.CONTENT) {
            results.compare(pixport, LOOPBACK, Trial.MEGABYTES, Wanted.HIGHER);
        }
    }

    private static Wanted wanted(Peer peer, Operation operation) {
        return switch (peer) {
            case JETTY -> operation.kind() == Kind.CONTENT ? Wanted.HIGHER : Wanted.atLeast(0.8);
            case FASTAPI -> Wanted.atLeast(5);
            default -> Wanted.HIGHER;
        };
    }
}
