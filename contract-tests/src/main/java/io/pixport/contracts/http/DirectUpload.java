package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Multipart;
import io.pixport.core.model.UserId;
import io.pixport.core.port.PresignedPost;
import io.pixport.core.port.PresignedUrl;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A direct upload, as a client makes it.
 *
 * @param reserved what the reservation was answered
 */
record DirectUpload(Api api, Answer reserved) {
    /** Asks for a link that admits exactly these bytes, which are said to be a JPEG. */
    static Call link(UserId owner, byte[] bytes) {
        return asking("\"user_id\": \"%s\", \"content_type\": \"image/jpeg\", \"size\": %d, \"sha256\": \"%s\""
                .formatted(owner, bytes.length, Digests.sha256(bytes)));
    }

    /** Asks for a form that admits any JPEG. */
    static Call form(UserId owner) {
        return asking("\"user_id\": \"%s\", \"content_type\": \"image/jpeg\"".formatted(owner));
    }

    static Call asking(String members) {
        return Call.post("/uploads").json("{" + members + "}");
    }

    /** Makes a reservation, which has to be given. */
    static DirectUpload reserve(Api api, Call asking) {
        Answer answer = api.send(asking);
        assertThat(answer).hasStatus(201);
        return new DirectUpload(api, answer);
    }

    /** The same, with bytes that are sent to where the answer says and have to be taken. */
    static DirectUpload sent(Api api, Call asking, byte[] bytes) {
        DirectUpload upload = reserve(api, asking);
        Answer answer = upload.send(bytes);
        if (answer.status() / 100 != 2) {
            throw new AssertionError("the bytes were not taken: " + answer);
        }
        return upload;
    }

    String id() {
        return reserved.textAt("/image_id");
    }

    String path() {
        return "/uploads/" + id();
    }

    Answer status() {
        return api.get(path());
    }

    Call completing() {
        return Call.post(path() + "/complete");
    }

    Answer complete() {
        return api.send(completing());
    }

    /** Sends bytes as the answer says, once more if they have been sent already. */
    Answer send(byte[] bytes) {
        URI url = URI.create(reserved.textAt("/upload/url"));
        if (reserved.textAt("/upload/method").equals("PUT")) {
            return api.upload(new PresignedUrl("PUT", url, texts("/upload/headers"), Instant.MAX), Body.of(bytes));
        }
        PresignedPost form = new PresignedPost(url, texts("/upload/fields"), Instant.MAX);
        Multipart filled = new Multipart();
        form.fields().forEach(filled::field);
        return api.post(form, filled.file("file", "a.jpg", bytes));
    }

    /** Sends one part of the bytes by the link that an answer about this upload has for it. */
    Answer sendPart(Answer links, int number, byte[] bytes) {
        int start = (number - 1) * links.json().at("/upload/part_size").intValue();
        int size =
                links.json().at("/upload/parts/%d/size".formatted(number - 1)).intValue();
        return sendTo(links, number, Arrays.copyOfRange(bytes, start, start + size));
    }

    /** Sends these bytes as one part. */
    Answer sendTo(Answer links, int number, byte[] bytes) {
        String part = "/upload/parts/" + (number - 1);
        URI url = URI.create(links.textAt(part + "/url"));
        return api.upload(new PresignedUrl("PUT", url, texts(links, part + "/headers"), Instant.MAX), Body.of(bytes));
    }

    private Map<String, String> texts(String pointer) {
        return texts(reserved, pointer);
    }

    private static Map<String, String> texts(Answer answer, String pointer) {
        Map<String, String> texts = new HashMap<>();
        answer.json().at(pointer).forEachEntry((name, value) -> texts.put(name, value.asString()));
        return texts;
    }
}
