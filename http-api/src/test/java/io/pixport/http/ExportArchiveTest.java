package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Dimensions;
import io.pixport.core.model.ImageContent;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageIdGenerator;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.ExportImages.Exported;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportArchiveTest {
    private static final UserId OWNER = new UserId("user123");
    private static final Instant NOW = Instant.parse("2026-02-11T10:30:00Z");

    private final ImageIdGenerator ids = new ImageIdGenerator(() -> NOW, new Random(1));
    private final AtomicInteger open = new AtomicInteger();

    @Test
    void hasMoreEntriesThanZipWasMadeForAtFirst(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("images.zip");
        try (InputStream archive = archive(IntStream.range(0, 33_000).mapToObj(i -> exported(new byte[] {(byte) i})))) {
            Files.copy(archive, file);
        }

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(66_001);
        }
        assertThat(open).hasValue(0);
    }

    @Test
    void readsNoMoreOfAnImageThanIsAskedFor() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (InputStream archive = archive(Stream.generate(() -> {
            asked.incrementAndGet();
            return exported(new byte[200_000]);
        }))) {
            archive.readNBytes(100_000);
        }

        assertThat(asked).hasValue(1);
        assertThat(open).as("open images").hasValue(0);
    }

    @Test
    void failsWhereAStoreFails() throws IOException {
        Iterator<Exported> one = Stream.of(exported(new byte[10])).iterator();
        try (InputStream archive = new ExportArchive(OWNER, NOW, () -> {
            if (one.hasNext()) {
                return Optional.of(one.next());
            }
            throw new StorageException(StorageException.Kind.UNAVAILABLE, "planned", null);
        })) {
            assertThatThrownBy(archive::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasCauseInstanceOf(StorageException.class);
        }
    }

    private static InputStream archive(Stream<Exported> images) {
        Iterator<Exported> iterator = images.iterator();
        Supplier<Optional<Exported>> next = () -> iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
        return new ExportArchive(OWNER, NOW, next);
    }

    private Exported exported(byte[] bytes) {
        ImageContent content =
                new ImageContent(ImageFormat.PNG, bytes.length, new Dimensions(1, 1), 1, new Sha256("0".repeat(64)));
        ActiveImage image = ActiveImage.uploaded(ids.next(), OWNER, null, ImageDetails.NONE, content);
        open.incrementAndGet();
        InputStream stream = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
        return new Exported(
                image, Optional.of(new ObjectContent(new ByteRange(0, bytes.length - 1), bytes.length, stream)));
    }
}
