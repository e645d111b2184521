package io.pixport.inmemory;

import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Sha256;
import io.pixport.core.port.LinkGrant;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PartLink;
import io.pixport.core.port.PostLink;
import io.pixport.core.port.PresignedPost;
import io.pixport.core.port.PresignedUrl;
import io.pixport.core.port.ReadLink;
import io.pixport.core.port.WriteLink;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and judges links of the form
 * {@code BASE/_store/KEY?expires=SECONDS&format=FORMAT[&attachment=NAME|&size=BYTES&sha256=HEX|&max_size=BYTES]&signature=HMAC}, or
 * {@code BASE/_store/KEY?expires=SECONDS&upload=ID&part=NUMBER&part_size=BYTES&signature=HMAC}. The HMAC-SHA-256
 * (RFC 2104), in base64url without padding, is over the method and all from the key up to the signature, exactly as it
 * stands there; so no character of it can be changed, moved or written in another way.
 */
final class SignedLinks {
    private static final String PATH = "/_store/";
    private static final String READ = "GET";
    private static final String WRITE = "PUT";
    private static final String POST = "POST";
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String SIGNATURE = "&signature=";
    private static final Pattern QUERY =
            Pattern.compile("(?<signed>expires=(?<expires>[0-9]{1,18})&(?:format=(?<format>[A-Z]+)"
                    + "(?:&attachment=(?<attachment>[^&=]+)|&size=(?<size>[0-9]{1,19})&sha256=(?<sha256>[0-9a-f]{64})"
                    + "|&max_size=(?<maxSize>[0-9]{1,19}))?"
                    + "|upload=(?<upload>[0-9]{1,19})&part=(?<part>[0-9]{1,5})&part_size=(?<partSize>[0-9]{1,19})))"
                    + SIGNATURE + "(?<signature>[A-Za-z0-9_-]{43})");

    private final InstantSource clock;
    private final Supplier<URI> baseUrl;
    /** Set up and never used but to be cloned, which is cheaper than setting up another and safe for many threads. */
    private final Mac prototype;

    SignedLinks(InstantSource clock, Supplier<URI> baseUrl, byte[] signingKey) {
        if (signingKey.length < 32) {
            throw new IllegalArgumentException("a signing key has at least 32 bytes, got " + signingKey.length);
        }
        this.clock = clock;
        this.baseUrl = baseUrl;
        try {
            prototype = Mac.getInstance("HmacSHA256");
            prototype.init(new SecretKeySpec(signingKey, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    PresignedUrl read(ObjectKey key, ReadLink link) {
        FileName attachment = link.attachment();
        String limits = attachment == null ? "" : "&attachment=" + encoded(attachment.value());
        return signed(READ, key, link.life(), format(link.format()) + limits, Map.of());
    }

    PresignedUrl write(ObjectKey key, WriteLink link) {
        String limits = "&size=" + link.size() + "&sha256=" + link.sha256();
        return signed(WRITE, key, link.life(), format(link.format()) + limits, contentType(link.format()));
    }

    PresignedUrl part(MultipartUpload upload, PartLink link) {
        String terms = "upload=%s&part=%d&part_size=%d".formatted(upload.id(), link.number(), link.size());
        return signed(WRITE, upload.key(), link.life(), terms, Map.of());
    }

    PresignedPost post(ObjectKey key, PostLink link) {
        String terms = format(link.format()) + "&max_size=" + link.maxSize();
        PresignedUrl url = signed(POST, key, link.life(), terms, Map.of());
        return new PresignedPost(url.url(), contentType(link.format()), url.expiresAt());
    }

    private static String format(ImageFormat format) {
        return "format=" + format.name();
    }

    private static Map<String, String> contentType(ImageFormat format) {
        return Map.of(CONTENT_TYPE, format.contentType());
    }

    private PresignedUrl signed(
            String method, ObjectKey key, Duration life, String terms, Map<String, String> headers) {
        long expires = clock.instant().getEpochSecond() + life.toSeconds();
        String query = "expires=" + expires + "&" + terms;
        String base = baseUrl.get().toString();
        URI url = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + PATH + key + "?"
                + query + SIGNATURE + signature(method, key.value(), query));
        return new PresignedUrl(method, url, headers, Instant.ofEpochSecond(expires));
    }

    LinkGrant verify(String method, URI link) {
        String path = link.getRawPath();
        String query = link.getRawQuery();
        if (path == null || query == null || !path.contains(PATH)) {
            return new LinkGrant.Denied("This is not a signed link.");
        }
        Matcher parts = QUERY.matcher(query);
        String key = path.substring(path.indexOf(PATH) + PATH.length());
        if (!parts.matches() || !isSigned(key, parts)) {
            return new LinkGrant.Denied("The link is not as it was signed.");
        }
        if (!method.equals(methodOf(parts))) {
            return new LinkGrant.Denied("The link was made for " + methodOf(parts) + ".");
        }
        if (clock.instant().getEpochSecond() >= Long.parseLong(parts.group("expires"))) {
            return new LinkGrant.Denied("The link has expired.");
        }
        return grant(new ObjectKey(key), parts);
    }

    private boolean isSigned(String key, Matcher parts) {
        String expected = signature(methodOf(parts), key, parts.group("signed"));
        return MessageDigest.isEqual(ascii(expected), ascii(parts.group("signature")));
    }

    private static String methodOf(Matcher parts) {
        if (parts.group("size") != null || parts.group("upload") != null) {
            return WRITE;
        }
        return parts.group("maxSize") == null ? READ : POST;
    }

    /** @param parts of a link whose signature is good, so that they are what was once written into it */
    private static LinkGrant grant(ObjectKey key, Matcher parts) {
        String upload = parts.group("upload");
        if (upload != null) {
            return new LinkGrant.Part(
                    new MultipartUpload(key, upload),
                    Integer.parseInt(parts.group("part")),
                    Long.parseLong(parts.group("partSize")));
        }
        ImageFormat format = ImageFormat.valueOf(parts.group("format"));
        return switch (methodOf(parts)) {
            case WRITE ->
                new LinkGrant.Write(
                        key, format, Long.parseLong(parts.group("size")), new Sha256(parts.group("sha256")));
            case POST -> new LinkGrant.Post(key, format, Long.parseLong(parts.group("maxSize")));
            default -> {
                String attachment = parts.group("attachment");
                yield new LinkGrant.Read(key, format, attachment == null ? null : new FileName(decoded(attachment)));
            }
        };
    }

    private String signature(String method, String key, String query) {
        String signed = method + '\n' + key + '\n' + query;
        byte[] code = mac().doFinal(signed.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    }

    private Mac mac() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's HMAC-SHA-256 cannot be cloned", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Percent-encodes all but the unreserved characters of RFC 3986, section 2.3, which nobody on the way rewrites. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
