package io.pixport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class LinkSigningTest {
    private static final Instant NOW = Instant.parse("2026-02-11T10:30:00.250Z");
    private static final ObjectKey KEY = new ObjectKey("images/0199b1c2-7a4e-7c31-9c55-0a4f5d1e2b3c");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Sha256 DIGEST = Sha256.of(new byte[32]);

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final InMemoryImageStore store = store((byte) 1);

    private InMemoryImageStore store(byte signingKey) {
        byte[] key = new byte[32];
        Arrays.fill(key, signingKey);
        return new InMemoryImageStore(now::get, () -> URI.create("http://127.0.0.1:8080/dev"), key, 1000);
    }

    @Property
    void aReadLinkAdmitsWhatItWasMadeFor(@ForAll("keys") ObjectKey key, @ForAll("readLinks") ReadLink link) {
        PresignedUrl url = store.presignRead(key, link);

        assertThat(url.method()).isEqualTo("GET");
        assertThat(url.headers()).isEmpty();
        assertThat(url.expiresAt())
                .isEqualTo(Instant.parse("2026-02-11T10:30:00Z").plus(link.life()));
        assertThat(store.verify("GET", url.url())).isEqualTo(new LinkGrant.Read(key, link.format(), link.attachment()));
    }

    @Property
    void aWriteLinkAdmitsWhatItWasMadeFor(
            @ForAll("keys") ObjectKey key,
            @ForAll @LongRange(min = 1, max = 604_800) long life,
            @ForAll @LongRange(min = 1) long size,
            @ForAll @Size(32) byte[] digest,
            @ForAll ImageFormat format) {
        WriteLink link = new WriteLink(Duration.ofSeconds(life), size, Sha256.of(digest), format);

        PresignedUrl url = store.presignWrite(key, link);

        assertThat(url.method()).isEqualTo("PUT");
        assertThat(url.headers()).containsOnlyKeys("Content-Type").containsValue(format.contentType());
        assertThat(store.verify("PUT", url.url())).isEqualTo(new LinkGrant.Write(key, format, size, Sha256.of(digest)));
    }

    @Property
    void aPartLinkAdmitsWhatItWasMadeFor(
            @ForAll("keys") ObjectKey key,
            @ForAll @LongRange(min = 1, max = 604_800) long life,
            @ForAll @IntRange(min = 1, max = 10_000) int number,
            @ForAll @LongRange(min = 1) long size) {
        MultipartUpload upload = store.begin(key, ImageFormat.PNG);

        PresignedUrl url = store.presignPart(upload, new PartLink(Duration.ofSeconds(life), number, size));

        assertThat(url.method()).isEqualTo("PUT");
        assertThat(url.headers()).isEmpty();
        assertThat(store.verify("PUT", url.url())).isEqualTo(new LinkGrant.Part(upload, number, size));
    }

    @Property
    void aFormAdmitsWhatItWasMadeFor(
            @ForAll("keys") ObjectKey key,
            @ForAll @LongRange(min = 1, max = 604_800) long life,
            @ForAll @LongRange(min = 1) long maxSize,
            @ForAll ImageFormat format) {
        PresignedPost form = store.presignPost(key, new PostLink(Duration.ofSeconds(life), maxSize, format));

        assertThat(form.fields()).containsOnlyKeys("Content-Type").containsValue(format.contentType());
        assertThat(store.verify("POST", form.url())).isEqualTo(new LinkGrant.Post(key, format, maxSize));
    }

    @Property(tries = 3000)
    void noCharacterOfALinkCanBeAltered(
            @ForAll("anyLink") PresignedUrl url, @ForAll int at, @ForAll("characters") char other) {
        String link = url.url().toString();
        int signed = link.indexOf("/_store/");
        int altered = signed + Math.floorMod(at, link.length() - signed);
        Assume.that(link.charAt(altered) != other);

        assertDenied(url.method(), link.substring(0, altered) + other + link.substring(altered + 1));
    }

    @Property
    void noCharacterOfALinkCanBeLeftOutOrPutIn(
            @ForAll("anyLink") PresignedUrl url, @ForAll int at, @ForAll("characters") char other) {
        String link = url.url().toString();
        int first = link.indexOf("/_store/") + "/_store/".length();
        int place = first + Math.floorMod(at, link.length() - first);

        assertDenied(url.method(), link.substring(0, place) + link.substring(place + 1));
        assertDenied(url.method(), link.substring(0, place) + other + link.substring(place));
    }

    @Property(tries = 200)
    void aLinkIsDeniedFromItsExpiryOn(
            @ForAll("anyLink") PresignedUrl url, @ForAll @IntRange(max = 1_000_000_000) int millisLater) {
        now.set(url.expiresAt().minusMillis(1));
        assertThat(store.verify(url.method(), url.url())).isNotInstanceOf(LinkGrant.Denied.class);

        now.set(url.expiresAt().plusMillis(millisLater));
        assertThat(store.verify(url.method(), url.url())).isEqualTo(new LinkGrant.Denied("The link has expired."));
    }

    @Property(tries = 200)
    void aLinkIsDeniedToEveryOtherMethod(@ForAll("anyLink") PresignedUrl url) {
        for (String method : new String[] {"GET", "HEAD", "PUT", "POST", "DELETE", "get", "put", ""}) {
            if (!method.equals(url.method())) {
                assertThat(store.verify(method, url.url()))
                        .isEqualTo(new LinkGrant.Denied("The link was made for " + url.method() + "."));
            }
        }
    }

    @Property(tries = 200)
    void aLinkIsDeniedToAStoreWithAnotherSigningKey(@ForAll("anyLink") PresignedUrl url) {
        assertThat(store((byte) 2).verify(url.method(), url.url())).isInstanceOf(LinkGrant.Denied.class);
    }

    @Property(tries = 200)
    void noParameterCanBeRepeatedOrAddedOrMoved(@ForAll("anyLink") PresignedUrl url) {
        String link = url.url().toString();
        String query = url.url().getRawQuery();
        for (String parameter : query.split("&", -1)) {
            assertDenied(url.method(), link + "&" + parameter);
            assertDenied(url.method(), link.replace("?", "?" + parameter + "&"));
        }
        assertDenied(url.method(), link + "&more=1");
        assertDenied(url.method(), link.replace("?", "?more=1&"));
        assertDenied(url.method(), link.replaceFirst("\\?(expires=\\d+)&(format=[A-Z]+)", "?$2&$1"));
    }

    @Property(tries = 200)
    void whatStandsBeforeTheSignedPathDoesNotCount(@ForAll("anyLink") PresignedUrl url) {
        String link = url.url().toString();
        String signed = link.substring(link.indexOf("/_store/"));

        LinkGrant admitted = store.verify(url.method(), url.url());

        assertThat(store.verify(url.method(), URI.create(signed))).isEqualTo(admitted);
        assertThat(store.verify(url.method(), URI.create("/another/prefix" + signed)))
                .isEqualTo(admitted);
        assertThat(store.verify(url.method(), URI.create("https://example.org:444" + signed)))
                .isEqualTo(admitted);
    }

    @Property
    void whateverSomebodyMakesUpIsDeniedWithoutAnException(
            @ForAll("madeUp") String path, @ForAll("madeUp") String query, @ForAll String method)
            throws URISyntaxException {
        URI link = new URI(null, null, "/" + path, query, null);

        assertThat(store.verify(method, link)).isInstanceOf(LinkGrant.Denied.class);
        assertThat(store.verify(method, URI.create("mailto:a@example.org"))).isInstanceOf(LinkGrant.Denied.class);
    }

    @Example
    void aWriteLinkIsDeniedOnceItsKeyHasAnObjectAndAdmitsAgainOnceItHasNone() {
        URI link = store.presignWrite(KEY, new WriteLink(HOUR, 100, DIGEST, ImageFormat.PNG))
                .url();
        store.put(KEY, BytesPayload.random(10, 1), ImageFormat.PNG);
        assertThat(store.verify("PUT", link)).isEqualTo(new LinkGrant.Denied("The link has been used."));

        store.delete(KEY);
        assertThat(store.verify("PUT", link)).isEqualTo(new LinkGrant.Write(KEY, ImageFormat.PNG, 100, DIGEST));
    }

    @Example
    void aBaseUrlIsAskedForEachLinkAndMayEndWithASlash() {
        AtomicReference<URI> base = new AtomicReference<>(URI.create("http://127.0.0.1:1/"));
        InMemoryImageStore moving = new InMemoryImageStore(InstantSource.fixed(NOW), base::get, new byte[32], 1000);
        ReadLink link = new ReadLink(HOUR, ImageFormat.GIF, null);

        assertThat(moving.presignRead(KEY, link).url()).asString().startsWith("http://127.0.0.1:1/_store/images/");
        base.set(URI.create("http://127.0.0.1:2/dev"));
        assertThat(moving.presignRead(KEY, link).url()).asString().startsWith("http://127.0.0.1:2/dev/_store/images/");
    }

    @Example
    void refusesLivesAndSizesThatNoLinkCanHave() {
        for (Duration life : new Duration[] {
            Duration.ZERO,
            Duration.ofSeconds(-1),
            Duration.ofMillis(1500),
            Duration.ofDays(7).plusSeconds(1)
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store.presignRead(KEY, new ReadLink(life, ImageFormat.GIF, null)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.presignWrite(KEY, new WriteLink(HOUR, 0, DIGEST, ImageFormat.GIF)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.presignPost(KEY, new PostLink(HOUR, 0, ImageFormat.GIF)));
    }

    @Example
    void refusesASigningKeyThatCouldBeGuessed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InMemoryImageStore(now::get, () -> URI.create("http://h"), new byte[31], 1000));
    }

    /** Denied, or not even a URI that a server could hand over. */
    private void assertDenied(String method, String link) {
        URI uri;
        try {
            uri = new URI(link);
        } catch (URISyntaxException refusedByEveryServer) {
            return;
        }
        assertThat(store.verify(method, uri)).as(link).isInstanceOf(LinkGrant.Denied.class);
    }

    @Provide
    Arbitrary<ObjectKey> keys() {
        Arbitrary<String> free = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars("/._-")
                .ofMinLength(1)
                .ofMaxLength(512);
        return Arbitraries.oneOf(free, Arbitraries.of("a/_store/b", "_store/", "/", "..", KEY.value()))
                .map(ObjectKey::new);
    }

    @Provide
    Arbitrary<ReadLink> readLinks() {
        Arbitrary<Duration> lives = Arbitraries.longs().between(1, 604_800).map(Duration::ofSeconds);
        return Combinators.combine(
                        lives, Arbitraries.of(ImageFormat.class), fileNames().injectNull(0.2))
                .as(LinkSigningTest::readLink);
    }

    private static ReadLink readLink(Duration life, ImageFormat format, @Nullable FileName attachment) {
        return new ReadLink(life, format, attachment);
    }

    private static Arbitrary<FileName> fileNames() {
        Arbitrary<String> names = Arbitraries.chars()
                .all()
                .filter(c -> !Character.isISOControl(c) && !Character.isSurrogate(c) && c != '/' && c != '\\')
                .array(char[].class)
                .ofMaxSize(60)
                .map(characters -> new String(characters) + "x");
        return Arbitraries.oneOf(names, Arbitraries.of("Üb er+50%&=?#*~.jpg", "夕日 🌅.png", "\"a\";b,c.gif"))
                .map(FileName::new);
    }

    @Provide
    Arbitrary<PresignedUrl> anyLink() {
        Arbitrary<PresignedUrl> read = readLinks().map(link -> store.presignRead(KEY, link));
        Arbitrary<PresignedUrl> write = Arbitraries.longs()
                .between(1, Long.MAX_VALUE)
                .map(size -> store.presignWrite(KEY, new WriteLink(HOUR, size, DIGEST, ImageFormat.WEBP)));
        Arbitrary<PresignedUrl> post = Arbitraries.longs()
                .between(1, Long.MAX_VALUE)
                .map(size -> urlOf(store.presignPost(KEY, new PostLink(HOUR, size, ImageFormat.PNG))));
        return Arbitraries.oneOf(read, write, post);
    }

    private static PresignedUrl urlOf(PresignedPost form) {
        return new PresignedUrl("POST", form.url(), form.fields(), form.expiresAt());
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().range('!', '~');
    }

    @Provide
    Arbitrary<String> madeUp() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(50).filter(s -> s.chars()
                        .noneMatch(c -> Character.isSurrogate((char) c))),
                Arbitraries.of(
                        "_store/",
                        "_store/a",
                        "expires=1&format=JPEG&signature=",
                        "expires=1&format=JPEG&signature=" + "A".repeat(43)));
    }
}
