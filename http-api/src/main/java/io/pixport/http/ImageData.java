package io.pixport.http;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.usecase.GetDownloadLink.DownloadLink;
import io.pixport.core.usecase.OpenContent;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** An image with its bytes in base64 within JSON, encoded while it is sent. */
final class ImageData {
    private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);

    private final OpenContent openContent;
    private final @Nullable PayloadLimits payloadLimits;

    ImageData(OpenContent openContent, @Nullable PayloadLimits payloadLimits) {
        this.openContent = openContent;
        this.payloadLimits = payloadLimits;
    }

    /**
     * @param link to the same bytes
     * @param members what stands in the object beside the bytes and their type
     * @throws ProblemException with the link, when the response would be larger than can be carried
     */
    Response response(DownloadLink link, Consumer<JsonGenerator> members) {
        ActiveImage image = link.image();
        byte[] start = start(image, members);
        long length = start.length
                + Base64EncodingStream.encodedLength(image.content().size())
                + END.length;
        if (payloadLimits != null && length > payloadLimits.maxResponse()) {
            throw tooLarge(payloadLimits.maxResponse(), link);
        }
        ObjectContent content = openContent.open(image, null).orElseThrow(Exchange::imageNotFound);
        InputStream json = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(start),
                new Base64EncodingStream(content.stream()),
                new ByteArrayInputStream(END))));
        return new Response(200, Headers.of("Content-Type", Route.JSON), ResponseBody.of(json, length));
    }

    private static ProblemException tooLarge(long limit, DownloadLink link) {
        String detail =
                "image_data does not fit into an answer, which has at most %d bytes; get the image by the link in url"
                        .formatted(limit);
        return new ProblemException(new Problem(
                ProblemType.UNPROCESSABLE, detail, List.of(), limit, link.url().url(), Headers.of()));
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
