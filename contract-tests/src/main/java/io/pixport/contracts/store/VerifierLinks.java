package io.pixport.contracts.store;

import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.ContentDisposition;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.LinkGrant;
import io.pixport.core.port.LinkVerifier;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.RangeOutsideException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows the links of a store that cannot serve them by itself, as a server around it would, without a server. */
public final class VerifierLinks implements LinkClient {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    /** More than posts at once; a store that does not delete must not keep a test for ever. */
    private static final int ATTEMPTS = 1000;

    private final ImageStore store;
    private final LinkVerifier verifier;

    public VerifierLinks(ImageStore store, LinkVerifier verifier) {
        this.store = store;
        this.verifier = verifier;
    }

    @Override
    public LinkAnswer send(String method, URI url, Map<String, String> headers, byte[] body) {
        return switch (verifier.verify(method, url)) {
            case LinkGrant.Denied denied -> LinkAnswer.of(403);
            case LinkGrant.Read read -> read(read, range(headers.get("Range")));
            case LinkGrant.Write write -> write(write, headers, body);
            case LinkGrant.Part part -> part(part, body);
            case LinkGrant.Post post -> LinkAnswer.of(400); // a form has fields
        };
    }

    private LinkAnswer read(LinkGrant.Read grant, @Nullable ByteRange range) {
        Optional<ObjectContent> content;
        try {
            content = store.open(grant.key(), range);
        } catch (RangeOutsideException outside) {
            return LinkAnswer.of(416);
        }
        return content.map(open -> new LinkAnswer(
                        range == null ? 200 : 206,
                        grant.format().contentType(),
                        disposition(grant.attachment()),
                        StoreFixture.drain(open)))
                .orElse(LinkAnswer.of(404));
    }

    private LinkAnswer write(LinkGrant.Write grant, Map<String, String> headers, byte[] body) {
        BytesPayload payload = new BytesPayload(body);
        if (!isTyped(grant.format(), headers)) {
            return LinkAnswer.of(403);
        }
        if (payload.size() != grant.size() || !payload.sha256().equals(grant.sha256())) {
            return LinkAnswer.of(400);
        }
        return LinkAnswer.of(store.put(grant.key(), payload, grant.format()) ? 200 : 412);
    }

    private LinkAnswer part(LinkGrant.Part grant, byte[] body) {
        if (body.length != grant.size()) {
            return LinkAnswer.of(400);
        }
        return LinkAnswer.of(verifier.putPart(grant, new BytesPayload(body)) ? 200 : 404);
    }

    @Override
    public LinkAnswer post(URI url, Map<String, String> fields, byte[] file) {
        return verifier.verify("POST", url) instanceof LinkGrant.Post grant
                        && isTyped(grant.format(), fields)
                        && fields.size() == 1
                ? post(grant, file)
                : LinkAnswer.of(403);
    }

    private LinkAnswer post(LinkGrant.Post grant, byte[] file) {
        if (file.length < 1 || file.length > grant.maxSize()) {
            return LinkAnswer.of(400);
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (store.put(grant.key(), new BytesPayload(file), grant.format())) {
                return LinkAnswer.of(204);
            }
            store.delete(grant.key());
        }
        return LinkAnswer.of(503);
    }

    private static boolean isTyped(ImageFormat format, Map<String, String> headersOrFields) {
        return format.contentType().equals(headersOrFields.get("Content-Type"));
    }

    private static @Nullable ByteRange range(@Nullable String header) {
        Matcher range = RANGE.matcher(header == null ? "" : header);
        return range.matches() ? new ByteRange(Long.parseLong(range.group(1)), Long.parseLong(range.group(2))) : null;
    }

    private static @Nullable String disposition(@Nullable FileName attachment) {
        return attachment == null ? null : new ContentDisposition(true, attachment).header();
    }
}
