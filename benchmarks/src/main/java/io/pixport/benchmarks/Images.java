package io.pixport.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The images that are uploaded and read: 21 KB, 812 KB and 10 MiB. Not to be changed. */
record Images(byte[] small, byte[] photo, byte[] large) {
    /** @param directory with small.jpg and photo.jpg */
    static Images read(Path directory) throws IOException {
        byte[] photo = Files.readAllBytes(directory.resolve("photo.jpg"));
        ByteArrayOutputStream large = new ByteArrayOutputStream(LargeImage.SIZE);
        new LargeImage(photo, 0).writeTo(large, () -> {});
        return new Images(Files.readAllBytes(directory.resolve("small.jpg")), photo, large.toByteArray());
    }
}
