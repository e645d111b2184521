package io.pixport.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"user123", "A", "a.b_c:d@e-f", "0"})
    void a_user_id_is_made_of_a_few_characters(String text) {
        assertThat(new UserId(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b", "a b", "\u00e4", "a\n", "a\0", "\ud800", "a%2fb"})
    void what_has_another_character_is_no_user_id(String text) {
        assertThatThrownBy(() -> new UserId(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("A-Z a-z 0-9");
    }

    @ParameterizedTest
    @CsvSource({
        "Sunset, sunset",
        "'  beach  ', beach",
        "New York, new york",
        "STRASSE_1-2, strasse_1-2",
        "\u00c4pfel, \u00e4pfel",
        "A\u0308pfel, \u00e4pfel",
        "\u0939\u093f\u0928\u094d\u0926\u0940, \u0939\u093f\u0928\u094d\u0926\u0940",
        "\u5199\u771f, \u5199\u771f"
    })
    void a_tag_is_trimmed_normalized_and_in_lower_case(String text, String value) {
        assertThat(new Tag(text).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a/b", "a,b", "#sunset", "a\tb", "\u0007", "a\ud800", "\ud83d\ude00"})
    void what_has_other_characters_is_no_tag(String text) {
        assertThatThrownBy(() -> new Tag(text)).isInstanceOf(InvalidValueException.class);
    }

    @Property
    void a_tag_made_of_a_tag_is_the_same_and_one_written_otherwise_is_too(@ForAll String text) {
        Tag tag;
        try {
            tag = new Tag(text);
        } catch (InvalidValueException refused) {
            Statistics.label("tag").collect("refused");
            return;
        }
        Statistics.label("tag").collect("taken");
        assertThat(new Tag(tag.value())).isEqualTo(tag);
        assertThat(new Tag(" " + Normalizer.normalize(tag.value(), Normalizer.Form.NFD) + " "))
                .isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "sunset.jpg, sunset.jpg",
        "C:\\fakepath\\sunset.jpg, sunset.jpg",
        "../../etc/passwd, passwd",
        "' a b.png ', a b.png",
        "\u5199\u771f.webp, \u5199\u771f.webp"
    })
    void of_a_path_only_the_last_part_is_a_file_name(String text, String value) {
        assertThat(new FileName(text).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "a/", "..", "a/.", "a\nb.jpg", "a\0.jpg", "\udc00.jpg"})
    void what_names_no_file_is_no_file_name(String text) {
        assertThatThrownBy(() -> new FileName(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void details_are_trimmed_and_absent_when_blank() {
        ImageDetails details =
                new ImageDetails("  Sunset ", "   ", "line 1\nline 2", List.of(), Map.of("camera", " X100V "));

        assertThat(details.title()).isEqualTo("Sunset");
        assertThat(details.description()).isNull();
        assertThat(details.altText()).isEqualTo("line 1\nline 2");
        assertThat(details.custom()).containsExactly(Map.entry("camera", " X100V "));
    }

    @Test
    void a_tag_that_is_given_twice_is_there_once_where_it_came_first() {
        ImageDetails details = ImageDetails.NONE.withTags(List.of(new Tag("b"), new Tag("a"), new Tag("B")));

        assertThat(details.tags()).extracting(Tag::value).containsExactly("b", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000b", "a\u0085b", "a\ud800b", "\udfff"})
    void a_title_is_one_line_of_sound_text(String title) {
        assertThatThrownBy(() -> ImageDetails.NONE.withTitle(title))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("title has");
    }

    @Test
    void what_is_quoted_in_a_message_is_short_and_has_no_control_characters() {
        assertThatThrownBy(() -> new UserId("\u001b[31m" + "x".repeat(1000)))
                .hasMessageNotContaining("\u001b")
                .message()
                .satisfies(message -> assertThat(message.length()).isLessThan(150));
    }

    @Test
    void a_digest_is_kept_in_lower_case() {
        String hex = "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855";

        assertThat(new Sha256(hex).hex()).isEqualTo(hex.toLowerCase(Locale.ROOT));
        assertThat(Sha256.of(Sha256.newDigest().digest())).isEqualTo(new Sha256(hex));
        assertThatThrownBy(() -> new Sha256("abc")).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource({"image/jpeg, JPEG", "IMAGE/JPG, JPEG", "image/png, PNG", "image/gif, GIF", "image/webp, WEBP"})
    void a_format_is_found_by_its_media_type(String contentType, ImageFormat format) {
        assertThat(ImageFormat.ofContentType(contentType)).contains(format);
        assertThat(ImageFormat.ofContentType("image/tiff")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "a1b2c3d4-e5f6-4890-abcd-ef1234567890",
                "0199b1c2-7a4e-7c31-cc55-0a4f5d1e2b3c",
                "0199b1c2-7a4e-7c31-9c55-0a4f5d1e2b3c0",
                "0199b1c2_7a4e_7c31_9c55_0a4f5d1e2b3c",
                "199b1c2-7a4e-7c31-9c55-0a4f5d1e2b3c"
            })
    void what_is_not_a_uuid_of_version_7_is_no_image_id(String text) {
        assertThat(ImageId.parse(text)).isEmpty();
    }
}
