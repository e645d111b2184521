package io.pixport.http;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.usecase.OpenContent;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** An image with its bytes in base64 within JSON, encoded while it is sent. */
final class ImageData {
    private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);

    private final OpenContent openContent;

    ImageData(OpenContent openContent) {
        this.openContent = openContent;
    }

    /** @param members what stands in the object beside the bytes and their type */
    Response response(ActiveImage image, Consumer<JsonGenerator> members) {
        byte[] start = start(image, members);
        ObjectContent content = openContent.open(image, null).orElseThrow(Exchange::imageNotFound);
        InputStream json = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(start),
                new Base64EncodingStream(content.stream()),
                new ByteArrayInputStream(END))));
        long length = start.length + Base64EncodingStream.encodedLength(content.totalSize()) + END.length;
        return new Response(200, Headers.of("Content-Type", Route.JSON), ResponseBody.of(json, length));
    }

    /** The object up to the opening quote of its last member. */
    private static byte[] start(ActiveImage image, Consumer<JsonGenerator> members) {
        byte[] object = JsonBytes.write(json -> {
            json.writeStartObject();
            members.accept(json);
            json.writeStringProperty("content_type", image.content().format().contentType());
            json.writeStringProperty("image_data", "");
            json.writeEndObject();
        });
        return Arrays.copyOf(object, object.length - END.length);
    }
}
