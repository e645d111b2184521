package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocsTest {
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]*)\"");
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    private final Docs docs = new Docs();

    @ParameterizedTest
    @CsvSource({"'',/", "/dev,/dev", "/a/b,/a/b"})
    void saysInTheDocumentWhereTheServiceIs(String basePath, String url) {
        JsonNode document = JsonMapper.shared().readTree(body(docs.openApi(basePath)));

        assertThat(document.at("/openapi").stringValue()).isEqualTo("3.1.0");
        assertThat(document.at("/servers/0/url").stringValue()).isEqualTo(url);
        assertThat(document.at("/paths").size()).isGreaterThan(15);
    }

    @Test
    void tagsTheDocumentByWhatItSays() {
        Response first = docs.openApi("");
        Response again = docs.openApi("");
        Response elsewhere = docs.openApi("/dev");

        assertThat(header(first, "Content-Type")).isEqualTo("application/json");
        assertThat(header(first, "ETag")).matches("\"[0-9a-f]{64}\"").isEqualTo(header(again, "ETag"));
        assertThat(header(elsewhere, "ETag")).isNotEqualTo(header(first, "ETag"));
    }

    @Test
    void servesEveryFileThatThePagesName() {
        for (Response page : List.of(docs.swaggerUi(), docs.redoc())) {
            for (String link : links(page)) {
                if (link.startsWith("docs/assets/")) {
                    String file = link.substring("docs/assets/".length()).replaceFirst("\\?v=.*", "");
                    assertThat(docs.asset(file).body().length()).isGreaterThan(500);
                } else {
                    assertThat(link).isIn("openapi.json", "data:,");
                }
            }
        }
    }

    @Test
    void namesFilesWithTheirVersionSoThatTheyMayBeKept() {
        String swaggerUi = new WebJar("org.webjars", "swagger-ui").version();

        assertThat(swaggerUi).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
        assertThat(links(docs.swaggerUi())).contains("docs/assets/swagger-ui-bundle.js?v=" + swaggerUi);
        assertThat(links(docs.redoc()))
                .contains("docs/assets/redoc.standalone.js?v=" + new WebJar("org.webjars.npm", "redoc").version());
        assertThat(header(docs.asset("swagger-ui.css"), "Cache-Control")).contains("immutable");
    }

    @Test
    void admitsTheScriptOfEachPageByItsDigestAndNoOther() throws NoSuchAlgorithmException {
        for (Response page : List.of(docs.swaggerUi(), docs.redoc())) {
            Matcher script = INLINE_SCRIPT.matcher(text(page));
            assertThat(script.find()).isTrue();
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));

            assertThat(header(page, "Content-Security-Policy"))
                    .contains("default-src 'none'; script-src 'self' 'sha256-"
                            + Base64.getEncoder().encodeToString(digest) + "';")
                    .doesNotContain("unsafe-eval", "http:", "https:");
            assertThat(script.find()).isFalse();
            assertThat(text(page)).doesNotContainPattern("\\son[a-z]+=");
        }
    }

    @Test
    void loadsNothingFromElsewhere() {
        assertThat(text(docs.asset("redoc.standalone.js"))).doesNotContain("https://cdn.");
        assertThat(text(docs.asset("swagger-ui.css"))).doesNotContain("url(http");
    }

    @ParameterizedTest
    @CsvSource({
        "swagger-ui.css, text/css; charset=utf-8",
        "swagger-ui-bundle.js, text/javascript; charset=utf-8",
        "redoc.standalone.js, text/javascript; charset=utf-8",
        "favicon-32x32.png, image/png"
    })
    void servesItsFilesAsWhatTheyAre(String file, String contentType) {
        Response asset = docs.asset(file);

        assertThat(asset.status()).isEqualTo(200);
        assertThat(header(asset, "Content-Type")).isEqualTo(contentType);
        assertThat(header(asset, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "swagger-ui.js", "../openapi.json", "..", "swagger-ui.css/", "/etc/passwd", "package.json"})
    void servesNoOtherFile(String file) {
        assertThatThrownBy(() -> docs.asset(file)).isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(
                        refusal.problem().type())
                .isEqualTo(ProblemType.NOT_FOUND));
    }

    private static List<String> links(Response page) {
        return LINK.matcher(text(page))
                .results()
                .map((MatchResult link) -> link.group(1))
                .toList();
    }

    private static String text(Response response) {
        return new String(body(response), StandardCharsets.UTF_8);
    }

    private static byte[] body(Response response) {
        return response.body().bytes();
    }

    private static String header(Response response, String name) {
        return response.headers().first(name).orElseThrow();
    }
}
