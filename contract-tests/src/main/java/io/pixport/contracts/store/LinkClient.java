package io.pixport.contracts.store;

import io.pixport.core.port.PresignedLink;
import io.pixport.core.port.PresignedParts;
import io.pixport.core.port.PresignedPost;
import io.pixport.core.port.PresignedUrl;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends requests to presigned links, as somebody does who has nothing but the link: over HTTP where it is served by HTTP. */
public interface LinkClient {
    /**
     * @param method in upper case
     * @param headers of the request
     * @param body the bytes to send; empty for GET
     */
    LinkAnswer send(String method, URI url, Map<String, String> headers, byte[] body);

    /** Sends a form with these fields, and behind them the file. */
    LinkAnswer post(URI url, Map<String, String> fields, byte[] file);

    /** Sends bytes to where a link or a form leads. In parts, those that have not arrived, until one is refused. */
    default LinkAnswer send(PresignedLink link, byte[] bytes) {
        return switch (link) {
            case PresignedUrl url -> send(url.method(), url.url(), url.headers(), bytes);
            case PresignedPost form -> post(form.url(), form.fields(), bytes);
            case PresignedParts parts -> sendAll(parts, bytes);
        };
    }

    private LinkAnswer sendAll(PresignedParts parts, byte[] bytes) {
        LinkAnswer answer = LinkAnswer.of(200);
        for (PresignedParts.Part part : parts.parts()) {
            if (!part.hasArrived() && answer.isSuccess()) {
                answer = sendPart(parts, part.number(), bytes);
            }
        }
        return answer;
    }

    /** Sends one part of the bytes by its link, which it has to have. */
    default LinkAnswer sendPart(PresignedParts parts, int number, byte[] bytes) {
        PresignedParts.Part part = parts.parts().get(number - 1);
        int start = Math.toIntExact(parts.size() * (number - 1));
        return send(
                Objects.requireNonNull(part.link()),
                Arrays.copyOfRange(bytes, start, start + Math.toIntExact(part.size())));
    }

    /**
     * What a link answered.
     *
     * @param status as of HTTP
     * @param contentType null when none was said
     * @param contentDisposition null when none was said
     * @param body all bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record LinkAnswer(
            int status,
            @Nullable String contentType,
            @Nullable String contentDisposition,
            byte[] body) {
        /** An answer without anything but a status. */
        public static LinkAnswer of(int status) {
            return new LinkAnswer(status, null, null, new byte[0]);
        }

        /** Whether it was carried out. */
        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /** Whether it was refused by a decision, not by a failure. */
        public boolean isRefusal() {
            return status / 100 == 4;
        }

        @Override
        public String toString() {
            return "%d %s %s, %d bytes of digest %d"
                    .formatted(
                            status,
                            Optional.ofNullable(contentType).orElse("untyped"),
                            Optional.ofNullable(contentDisposition).orElse("undisposed"),
                            body.length,
                            Arrays.hashCode(body));
        }
    }
}
