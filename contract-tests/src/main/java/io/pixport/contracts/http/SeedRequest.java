package io.pixport.contracts.http;

import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * One request as a seed document prints it.
 *
 * @param document the number that the document's name begins with
 * @param line where the request begins in it
 * @param printed the request in short
 * @param call the request, for an image that is there and belongs to {@code user123}
 * @param status that the document states, or means
 * @param documented what the document says is in the answer: places in its JSON (RFC 6901), each with {@code =} and a text
 *     where the document gives one; or a content type such as {@code text/html}
 */
record SeedRequest(
        String document, int line, String printed, Function<Known, Call> call, int status, List<String> documented) {

    /** What a reader of the document has at hand: an image file, and the id of an image uploaded before. */
    record Known(String imageId) {
        byte[] file() {
            return Api.SMALL;
        }

        /** {@code base64 -i image.jpg} where it prints one line. */
        String base64() {
            return Base64.getEncoder().encodeToString(file());
        }

        /** {@code base64 -i image.jpg} where it breaks lines after 76 characters, as GNU's does. */
        String base64InLines() {
            return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(file());
        }

        /** A path with the id in the place of {@code {image_id}}. */
        String path(String template) {
            return template.replace("{image_id}", imageId);
        }
    }

    /** A request without a body. */
    static SeedRequest request(
            String document, int line, String method, String target, int status, String... documented) {
        return new SeedRequest(
                document,
                line,
                method + " " + target,
                known -> Call.of(method, known.path(target)).header("Accept", "*/*"),
                status,
                List.of(documented));
    }

    /** An upload, which is answered 201. */
    static SeedRequest upload(
            String document, int line, String printed, Function<Known, Call> call, String... documented) {
        return new SeedRequest(
                document, line, printed, known -> call.apply(known).header("Accept", "*/*"), 201, List.of(documented));
    }

    @Override
    public String toString() {
        return document + ":" + line + " " + printed;
    }
}
