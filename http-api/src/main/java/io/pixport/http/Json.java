package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.Violation;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON from clients (RFC 8259): UTF-8 only, no member twice, nothing behind the value, and bounded in every direction. */
final class Json {
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxStringLength(64 * 1024)
            .maxNameLength(1024)
            .maxTokenCount(10_000)
            .build();

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(BOUNDS)
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // What base64 prints with line breaks is often pasted into JSON as it is.
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private static final JsonFactory PASSING_OVER = FACTORY.rebuild()
            .streamReadConstraints(
                    BOUNDS.rebuild().maxStringLength(Integer.MAX_VALUE).build())
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** Whether a body of this content type is JSON (RFC 6839, section 3.1). */
    static boolean isJson(HeaderValue type) {
        String name = type.value();
        return name.equals("application/json") || (name.startsWith("application/") && name.endsWith("+json"));
    }

    /** @throws InvalidValueException when the text is no JSON that is taken; its message goes on after the name of the text */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw refused(e);
        }
    }

    /**
     * The object that is the body of a request.
     *
     * @param maxSize bytes that it may have
     * @param what is sent by it, as the object of a sentence
     * @throws ProblemException 400, 413 or 415 when it is no JSON object that is taken
     * @throws IOException when the body cannot be read to its end
     */
    static ObjectNode body(Request request, long maxSize, String what) throws IOException {
        HeaderValue type =
                HeaderValue.parse(request.headers().first("Content-Type").orElse(null));
        if (!isJson(type)) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "send " + what + " as application/json");
        }
        Violation tooLarge = new Violation(
                "body", Violation.Kind.TOO_LARGE, "this body has at most %d bytes".formatted(maxSize), maxSize);
        return body(BodyStream.of(request, maxSize, tooLarge).readAllBytes());
    }

    /** @throws ProblemException 400 when the bytes are no JSON object that is taken */
    static ObjectNode body(byte[] bytes) {
        try {
            JsonNode node = parse(Utf8.decode(bytes));
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new InvalidValueException("is a JSON object, got " + kind(node));
        } catch (InvalidValueException e) {
            throw refusedBody(e);
        }
    }

    /** A parser for passing over a document; its strings are of any length, so none of them should be asked for. */
    static JsonParser passingOver(InputStream in) {
        return PASSING_OVER.createParser(ObjectReadContext.empty(), in);
    }

    static ProblemException refusedBody(InvalidValueException e) {
        return Problem.of(ProblemType.INVALID_REQUEST, "the body " + e.getMessage());
    }

    /** What to say of JSON that could not be read; nothing of what was sent is in it. */
    static InvalidValueException refused(JacksonException e) {
        if (e instanceof JacksonIOException) {
            throw e;
        }
        if (e instanceof StreamConstraintsException) {
            return new InvalidValueException("is JSON that is nested too deeply, or has too many or too long parts");
        }
        boolean twice = e.getOriginalMessage().startsWith("Duplicate");
        return new InvalidValueException("is not valid JSON: line %d, column %d %s"
                .formatted(
                        e.getLocation().getLineNr(),
                        e.getLocation().getColumnNr(),
                        twice ? "has a member for the second time" : "is not what may stand there"));
    }

    /** What a value is, in words. */
    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case NULL -> "null";
            case BINARY, POJO, MISSING -> "nothing";
        };
    }
}
