package io.pixport.lambda;

import io.pixport.core.model.InvalidValueException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * An object that S3 has anew, as EventBridge tells of it.
 *
 * @param key as it is, where S3's own notifications would have it encoded as in a URL
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">EventBridge event message structure</a>
 */
record CreatedObject(String bucket, String key) {
    private static final String EXPECTED =
            "Expected is one of EventBridge, of source aws.s3 and detail-type Object Created";

    /** @throws IllegalArgumentException when the event is not of a new object, or not of EventBridge */
    static CreatedObject read(byte[] event) {
        Map<String, String> texts = texts(event);
        require("aws.s3", texts.get("/source"), "source");
        require("Object Created", texts.get("/detail-type"), "detail-type");
        String bucket = texts.get("/detail/bucket/name");
        String key = texts.get("/detail/object/key");
        if (bucket == null || key == null) {
            throw unexpected("It does not name bucket and key");
        }
        return new CreatedObject(bucket, key);
    }

    private static void require(String expected, @Nullable String actual, String name) {
        if (!expected.equals(actual)) {
            throw unexpected(
                    actual == null
                            ? "It has no " + name
                            : "Its " + name + " is " + InvalidValueException.shown(actual));
        }
    }

    private static IllegalArgumentException unexpected(String what) {
        return new IllegalArgumentException("The event is not of a new object in S3. " + what + ". " + EXPECTED + ".");
    }

    /** Every text of the event, by its JSON Pointer (RFC 6901); none that is in a list. */
    private static Map<String, String> texts(byte[] event) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = EventReader.parser(event, 0, event.length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unexpected("It is no JSON object");
            }
            collect(parser, "", texts);
        } catch (JacksonException e) {
            throw unexpected("It is no JSON object");
        }
        return texts;
    }

    private static void collect(JsonParser parser, String pointer, Map<String, String> texts) {
        String name;
        while ((name = parser.nextName()) != null) {
            String member = pointer + "/" + name;
            switch (parser.nextToken()) {
                case START_OBJECT -> collect(parser, member, texts);
                case VALUE_STRING -> texts.put(member, parser.getString());
                default -> parser.skipChildren();
            }
        }
    }
}
