package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

final class DetailsPatchTest {
    private static final ImageDetails BEFORE = new ImageDetails(
            "Goodbye!",
            "This will be unchanged",
            "a gate",
            List.of(new Tag("example"), new Tag("sample")),
            Map.of("a", "b"));

    /** The examples of RFC 7396, appendix A, that stay among objects of strings. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':'b'}         | {'a':'c'}             | {'a':'c'}",
                "{'a':'b'}         | {'b':'c'}             | {'a':'b','b':'c'}",
                "{'a':'b'}         | {'a':null}            | {}",
                "{'a':'b','b':'c'} | {'a':null}            | {'b':'c'}",
                "{}                | {'a':null}            | {}",
                "{'a':'b'}         | {}                    | {'a':'b'}",
                "{'a':'b'}         | null                  | {}",
                "{'e':'x'}         | {'a':'1','e':null}    | {'a':'1'}"
            })
    void customIsMergedAsTheStandardSays(String before, String patch, String after) {
        ImageDetails details = ImageDetails.NONE.withCustom(map(before));
        assertThat(patched(details, "{'custom':" + patch + "}").custom()).isEqualTo(map(after));
    }

    /** RFC 7396, section 3, as far as images have what a document there has. */
    @Test
    void whatIsNotNamedStays() {
        ImageDetails after = patched(
                BEFORE,
                "{'title':'Hello!','phoneNumber':'+01-123-456-7890','author':{'familyName':null},'tags':['example']}");
        assertThat(after).isEqualTo(BEFORE.withTitle("Hello!").withTags(List.of(new Tag("example"))));
    }

    @Test
    void nullRemoves() {
        assertThat(patched(BEFORE, "{'title':null,'description':null,'alt_text':null,'tags':null,'custom':null}"))
                .isEqualTo(ImageDetails.NONE);
    }

    @Test
    void blankTextRemovesAsWell() {
        assertThat(patched(BEFORE, "{'title':'  ','description':'','tags':''}"))
                .isEqualTo(new ImageDetails(null, null, "a gate", List.of(), BEFORE.custom()));
    }

    @Test
    void tagsMayBeAText() {
        assertThat(patched(BEFORE, "{'tags':'one,two'}").tags()).containsExactly(new Tag("one"), new Tag("two"));
    }

    @Test
    void everythingWrongIsNamed() {
        assertThat(fieldsInError(
                        "{'title':'a\\nb','description':5,'alt_text':[],'tags':['ok',null],'custom':{'a':{'bb':null},"
                                + "'b':['c'],'':'x'}}"))
                .containsExactly("title", "description", "alt_text", "tags[1]", "custom.a", "custom.b", "custom.");
        assertThat(fieldsInError("{'title':'\\n'}")).containsExactly("title");
        assertThat(fieldsInError("{'custom':'x'}")).containsExactly("custom");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "['title']", "'title'", "null", "{'title':'a','title':'b'}", "{'title':'a'} {}"})
    void aPatchIsOneObject(String patch) {
        assertThat(refusal(patch).type()).isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Property
    void customIsMergedLikeMaps(
            @ForAll("fields") Map<String, String> before, @ForAll("changes") Map<String, String> changes) {
        Map<String, String> expected = new TreeMap<>(before);
        Map<String, String> patch = new TreeMap<>();
        changes.forEach((name, value) -> {
            boolean removes = value.equals("-");
            patch.put(name, removes ? null : value);
            if (removes) {
                expected.remove(name);
            } else {
                expected.put(name, value);
            }
        });
        String json = JsonMapper.shared().writeValueAsString(Map.of("custom", patch));
        ImageDetails after =
                DetailsPatch.parse(json.getBytes(StandardCharsets.UTF_8)).apply(ImageDetails.NONE.withCustom(before));
        assertThat(after.custom()).isEqualTo(expected);
    }

    @Provide
    Arbitrary<Map<String, String>> fields() {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d", "é"), Arbitraries.of("1", "2", "", " x "));
    }

    @Provide
    Arbitrary<Map<String, String>> changes() {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d", "é"), Arbitraries.of("1", "3", "", "-"));
    }

    @Property
    void aPatchThatIsTakenNeverFails(
            @ForAll("texts") String title, @ForAll("texts") String name, @ForAll("texts") String value) {
        Map<String, Object> patch =
                Map.of("title", title, "alt_text", value, "custom", Map.of(name, value), "tags", name);
        byte[] json = JsonMapper.shared().writeValueAsString(patch).getBytes(StandardCharsets.UTF_8);
        try {
            assertThat(DetailsPatch.parse(json).apply(BEFORE)).isNotNull();
        } catch (ProblemException refused) {
            assertThat(refused.problem().errors()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab é\n\t\r\u0000\u001c\u0085\u2028\u00a0[\",")
                .ofMaxLength(6);
    }

    @Test
    void bothMediaTypesAreTaken() throws IOException {
        for (String type : List.of("application/merge-patch+json", "Application/JSON; charset=utf-8")) {
            assertThat(DetailsPatch.read(request(type, -1, body("{'title':'Hello!'}")))
                            .apply(BEFORE)
                            .title())
                    .isEqualTo("Hello!");
        }
    }

    @Test
    void otherMediaTypesAreRefusedWithThoseThatAreTaken() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> DetailsPatch.read(request("text/plain", -1, body("{}"))));
        assertThat(refused.problem().type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        assertThat(refused.problem().headers().first("Accept-Patch").orElseThrow())
                .contains("application/merge-patch+json");
    }

    @Test
    void aPatchThatIsTooLargeIsRefused() {
        byte[] large = new byte[256 * 1024 + 1];
        for (long announced : new long[] {-1, large.length}) {
            ProblemException refused = catchThrowableOfType(
                    ProblemException.class,
                    () -> DetailsPatch.read(request("application/json", announced, new ByteArrayInputStream(large))));
            assertThat(refused.problem().type()).isEqualTo(ProblemType.TOO_LARGE);
            assertThat(refused.problem().limit()).isEqualTo(256 * 1024);
        }
    }

    @Test
    void aClientThatHangsUpIsNoProblem() {
        assertThatThrownBy(() -> DetailsPatch.read(request(
                        "application/json", -1, new FailingStream(body("{}").readAllBytes(), 1))))
                .isInstanceOf(IOException.class)
                .hasMessage(FailingStream.MESSAGE);
    }

    private static ImageDetails patched(ImageDetails before, String patch) {
        return DetailsPatch.parse(json(patch)).apply(before);
    }

    private static List<String> fieldsInError(String patch) {
        return refusal(patch).errors().stream().map(Problem.FieldError::field).toList();
    }

    private static Problem refusal(String patch) {
        return catchThrowableOfType(ProblemException.class, () -> DetailsPatch.parse(json(patch)))
                .problem();
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> map(String text) {
        return JsonMapper.shared().readValue(json(text), new TypeReference<LinkedHashMap<String, String>>() {});
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(json(text));
    }

    private static Request request(String type, long contentLength, InputStream body) {
        return new Request("PATCH", "/images/x", "", Headers.of("Content-Type", type), contentLength, body);
    }
}
