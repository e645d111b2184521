package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.pixport.core.model.Limits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OpenApiDocumentTest {
    private static final String ADDRESS = "https://pixport.example/openapi.json";
    private static final String RULES = "https://spec.openapis.org/oas/3.1/schema-base/2022-10-07";
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete");

    private final String text = new String(WebJar.resource("openapi.json"), StandardCharsets.UTF_8);
    private final JsonNode document = JsonMapper.shared().readTree(text);
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(Map.of(ADDRESS, text))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build())
                    .schemaIdResolvers(
                            ids -> ids.mapPrefix("https://spec.openapis.org", "classpath:spec.openapis.org")));

    @Test
    void isOpenApi31() {
        assertThat(breaches(document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/info", "/paths/~1images/get", "/components/schemas/Image", "/components/parameters/limit"})
    void wouldNotPassWithWhatOpenApiDoesNotKnow(String pointer) {
        JsonNode broken = document.deepCopy();
        ((ObjectNode) broken.at(pointer))
                .put("type", 7)
                .put("in", 7)
                .put("title", 7)
                .put("tags", 7);

        assertThat(breaches(broken)).isNotEmpty();
    }

    @Test
    void refersToNothingThatIsNotThere() {
        List<String> dangling = new ArrayList<>();
        Set<String> found = new HashSet<>();
        forEachObject("", document, (pointer, node) -> {
            if (node.path("$ref").isString()) {
                String reference = node.get("$ref").stringValue();
                found.add(reference);
                if (!reference.startsWith("#/")
                        || document.at(reference.substring(1)).isMissingNode()) {
                    dangling.add(pointer + ": " + reference);
                }
            }
        });

        assertThat(dangling).isEmpty();
        assertThat(found).hasSizeGreaterThan(50);
    }

    @Test
    void keepsNothingThatNobodyRefersTo() {
        List<String> unused = new ArrayList<>();
        document.get("components")
                .forEachEntry((kind, parts) -> parts.forEachEntry((name, part) -> {
                    if (!kind.equals("securitySchemes")
                            && !text.contains("\"#/components/" + kind + "/" + name + "\"")) {
                        unused.add(kind + "/" + name);
                    }
                }));

        assertThat(unused).isEmpty();
    }

    @Test
    void showsExamplesThatKeepToTheirSchemas() {
        List<String> wrong = new ArrayList<>();
        List<String> checked = new ArrayList<>();
        forEachObject("", document, (pointer, node) -> {
            Map<String, JsonNode> examples = examples(node);
            String schema = node.path("examples").isArray() ? pointer : pointer + "/schema";
            examples.forEach((name, example) -> {
                checked.add(pointer + " " + name);
                schemas.getSchema(SchemaLocation.of(ADDRESS + "#" + schema))
                        .validate(example)
                        .forEach(error -> wrong.add(pointer + " " + name + ": " + error));
            });
        });

        assertThat(wrong).isEmpty();
        assertThat(checked).hasSizeGreaterThan(60).anyMatch(example -> example.contains("/schemas/Image "));
    }

    @Test
    void wouldNotPassAnImageThatLacksAMember() {
        JsonNode image = document.at("/components/schemas/Image/examples/0").deepCopy();
        ((ObjectNode) image).remove("sha256");

        assertThat(schemas.getSchema(SchemaLocation.of(ADDRESS + "#/components/schemas/Image"))
                        .validate(image))
                .singleElement()
                .asString()
                .contains("sha256");
    }

    @Test
    void showsAnUploadThatCanBeTriedAsItIs() throws IOException {
        String base64 =
                document.at("/components/schemas/JsonUpload/examples/0/image").stringValue();
        byte[] png = Base64.getDecoder().decode(base64);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(png.length).isGreaterThanOrEqualTo((int) Limits.DEFAULTS.minSize());
        assertThat(picture.getWidth()).isGreaterThanOrEqualTo(Limits.DEFAULTS.minSide());
        assertThat(picture.getHeight()).isGreaterThanOrEqualTo(Limits.DEFAULTS.minSide());
    }

    @Test
    void declaresEveryParameterOfItsPaths() {
        document.get("paths").forEachEntry((path, item) -> {
            List<String> named = Pattern.compile("\\{(\\w+)}")
                    .matcher(path)
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .toList();
            item.forEachEntry((method, operation) -> {
                if (METHODS.contains(method)) {
                    List<String> declared = new ArrayList<>(pathParameters(item));
                    declared.addAll(pathParameters(operation));
                    assertThat(declared).as(method + " " + path).containsExactlyInAnyOrderElementsOf(named);
                }
            });
        });
    }

    @Test
    void namesEveryOperationOnceAndTellsHowItFails() {
        Set<String> names = new HashSet<>();
        document.get("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        assertThat(names.add(operation.get("operationId").stringValue()))
                                .as(method + " " + path)
                                .isTrue();
                        assertThat(operation.get("responses").has("500"))
                                .as(method + " " + path)
                                .isTrue();
                    }
                }));
        assertThat(names).hasSizeGreaterThan(20);
    }

    private List<Error> breaches(JsonNode openApi) {
        return schemas.getSchema(SchemaLocation.of(RULES)).validate(openApi);
    }

    /** An array of examples is a schema's own; one example, or several by name, stand beside a schema. */
    private static Map<String, JsonNode> examples(JsonNode node) {
        Map<String, JsonNode> examples = new LinkedHashMap<>();
        JsonNode several = node.path("examples");
        for (int i = 0; several.isArray() && i < several.size(); i++) {
            examples.put("examples/" + i, several.get(i));
        }
        if (node.has("schema")) {
            if (node.has("example")) {
                examples.put("example", node.get("example"));
            }
            if (several.isObject()) {
                several.forEachEntry((name, example) -> examples.put(name, example.get("value")));
            }
        }
        return examples;
    }

    private List<String> pathParameters(JsonNode holder) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : holder.path("parameters")) {
            JsonNode resolved = document.at(parameter.get("$ref").stringValue().substring(1));
            if (resolved.get("in").stringValue().equals("path")) {
                names.add(resolved.get("name").stringValue());
            }
        }
        return names;
    }

    /** Every object of the document that is not within an example. */
    private static void forEachObject(String pointer, JsonNode node, BiConsumer<String, JsonNode> action) {
        if (node.isObject()) {
            action.accept(pointer, node);
            node.forEachEntry((name, member) -> {
                if (!name.equals("examples") && !name.equals("example")) {
                    forEachObject(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), member, action);
                }
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            forEachObject(pointer + "/" + i, node.get(i), action);
        }
    }
}
