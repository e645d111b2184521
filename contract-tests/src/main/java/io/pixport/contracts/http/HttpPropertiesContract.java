package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.core.model.UserId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any request whatever. Each try starts an API of its own and sends it several requests. */
public interface HttpPropertiesContract extends HttpFixture {
    int TRIES = 10;
    int REQUESTS = 12;
    Pattern ESCAPE = Pattern.compile("%[0-9a-f]{2}", Pattern.CASE_INSENSITIVE);

    /** One change of a text: at a place, this many characters become these. */
    record Edit(double place, int removed, String inserted) {
        String of(String text) {
            int start = (int) (place * text.length());
            int end = Math.min(text.length(), start + removed);
            return text.substring(0, start) + inserted + text.substring(end);
        }
    }

    @Property(tries = TRIES)
    default void anyQueryIsAnsweredAndIsNobodysFault(@ForAll("queries") List<String> queries) {
        try (Started started = new Started()) {
            Api api = new ApiBuilder(this, started).start();
            String image = "/images/" + api.uploaded(Fresh.user());

            for (String query : queries) {
                for (String path : List.of(
                        "/images",
                        "/users/me/images",
                        "/tags/sea/images",
                        "/users/me/trash",
                        image,
                        image + "/content")) {
                    assertThat(api.get(path + "?" + query).status()).as(query).isBetween(200, 499);
                }
                assertThat(api.send(Call.post("/images?" + query).body("image/jpeg", Api.SMALL))
                                .status())
                        .as(query)
                        .isBetween(200, 499);
            }
        }
    }

    @Property(tries = TRIES)
    default void anyPathIsAnsweredAndIsNobodysFault(@ForAll("queries") List<String> paths) {
        try (Started started = new Started()) {
            Api api = new ApiBuilder(this, started).basePath("/dev").start();

            for (String path : paths) {
                String target = path.replace('?', '/');
                for (String prefix : List.of("/", "/images/", "/users/", "/tags/", "/dev/", "/_store/")) {
                    assertThat(api.get(prefix + target).status())
                            .as(prefix + target)
                            .isBetween(200, 499);
                }
            }
        }
    }

    @Property(tries = TRIES)
    default void anyHeaderIsAnsweredAndIsNobodysFault(
            @ForAll("headerNames") List<String> names, @ForAll("headerValues") List<String> values) {
        try (Started started = new Started()) {
            Api api = new ApiBuilder(this, started).start();
            String image = "/images/" + api.uploaded(Fresh.user());

            for (int i = 0; i < REQUESTS; i++) {
                for (Call call : List.of(
                        Call.get(image),
                        Call.get(image + "/content"),
                        Call.patch(image).json("{\"title\": \"T\"}"),
                        Api.uploading(Fresh.user()))) {
                    Answer answer = api.send(call.header(names.get(i), values.get(i)));
                    assertThat(answer.status())
                            .as("%s: %s", names.get(i), values.get(i))
                            .isBetween(200, 499);
                }
            }
        }
    }

    @Property(tries = TRIES)
    default void aPageTokenIsTakenAsItWasGivenOrNotAtAll(@ForAll("edits") List<Edit> edits) {
        try (Started started = new Started()) {
            Api api = new ApiBuilder(this, started).start();
            UserId user = Fresh.user();
            String older = api.uploaded(user);
            api.uploaded(user);
            String list = "/images?limit=1&user_id=" + user;
            String token = api.get(list).textAt("/next_page_token");

            assertThat(api.ids(list + "&page_token=" + token)).containsExactly(older);
            for (Edit edit : edits) {
                String edited = edit.of(token);
                assertThat(api.get(list + "&page_token=" + edited))
                        .as(edited)
                        .hasStatus(edited.equals(token) ? 200 : 400);
            }
        }
    }

    @Property(tries = TRIES)
    default void aLinkIsTakenAsItWasGivenOrNotAtAll(@ForAll("edits") List<Edit> edits) {
        try (Started started = new Started()) {
            Api api = new ApiBuilder(this, started).start();
            String link = api.get("/images/" + api.uploaded(Fresh.user())).textAt("/url");
            int query = link.indexOf('?') + 1;

            assertThat(api.follow(link)).hasStatus(200);
            for (Edit edit : edits) {
                String edited = link.substring(0, query) + edit.of(link.substring(query));
                int status = api.follow(edited).status();
                assertThat(status).as(edited).isBetween(200, 499);
                assertThat(status < 300)
                        .as(edited)
                        .isEqualTo(withUpperCaseEscapes(edited).equals(link));
            }
        }
    }

    /** Escapes mean the same in lower case (RFC 3986, section 2.1). */
    private static String withUpperCaseEscapes(String link) {
        return ESCAPE.matcher(link).replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
    }

    @Provide
    default Arbitrary<List<String>> queries() {
        Arbitrary<String> names = Arbitraries.of(
                "limit",
                "page_token",
                "tag",
                "tags",
                "not_tags",
                "tag_match",
                "user_id",
                "content_type",
                "start_date",
                "end_date",
                "expires_in",
                "download",
                "url",
                "permanent",
                "disposition",
                "title",
                "custom",
                "filename");
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(
                        "true", "1", "-1", "2026-02-11", "image/png", "any", "%00", "%", "%C3%A4", "[\"a\"]", "{}"),
                Arbitraries.strings()
                        .withChars("abc0189%+-_.~:@!$'()*,;/?=[]{}\"|\\^`<>")
                        .ofMaxLength(12),
                Arbitraries.longs().map(String::valueOf));
        Arbitrary<String> pair = Combinators.combine(names, values).as((name, value) -> name + "=" + value);
        return Arbitraries.oneOf(pair, values)
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("&", parts))
                .list()
                .ofSize(REQUESTS);
    }

    @Provide
    default Arbitrary<List<String>> headerNames() {
        return Arbitraries.of(
                        "Accept",
                        "Accept-Encoding",
                        "Authorization",
                        "Content-Encoding",
                        "Content-Type",
                        "If-Match",
                        "If-None-Match",
                        "If-Range",
                        "If-Modified-Since",
                        "Idempotency-Key",
                        "Origin",
                        "Range",
                        "X-User-Id",
                        "X-Request-Id",
                        "X-Forwarded-For",
                        "Forwarded",
                        "Cookie")
                .list()
                .ofSize(REQUESTS);
    }

    @Provide
    default Arbitrary<List<String>> headerValues() {
        Arbitrary<String> sensible = Arbitraries.of(
                "bytes=0-",
                "bytes=-1",
                "bytes=9-1",
                "*",
                "\"1\"",
                "W/\"1\"",
                "image/*;q=0.5",
                "application/json",
                "multipart/form-data; boundary=x",
                "a/b; c=\"d",
                "Wed, 11 Feb 2026 10:30:00 GMT",
                "me",
                "Bearer x.y.z");
        Arbitrary<String> any = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00A0', '\u00FF')
                .withChars('\t')
                .ofMaxLength(60);
        return Arbitraries.oneOf(sensible, any).list().ofSize(REQUESTS);
    }

    @Provide
    default Arbitrary<List<Edit>> edits() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.strings()
                                .withCharRange('0', '9')
                                .withCharRange('A', 'Z')
                                .withCharRange('a', 'z')
                                .withChars("-_=")
                                .ofMaxLength(3))
                .as(Edit::new)
                .list()
                .ofSize(REQUESTS);
    }
}
