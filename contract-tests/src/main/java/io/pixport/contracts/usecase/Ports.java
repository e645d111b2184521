package io.pixport.contracts.usecase;

import io.pixport.core.model.Limits;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Spool;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What the use cases stand on in a test. */
public record Ports(
        ImageStore store, MetadataRepository repository, InstantSource clock, RandomGenerator random, Limits limits) {
    /** All that any test uploads, so that no test depends on a disk that others use too. */
    private static final int IN_MEMORY = 16 << 20;

    /** The use cases, wired as they should be. */
    public ImageService service() {
        return ImageService.over(store, repository, clock, random, spool(), limits);
    }

    public Spool spool() {
        return new Spool(Path.of(System.getProperty("java.io.tmpdir")), IN_MEMORY);
    }

    public Ports with(ImageStore other) {
        return new Ports(other, repository, clock, random, limits);
    }

    public Ports with(MetadataRepository other) {
        return new Ports(store, other, clock, random, limits);
    }

    public Ports with(InstantSource other) {
        return new Ports(store, repository, other, random, limits);
    }
}
