package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QueryTest {
    @Test
    void namesHaveTheirValuesInOrder() {
        Query query = Query.parse("tag=b&limit=5&tag=a+c&&flag&empty=&x=1=2");
        assertThat(query.all("tag")).containsExactly("b", "a c");
        assertThat(query.single("limit")).isEqualTo("5");
        assertThat(query.single("flag")).isEmpty();
        assertThat(query.single("empty")).isEmpty();
        assertThat(query.single("x")).isEqualTo("1=2");
        assertThat(query.single("other")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "title=%, title", "title=%4, title", "title=%zz, title", "title=%+4, title", "title=%FF, title",
        "title=%C3, title", "title=%ED%A0%80, title", "title=%C0%80, title", "title=ü, title", "a=1&%FF=b, %FF"
    })
    void whatIsNotPercentEncodedUtf8IsRefusedByName(String raw, String name) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> Query.parse(raw));
        assertThat(refused.problem().type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(refused.problem().errors()).singleElement().satisfies(e -> assertThat(e.field())
                .isEqualTo(name));
    }

    @Test
    void aSingleParameterIsGivenOnce() {
        Query query = Query.parse("limit=1&limit=2");
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> query.single("limit"));
        assertThat(refused.problem().errors()).singleElement().satisfies(e -> assertThat(e.field())
                .isEqualTo("limit"));
    }

    @Test
    void thereAreNotTooManyParameters() {
        assertThat(Query.parse("a&".repeat(1000)).all("a")).hasSize(1000);
        assertThat(catchThrowableOfType(ProblemException.class, () -> Query.parse("a&".repeat(1001))))
                .isNotNull();
    }

    @Test
    void aPlusSignIsASpaceInQueriesOnly() {
        assertThat(Query.decode("tag", "a+b%20c")).isEqualTo("a+b c");
    }

    @Test
    void valuesAreNotShown() {
        assertThat(Query.parse("token=secret")).hasToString("[token]");
    }

    @Property
    void whateverIsEncodedIsDecoded(@ForAll("pairs") List<Map.Entry<String, String>> pairs) {
        Query query = Query.parse(pairs.stream()
                .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&")));
        List<Map.Entry<String, String>> decoded = new ArrayList<>();
        query.forEach((name, value) -> decoded.add(Map.entry(name, value)));
        assertThat(decoded).containsExactlyInAnyOrderElementsOf(pairs);
        pairs.forEach(pair -> assertThat(query.all(pair.getKey()))
                .containsExactlyElementsOf(pairs.stream()
                        .filter(other -> other.getKey().equals(pair.getKey()))
                        .map(Map.Entry::getValue)
                        .toList()));
    }

    @Provide
    Arbitrary<List<Map.Entry<String, String>>> pairs() {
        Arbitrary<String> names = Arbitraries.strings().withChars("ab+&=% é").ofMaxLength(2);
        Arbitrary<String> values = Arbitraries.strings().map(QueryTest::wellFormed);
        return Combinators.combine(names, values).as(Map::entry).list().ofMaxSize(20);
    }

    @Property
    void anyTextIsParsedOrRefused(@ForAll String raw) {
        try {
            Query.parse(raw).forEach((name, value) -> assertThat(value).isNotNull());
        } catch (ProblemException refused) {
            assertThat(refused.problem().type()).isEqualTo(ProblemType.INVALID_REQUEST);
        }
    }

    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
