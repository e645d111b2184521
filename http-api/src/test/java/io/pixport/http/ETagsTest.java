package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {
    private static final String CURRENT = "\"abc\"";

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "W/\"abc\"", "*", "\"x\", \"abc\"", "\"x\",W/\"abc\" , \"y\"", " \"abc\" "})
    void if_none_match_that_names_the_entity_spares_sending_it(String header) {
        assertThat(ETags.noneMatchFails(Headers.of("If-None-Match", header), CURRENT))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abd\"", "abc", "", "\"ab\", \"c\"", "W/\"abd\"", "\"a,\"abc\""})
    void if_none_match_that_does_not_name_it_changes_nothing(String header) {
        assertThat(ETags.noneMatchFails(Headers.of("If-None-Match", header), CURRENT))
                .isFalse();
    }

    @Test
    void several_header_lines_are_one_list() {
        Headers headers = Headers.of("If-None-Match", "\"x\"", "If-None-Match", CURRENT);

        assertThat(ETags.noneMatchFails(headers, CURRENT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"abc\"", "\"abd\"", "Sat, 21 Nov 2026 10:00:00 GMT"})
    void if_range_takes_a_strong_tag_only(String header) {
        assertThat(ETags.ifRangeHolds(Headers.of("If-Range", header), CURRENT)).isFalse();
        assertThat(ETags.ifRangeHolds(Headers.of("If-Range", CURRENT), CURRENT)).isTrue();
        assertThat(ETags.ifRangeHolds(Headers.of(), CURRENT)).isTrue();
    }

    @Test
    void if_match_names_versions_by_strong_tags() {
        assertThat(ETags.ifMatchNames(Headers.of("If-Match", "\"1\", \"2\""), "\"2\""))
                .isTrue();
        assertThat(ETags.ifMatchNames(Headers.of("If-Match", "W/\"2\""), "\"2\""))
                .isFalse();
        assertThat(ETags.ifMatchNames(Headers.of("If-Match", "2"), "\"2\"")).isFalse();
    }

    @Test
    void if_match_is_content_with_anything_when_absent_or_an_asterisk() {
        assertThat(ETags.ifMatchTakesAny(Headers.of())).isTrue();
        assertThat(ETags.ifMatchTakesAny(Headers.of("If-Match", "*"))).isTrue();
        assertThat(ETags.ifMatchTakesAny(Headers.of("If-Match", "\"1\""))).isFalse();
        assertThat(ETags.ifMatchTakesAny(Headers.of("If-Match", "garbage"))).isFalse();
    }
}
