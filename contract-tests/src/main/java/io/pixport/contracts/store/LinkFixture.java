package io.pixport.contracts.store;

import io.pixport.contracts.store.LinkClient.LinkAnswer;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PresignedPost;
import io.pixport.core.port.PresignedUrl;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What the contracts of presigned links need of a backend besides the store. */
public interface LinkFixture extends StoreFixture {
    /** The clock by which the store tells when a link expires. */
    InstantSource clock();

    /** How links of the store are followed. */
    LinkClient links();

    /**
     * A link that was signed some time ago. With a clock that can be moved: sign, then move it. With the real one: sign by
     * a second store over the same objects whose clock is behind.
     *
     * @param age how long ago, to be taken as the present is when this returns
     * @param sign makes the link or the form, on the store it is given
     */
    <T> T signedBefore(Duration age, Function<ImageStore, T> sign);

    /** Sends what the link admits. */
    default LinkAnswer get(PresignedUrl link) {
        return links().send(link.method(), link.url(), link.headers(), new byte[0]);
    }

    /** Sends what the link admits, with these bytes. */
    default LinkAnswer upload(PresignedUrl link, byte[] body) {
        return links().send(link.method(), link.url(), link.headers(), body);
    }

    /** Sends the form with these bytes as its file. */
    default LinkAnswer post(PresignedPost form, byte[] file) {
        return links().post(form.url(), form.fields(), file);
    }

    /** The same link with another key in its place. */
    static URI forKey(ObjectKey other, ObjectKey key, URI link) {
        return URI.create(link.toString().replace(key.value(), other.value()));
    }

    /** The same link with the last character of one parameter's value changed. */
    static URI altered(PresignedUrl link, String parameter) {
        return URI.create(link.url().toString().replace(parameter, altered(parameter)));
    }

    /** The same text with its last character changed. */
    static String altered(String text) {
        return text.substring(0, text.length() - 1) + (text.endsWith("1") ? '2' : '1');
    }

    /** The same headers or fields with another value for one. */
    static Map<String, String> with(Map<String, String> all, String name, String value) {
        Map<String, String> changed = new HashMap<>(all);
        changed.put(name, value);
        return changed;
    }

    /** The same headers or fields without one. */
    static Map<String, String> without(Map<String, String> all, String name) {
        Map<String, String> fewer = new HashMap<>(all);
        fewer.remove(name);
        return fewer;
    }

    /** What a request carries besides, when it carries nothing. */
    Map<String, String> NO_HEADERS = Map.of();
}
