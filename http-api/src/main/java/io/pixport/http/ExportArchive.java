package io.pixport.http;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.ExportImages.Exported;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A zip archive of a user's images, made while it is read, of which no more than a chunk is held: for each image
 * {@code images/<id>.<extension>} with its bytes as they are, and {@code metadata/<id>.json}; at the end
 * {@code export.json} with their number. Names are made of ids, never of what somebody has sent. Where a store fails, reading fails, and
 * what was read until then has no directory, so no program takes it for whole.
 */
final class ExportArchive extends InputStream {
    private static final int CHUNK = 64 * 1024;

    private final UserId owner;
    private final Instant time;
    private final Supplier<Optional<Exported>> images;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream(CHUNK);
    private final ZipOutputStream zip = new ZipOutputStream(made);
    private final byte[] buffer = new byte[CHUNK];
    private byte[] ready = {};
    private int position;
    private @Nullable ActiveImage image;
    private @Nullable ObjectContent content;
    private long exported;
    private long missing;
    private boolean ended;

    /** @param images the next one each time, which is closed here; empty after the last */
    ExportArchive(UserId owner, Instant time, Supplier<Optional<Exported>> images) {
        this.owner = owner;
        this.time = time;
        this.images = images;
        zip.setLevel(Deflater.NO_COMPRESSION);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (position == ready.length) {
            if (ended) {
                return -1;
            }
            makeMore();
            ready = made.toByteArray();
            made.reset();
            position = 0;
        }
        int count = Math.min(length, ready.length - position);
        System.arraycopy(ready, position, target, offset, count);
        position += count;
        return count;
    }

    private void makeMore() throws IOException {
        if (image != null && content != null) {
            goOnWith(image, content);
            return;
        }
        Exported next = next();
        if (next == null) {
            end();
        } else {
            begin(next);
        }
    }

    private @Nullable Exported next() throws IOException {
        try {
            return images.get().orElse(null);
        } catch (StorageException e) {
            throw new IOException("a store failed in the middle of an export", e);
        }
    }

    private void begin(Exported next) throws IOException {
        image = next.image();
        content = next.content().orElse(null);
        if (content == null) {
            missing++;
            describe(image);
        } else {
            exported++;
            String extension = image.content().format().extension();
            zip.putNextEntry(entry("images/" + image.id() + "." + extension, image.uploadedAt()));
        }
    }

    private void goOnWith(ActiveImage begun, ObjectContent bytes) throws IOException {
        int count = bytes.stream().read(buffer);
        if (count >= 0) {
            zip.write(buffer, 0, count);
            return;
        }
        zip.closeEntry();
        content = null;
        bytes.close();
        describe(begun);
    }

    private void describe(ActiveImage described) throws IOException {
        zip.putNextEntry(entry("metadata/" + described.id() + ".json", described.updatedAt()));
        zip.write(JsonBytes.write(json -> ImageJson.write(json, described)));
        zip.closeEntry();
    }

    private void end() throws IOException {
        zip.putNextEntry(entry("export.json", time));
        zip.write(JsonBytes.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("user_id", owner.value());
            json.writeStringProperty("exported_at", ImageJson.time(time));
            json.writeNumberProperty("images", exported);
            json.writeNumberProperty("missing", missing);
            json.writeEndObject();
        }));
        zip.closeEntry();
        zip.finish();
        ended = true;
    }

    private static ZipEntry entry(String name, Instant time) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        return entry;
    }

    @Override
    public void close() throws IOException {
        ended = true;
        try (zip) {
            if (content != null) {
                content.close();
            }
        }
    }
}
