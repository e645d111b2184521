package io.pixport.settings;

import io.pixport.http.Backend;
import io.pixport.inmemory.InMemoryIdempotencyStore;
import io.pixport.inmemory.InMemoryImageStore;
import io.pixport.inmemory.InMemoryMetadataRepository;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * The adapters that the settings choose; closing them closes what they hold. Nothing of AWS is loaded for the memory store.
 *
 * @param whereabouts of images, for people
 * @param closing gives back what the adapters hold
 */
public record Stores(Backend backend, String whereabouts, Runnable closing) implements AutoCloseable {
    /**
     * @param linkUrl what links to the memory store begin with
     * @throws StoresException when they cannot be used
     */
    public static Stores open(Settings settings, InstantSource clock, Supplier<URI> linkUrl) {
        return settings.aws() == null ? inMemory(settings, clock, linkUrl) : AwsStores.open(settings.aws(), clock);
    }

    /**
     * The same without asking whether they can be used, for a process that has to start at once.
     *
     * @throws StoresException when no region of AWS is known
     */
    public static Stores openUnasked(Settings settings, InstantSource clock, Supplier<URI> linkUrl) {
        return settings.aws() == null
                ? inMemory(settings, clock, linkUrl)
                : AwsStores.openUnasked(settings.aws(), clock);
    }

    private static Stores inMemory(Settings settings, InstantSource clock, Supplier<URI> linkUrl) {
        InMemoryImageStore store =
                new InMemoryImageStore(clock, linkUrl, settings.api().secret().bytes(), settings.memoryCapacity());
        Backend backend = new Backend(store, new InMemoryMetadataRepository(), new InMemoryIdempotencyStore(), store);
        return new Stores(backend, "images are kept in memory, and forgotten when it stops", () -> {});
    }

    @Override
    public void close() {
        closing.run();
    }
}
