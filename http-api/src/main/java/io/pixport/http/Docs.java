package io.pixport.http;

import io.pixport.core.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the API and two pages that show it. The pages name everything relative to themselves, so that they
 * work under any base path, and load nothing from elsewhere.
 */
final class Docs {
    private static final WebJar SWAGGER_UI = new WebJar("org.webjars", "swagger-ui");
    private static final WebJar REDOC = new WebJar("org.webjars.npm", "redoc");
    private static final String HTML = "text/html; charset=utf-8";
    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    /** Style elements are made by both pages as they go; workers are ReDoc's search. */
    private static final String POLICY = "default-src 'none'; script-src 'self' 'sha256-%s'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; worker-src blob:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** A picture that ReDoc would fetch; an empty one is shown in its place. */
    private static final String REMOTE_PICTURE = "https://cdn.redoc.ly/redoc/logo-mini.svg";

    private record Asset(WebJar jar, String path, String contentType) {
        byte[] content() {
            byte[] content = jar.file(path);
            return jar.equals(REDOC)
                    ? new String(content, StandardCharsets.ISO_8859_1)
                            .replace(REMOTE_PICTURE, "data:,")
                            .getBytes(StandardCharsets.ISO_8859_1)
                    : content;
        }
    }

    private static final Map<String, Asset> ASSETS = Map.of(
            "swagger-ui.css", new Asset(SWAGGER_UI, "swagger-ui.css", "text/css; charset=utf-8"),
            "swagger-ui-bundle.js", new Asset(SWAGGER_UI, "swagger-ui-bundle.js", JAVASCRIPT),
            "favicon-32x32.png", new Asset(SWAGGER_UI, "favicon-32x32.png", "image/png"),
            "redoc.standalone.js", new Asset(REDOC, "bundles/redoc.standalone.js", JAVASCRIPT));

    /**
     * The OpenAPI document, whose server is this one.
     *
     * @param basePath where the API is reached, such as {@code /dev}; empty for the root
     */
    Response openApi(String basePath) {
        JsonNode document = JsonMapper.shared().readTree(WebJar.resource("openapi.json"));
        ((ObjectNode) document.at("/servers/0")).put("url", basePath.isEmpty() ? "/" : basePath);
        byte[] body = JsonMapper.shared().writeValueAsBytes(document);
        return Response.of(200, Route.JSON, body)
                .with(
                        "ETag",
                        ETags.strong(Sha256.of(Sha256.newDigest().digest(body)).hex()))
                .with("Cache-Control", "no-cache");
    }

    /** A page to try the API out with. */
    Response swaggerUi() {
        return page("swagger-ui.html", SWAGGER_UI.version());
    }

    /** A page to read about the API. */
    Response redoc() {
        return page("redoc.html", REDOC.version());
    }

    private static Response page(String name, String version) {
        String html = new String(WebJar.resource(name), StandardCharsets.UTF_8).replace("{version}", version);
        return Response.of(200, HTML, html)
                .with("Content-Security-Policy", POLICY.formatted(digestOfScript(html)))
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-cache");
    }

    private static String digestOfScript(String html) {
        Matcher script = INLINE_SCRIPT.matcher(html);
        if (!script.find()) {
            throw new IllegalStateException("the page has no script of its own");
        }
        byte[] digest = Sha256.newDigest().digest(script.group(1).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }

    /** A file of the pages, which name it with its version and so may keep it for good. */
    Response asset(String fileName) {
        Asset asset = ASSETS.get(fileName);
        if (asset == null) {
            throw Problem.of(ProblemType.NOT_FOUND, "the documentation has no such file");
        }
        return Response.of(200, asset.contentType(), asset.content())
                .with("X-Content-Type-Options", "nosniff")
                .with("Cache-Control", "public, max-age=31536000, immutable");
    }
}
