package io.pixport.contracts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A form as browsers and curl send it (RFC 7578). */
public final class Multipart {
    private static final String BOUNDARY = "------------------------d74496d66958873e";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public Multipart field(String name, String value) {
        return part(name, null, null, value.getBytes(StandardCharsets.UTF_8));
    }

    public Multipart file(String name, String fileName, byte[] bytes) {
        return part(name, fileName, "application/octet-stream", bytes);
    }

    public Multipart file(String name, String fileName, String contentType, byte[] bytes) {
        return part(name, fileName, contentType, bytes);
    }

    private Multipart part(String name, @Nullable String fileName, @Nullable String contentType, byte[] bytes) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + '"');
        write(fileName == null ? "" : "; filename=\"" + fileName + '"');
        write(contentType == null ? "" : "\r\nContent-Type: " + contentType);
        write("\r\n\r\n");
        out.writeBytes(bytes);
        write("\r\n");
        return this;
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(out.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    /** The parts without what says that there are no more. */
    public byte[] bytesWithoutEnd() {
        return out.toByteArray();
    }
}
