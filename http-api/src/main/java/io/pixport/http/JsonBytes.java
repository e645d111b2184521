package io.pixport.http;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON in UTF-8, written member by member. */
final class JsonBytes {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int USUAL_SIZE = 1024;

    private JsonBytes() {}

    static byte[] write(Consumer<JsonGenerator> members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            members.accept(json);
        }
        return out.toByteArray();
    }

    static Response response(int status, Consumer<JsonGenerator> members) {
        return Response.of(status, Route.JSON, write(members));
    }
}
