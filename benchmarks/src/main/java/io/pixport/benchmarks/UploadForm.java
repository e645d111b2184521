package io.pixport.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The three bodies in which an image can be uploaded. */
enum UploadForm {
    RAW("/images?user_id=bench", "image/jpeg", "", ""),
    MULTIPART("/images", "multipart/form-data; boundary=boundary", """
            --boundary\r
            Content-Disposition: form-data; name="user_id"\r
            \r
            bench\r
            --boundary\r
            Content-Disposition: form-data; name="file"; filename="large.jpg"\r
            Content-Type: image/jpeg\r
            \r
            """, "\r\n--boundary--\r\n"),
    JSON("/images", "application/json", "{\"user_id\":\"bench\",\"image\":\"", "\"}");

    private final String path;
    private final String contentType;
    private final String before;
    private final String behind;

    UploadForm(String path, String contentType, String before, String behind) {
        this.path = path;
        this.contentType = contentType;
        this.before = before;
        this.behind = behind;
    }

    /** The whole request with an image that is held in memory. */
    Ask ask(byte[] image) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(this == JSON ? Base64.getEncoder().encode(image) : image);
        body.writeBytes(behind.getBytes(StandardCharsets.US_ASCII));
        return Ask.post(path, contentType, body.toByteArray());
    }

    /** Sends the whole request, and returns the answer's JSON. */
    String upload(Connection connection, LargeImage image, Runnable halfway) throws IOException {
        long imageLength = this == JSON ? (LargeImage.SIZE + 2) / 3 * 4 : LargeImage.SIZE;
        OutputStream out = connection.post(path, contentType, before.length() + imageLength + behind.length());
        out.write(before.getBytes(StandardCharsets.US_ASCII));
        if (this == JSON) {
            OutputStream base64 = Base64.getEncoder().wrap(new Unclosed(out));
            image.writeTo(base64, halfway);
            base64.close();
        } else {
            image.writeTo(out, halfway);
        }
        out.write(behind.getBytes(StandardCharsets.US_ASCII));
        return new String(connection.receive(201), StandardCharsets.UTF_8);
    }

    /** Lets base64 be ended without ending what it is written to. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
