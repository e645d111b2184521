package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.pixport.core.model.Tag;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class TagsFieldTest {
    private final FieldErrors errors = new FieldErrors();
    private final TagsField field = new TagsField(errors);

    @Property
    void allFourFormsMeanTheSame(@ForAll("tags") List<String> tags) {
        List<Tag> expected = tags.stream().map(Tag::new).toList();
        JsonNode array = JsonMapper.shared().valueToTree(tags);

        assertThat(read(field -> field.add(array))).isEqualTo(expected);
        assertThat(read(field -> field.add(array.toString()))).isEqualTo(expected);
        assertThat(read(field -> field.add(JsonMapper.shared().valueToTree(array.toString()))))
                .isEqualTo(expected);
        assertThat(read(field -> field.add(String.join(",", tags)))).isEqualTo(expected);
        assertThat(read(field -> tags.forEach(field::add))).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<String>> tags() {
        return Arbitraries.strings()
                .withChars("abcXYZ09 _-éßñ日本語")
                .ofMinLength(1)
                .ofMaxLength(50)
                .filter(text -> !text.isBlank())
                .list()
                .ofMaxSize(10);
    }

    private interface Filling {
        void fill(TagsField field);
    }

    private static List<Tag> read(Filling filling) {
        FieldErrors errors = new FieldErrors();
        TagsField field = new TagsField(errors);
        filling.fill(field);
        errors.throwIfAny();
        return field.tags();
    }

    @Test
    void whatIsBlankBetweenCommasIsNoTag() {
        field.add(" a,, b ,\t,");
        field.add("");
        assertThat(field.tags()).containsExactly(new Tag("a"), new Tag("b"));
        assertThatCode(errors::throwIfAny).doesNotThrowAnyException();
    }

    @Test
    void nullIsNoTag() {
        field.add(JsonMapper.shared().nullNode());
        assertThat(field.tags()).isEmpty();
        assertThatCode(errors::throwIfAny).doesNotThrowAnyException();
    }

    @Test
    void wrongTagsAreNamedByTheirPlaceAmongAll() {
        field.add("ok,!");
        field.add("[\"ok\", \"\", null, {}, \"#\"]");
        assertThat(fieldsInError()).containsExactly("tags[1]", "tags[3]", "tags[4]", "tags[5]", "tags[6]");
    }

    @Test
    void aBracketBeginsAnArray() {
        field.add("[sunset, nature]");
        field.add("[\"sunset\"");
        field.add("[\"sunset\"] [\"nature\"]");
        assertThat(fieldsInError()).containsExactly("tags", "tags", "tags");
    }

    private List<String> fieldsInError() {
        try {
            errors.throwIfAny();
            return List.of();
        } catch (ProblemException e) {
            return e.problem().errors().stream().map(Problem.FieldError::field).toList();
        }
    }
}
