package io.pixport.http;

import static io.pixport.http.Uploads.base64;
import static io.pixport.http.Uploads.image;
import static io.pixport.http.Uploads.json;
import static io.pixport.http.Uploads.raw;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import io.pixport.http.Uploads.Form;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class UploadReaderTest {
    private static final byte[] SMALL = image("good/small.jpg");
    private static final ImageDetails DETAILS = new ImageDetails(
            "Küste",
            "one\ntwo",
            "sea and sky",
            List.of(new Tag("sunset"), new Tag("nature")),
            Map.of("camera", "X100V", "iso", "200"));

    private final Uploads uploads = new Uploads(4096);

    @AfterEach
    void nothingIsLeft() {
        uploads.close();
    }

    @Test
    void aFormIsRead() throws IOException {
        assertRead(new Form()
                .field("user_id", "user123")
                .field("title", "Küste")
                .field("description", "one\ntwo")
                .file("file", "sea.jpg", SMALL)
                .field("alt_text", "sea and sky")
                .field("tags", "sunset,nature")
                .field("custom", "{\"camera\":\"X100V\",\"iso\":\"200\"}")
                .field("unknown", "whatever")
                .request());
    }

    @Test
    void jsonIsRead() throws IOException {
        assertRead(json("""
                {"user_id": "user123", "title": "K\\u00fcste", "image": "%s", "description": "one\\ntwo", "unknown": {"a": [1]},
                 "alt_text": "sea and sky", "tags": ["sunset", "nature"], "custom": {"camera": "X100V", "iso": "200", "lens": null},
                 "filename": "sea.jpg", "content_type": "image/png"}""".formatted(base64(SMALL))));
    }

    @Test
    void anEscapeMayStandAnywhereInBase64() throws IOException {
        String text = base64(SMALL);
        for (int buffer : new int[] {1024, 4096, 8192}) {
            for (int at = buffer - 9; at <= buffer + 9; at++) {
                String escaped =
                        text.substring(0, at) + "\\n" + text.substring(at).replace("/", "\\/");
                Request request = json("{\"user_id\": \"user123\", \"image\": \"" + escaped + "\"}");
                try (UploadRequest upload = uploads.read(request);
                        InputStream bytes = upload.image().open()) {
                    assertThat(bytes.readAllBytes()).isEqualTo(SMALL);
                }
            }
        }
    }

    @Test
    void rawBytesAreRead() throws IOException {
        String custom = URLEncoder.encode("{\"camera\":\"X100V\",\"iso\":\"200\"}", StandardCharsets.UTF_8);
        assertRead(raw(
                "image/jpeg",
                "user_id=user123&title=K%C3%BCste&description=one%0Atwo&alt_text=sea+and+sky&tags=sunset&tags=nature"
                        + "&filename=sea.jpg&custom=" + custom,
                SMALL));
    }

    private void assertRead(Request request) throws IOException {
        try (UploadRequest upload = uploads.read(request);
                InputStream bytes = upload.image().open()) {
            assertThat(upload.owner()).isEqualTo(new UserId("user123"));
            assertThat(upload.fileName()).isEqualTo(new FileName("sea.jpg"));
            assertThat(upload.details()).isEqualTo(DETAILS);
            assertThat(bytes.readAllBytes()).isEqualTo(SMALL);
        }
    }
}
