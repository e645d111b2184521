package io.pixport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Images;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageStore;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.ReceivedImage;
import io.pixport.core.usecase.Spool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/embedding.md shows, word for word, runs. */
class EmbeddingTest {
    private final InstantSource clock = InstantSource.system();
    private final byte[] key = new byte[32];

    @TempDir
    private Path temporaryDirectory = Path.of("");

    @Test
    void an_application_wires_the_core_and_stores_an_image() throws IOException {
        ImageStore store = new InMemoryImageStore(
                clock, () -> URI.create("http://localhost"), key, InMemoryImageStore.DEFAULT_CAPACITY);
        ImageService images = ImageService.over(
                store,
                new InMemoryMetadataRepository(),
                clock,
                new SecureRandom(),
                new Spool(temporaryDirectory, 256 * 1024),
                Limits.DEFAULTS);
        InputStream bytes = new ByteArrayInputStream(Images.bytes("good/photo.jpg"));

        UserId owner = new UserId("user123");
        ImageDetails details = ImageDetails.NONE.withTitle("Beautiful Sunset").withTags(List.of(new Tag("sunset")));
        switch (images.receiveImage().receive(bytes)) {
            case Outcome.Done<ReceivedImage>(ReceivedImage received) -> {
                try (received) {
                    Outcome<ActiveImage> stored = images.uploadImage()
                            .upload(images.ids().next(), owner, new FileName("sunset.jpg"), details, received);
                    assertThat(stored).isInstanceOf(Outcome.Done.class);
                }
            }
            case Outcome.Refused<ReceivedImage> refused -> throw new AssertionError(refused);
            default -> throw new IllegalStateException();
        }
        assertThat(temporaryDirectory).isEmptyDirectory();
    }
}
