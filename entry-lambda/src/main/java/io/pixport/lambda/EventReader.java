package io.pixport.lambda;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads the JSON of an event in one pass: what a request may be made of, whoever sent it. All else is passed over. */
final class EventReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(EventHandler.MAX_PAYLOAD)
                    .build())
            .build();

    private final byte[] event;
    private final JsonParser parser;
    private final EventMembers members = new EventMembers();
    private int bodyStart;
    private int bodyEnd;
    private boolean base64;

    private EventReader(byte[] event) {
        this.event = event;
        this.parser = parser(event, 0, event.length);
    }

    static JsonParser parser(byte[] json, int offset, int length) {
        return FACTORY.createParser(ObjectReadContext.empty(), json, offset, length);
    }

    /** @throws UnknownEventException when it is no event of a known gateway */
    static Event read(byte[] event) {
        EventReader reader = new EventReader(event);
        try (JsonParser parser = reader.parser) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnknownEventException("it is no JSON object");
            }
            reader.readMembers();
            if (parser.nextToken() != null) {
                throw new UnknownEventException("something follows its JSON object");
            }
        } catch (JacksonException e) {
            throw new UnknownEventException("it is not valid JSON");
        }
        return reader.members.event(reader.body());
    }

    private EventBody body() {
        return bodyEnd > bodyStart ? new EventBody(event, bodyStart, bodyEnd, base64) : EventBody.NONE;
    }

    private void readMembers() {
        String name;
        while ((name = parser.nextName()) != null) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "version" -> members.version = text(name, value);
                case "httpMethod" -> members.method = text(name, value);
                case "path", "rawPath" -> members.path = text(name, value);
                case "rawQueryString" -> members.rawQuery = text(name, value);
                case "headers" -> members.headers = values(name, value);
                case "multiValueHeaders" -> members.multiValueHeaders = values(name, value);
                case "queryStringParameters" -> members.parameters = values(name, value);
                case "multiValueQueryStringParameters" -> members.multiValueParameters = values(name, value);
                case "pathParameters" -> members.pathParameters = values(name, value);
                case "cookies" -> members.cookies = list(name, value);
                case "requestContext" -> readContext(name, value);
                case "isBase64Encoded" -> base64 = value == JsonToken.VALUE_TRUE;
                case "body" -> readBody(name, value);
                default -> parser.skipChildren();
            }
        }
    }

    private void readContext(String context, JsonToken object) {
        if (!begins(context, object)) {
            return;
        }
        members.hasContext = true;
        String name;
        while ((name = parser.nextName()) != null) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "requestId" -> members.requestId = text(name, value);
                case "stage" -> members.stage = text(name, value);
                case "path" -> members.fullPath = text(name, value);
                case "elb" -> {
                    members.loadBalancer = true;
                    parser.skipChildren();
                }
                case "http" -> readHttp(name, value);
                default -> parser.skipChildren();
            }
        }
    }

    private void readHttp(String http, JsonToken object) {
        if (!begins(http, object)) {
            return;
        }
        members.hasHttp = true;
        String name;
        while ((name = parser.nextName()) != null) {
            JsonToken value = parser.nextToken();
            if (name.equals("method")) {
                members.method = text(name, value);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readBody(String name, JsonToken value) {
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        require(value == JsonToken.VALUE_STRING, name, "a string");
        bodyStart = (int) parser.currentTokenLocation().getByteOffset() + 1;
        bodyEnd = bodyStart;
        while (bodyEnd < event.length && event[bodyEnd] != '"') {
            bodyEnd += event[bodyEnd] == '\\' ? 2 : 1;
        }
    }

    /** An object of texts, or of lists of them; empty for null. */
    private Map<String, List<String>> values(String of, JsonToken object) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (begins(of, object)) {
            String name;
            while ((name = parser.nextName()) != null) {
                JsonToken value = parser.nextToken();
                values.put(name, value == JsonToken.START_ARRAY ? list(of, value) : single(of, value));
            }
        }
        return values;
    }

    private List<String> single(String of, JsonToken value) {
        String text = text(of, value);
        return text == null ? List.of() : List.of(text);
    }

    private List<String> list(String of, JsonToken array) {
        List<String> values = new ArrayList<>();
        if (array != JsonToken.VALUE_NULL) {
            require(array == JsonToken.START_ARRAY, of, "a list");
            JsonToken value;
            while ((value = parser.nextToken()) != JsonToken.END_ARRAY) {
                values.addAll(single(of, value));
            }
        }
        return values;
    }

    private @Nullable String text(String name, JsonToken value) {
        require(value.isScalarValue(), name, "a text");
        return value == JsonToken.VALUE_NULL ? null : parser.getString();
    }

    private static boolean begins(String name, JsonToken object) {
        require(object == JsonToken.START_OBJECT || object == JsonToken.VALUE_NULL, name, "an object");
        return object == JsonToken.START_OBJECT;
    }

    private static void require(boolean holds, String name, String expected) {
        if (!holds) {
            throw new UnknownEventException("its " + name + " is not " + expected);
        }
    }
}
