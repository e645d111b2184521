package io.pixport.settings;

import io.pixport.http.Backend;
import io.pixport.inmemory.InMemoryIdempotencyStore;
import io.pixport.inmemory.InMemoryImageStore;
import io.pixport.inmemory.InMemoryMetadataRepository;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The adapters that the settings choose; closing them closes what they hold. Nothing of AWS is loaded for the memory store.
 *
 * @param whereabouts of images, for people
 * @param obstacle asks whether they can be used: a sentence on what is wrong and how it is mended, or nothing
 * @param closing gives back what the adapters hold
 */
public record Stores(Backend backend, String whereabouts, Supplier<Optional<String>> obstacle, Runnable closing)
        implements AutoCloseable {
    /**
     * Opens them without asking whether they can be used.
     *
     * @param linkUrl what links to the memory store begin with
     * @throws StoresException when no region of AWS is known
     */
    public static Stores open(Settings settings, InstantSource clock, Supplier<URI> linkUrl) {
        return settings.aws() == null ? inMemory(settings, clock, linkUrl) : AwsStores.open(settings.aws(), clock);
    }

    /**
     * Asks whether they can be used, and closes them if not.
     *
     * @throws StoresException when they cannot
     */
    public Stores requireUsable() {
        obstacle.get().ifPresent(sentence -> {
            close();
            throw new StoresException(sentence);
        });
        return this;
    }

    private static Stores inMemory(Settings settings, InstantSource clock, Supplier<URI> linkUrl) {
        InMemoryImageStore store =
                new InMemoryImageStore(clock, linkUrl, settings.api().secret().bytes(), settings.memoryCapacity());
        Backend backend = new Backend(store, new InMemoryMetadataRepository(), new InMemoryIdempotencyStore(), store);
        String whereabouts = "images are kept in memory, and forgotten when it stops";
        return new Stores(backend, whereabouts, Optional::empty, () -> {});
    }

    @Override
    public void close() {
        closing.run();
    }
}
