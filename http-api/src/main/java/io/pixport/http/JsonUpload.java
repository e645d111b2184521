package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import io.pixport.core.usecase.Spool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An upload as JSON. The body is spooled, and the base64 text in it is found, cut out and decoded where it lies, so that no
 * image is ever held in memory; what remains is a small document.
 */
final class JsonUpload {
    private static final List<String> IMAGES = List.of("image", "image_data");

    /** Where the text of a member begins, behind its quotation mark, and how many bytes it has. */
    private record Slice(String name, long start, long length) {}

    private JsonUpload() {}

    /**
     * @throws IOException when the body fails
     * @throws ProblemException when the body is malformed or larger than may be; what is wrong with fields goes to the draft
     */
    static void read(BodyStream body, Spool spool, UploadDraft draft) throws IOException {
        try (Spool.Spooled spooled = spool.take(body, (buffer, length) -> true)) {
            List<Slice> images = find(spooled);
            ObjectNode members = Json.body(without(images, spooled));
            draft.fields().addAll(members);
            IMAGES.forEach(name -> requireString(name, members.path(name), draft));
            for (Slice image : images) {
                decode(image, spooled, draft);
            }
        }
    }

    private static List<Slice> find(Spool.Spooled spooled) throws IOException {
        List<Slice> found = new ArrayList<>();
        try (InputStream in = spooled.open();
                JsonParser parser = Json.passingOver(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return found;
            }
            String name;
            while ((name = parser.nextName()) != null) {
                if (parser.nextToken() == JsonToken.VALUE_STRING && IMAGES.contains(name)) {
                    found.add(slice(name, parser));
                } else {
                    parser.skipChildren();
                }
            }
            return found;
        } catch (JacksonException e) {
            throw Json.refusedBody(Json.refused(e));
        }
    }

    private static Slice slice(String name, JsonParser parser) {
        long start = parser.currentTokenLocation().getByteOffset() + 1;
        parser.readString(Writer.nullWriter());
        long end = parser.currentLocation().getByteOffset() - 1;
        return new Slice(name, start, end - start);
    }

    /** The document with empty texts in place of the images. */
    private static byte[] without(List<Slice> images, Spool.Spooled spooled) throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try (InputStream in = spooled.open()) {
            long at = 0;
            for (Slice image : images) {
                copy(in, image.start() - at, rest);
                in.skipNBytes(image.length());
                at = image.start() + image.length();
            }
            copy(in, spooled.size() - at, rest);
        }
        return rest.toByteArray();
    }

    private static void copy(InputStream in, long length, ByteArrayOutputStream out) throws IOException {
        if (out.size() + length > UploadReader.REST_SIZE) {
            throw Problem.of(
                    ProblemType.INVALID_REQUEST,
                    "beside image and image_data, the body has at most %d bytes".formatted(UploadReader.REST_SIZE));
        }
        out.write(in.readNBytes((int) length));
    }

    private static void requireString(String name, JsonNode value, UploadDraft draft) {
        if (!value.isString() && !value.isNull() && !value.isMissingNode()) {
            draft.errors().wrongType(name, "a string of base64", value);
            draft.imageRefused();
        }
    }

    private static void decode(Slice image, Spool.Spooled spooled, UploadDraft draft) throws IOException {
        try (InputStream in = spooled.open()) {
            in.skipNBytes(image.start());
            DataUri content = DataUri.read(new JsonText(in, image.length()));
            draft.image(image.name(), new Base64Stream(content.text()), content.mediaType());
        } catch (InvalidValueException e) {
            draft.errors().add(image.name(), image.name() + " " + e.getMessage());
            draft.imageRefused();
        }
    }
}
