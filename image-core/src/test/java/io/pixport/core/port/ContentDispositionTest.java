package io.pixport.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.core.model.FileName;
import io.pixport.core.model.InvalidValueException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDispositionTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "sunset.jpg  | attachment; filename=\"sunset.jpg\"",
                "my sunset.jpg | attachment; filename=\"my sunset.jpg\"",
                "a\"b.png     | attachment; filename=\"a_b.png\"; filename*=UTF-8''a%22b.png",
                "100%.gif    | attachment; filename=\"100_.gif\"; filename*=UTF-8''100%25.gif",
                "\u00fcber.jpg   | attachment; filename=\"_ber.jpg\"; filename*=UTF-8''%C3%BCber.jpg",
                "\u5199\u771f.jpg | attachment; filename=\"__.jpg\"; filename*=UTF-8''%E5%86%99%E7%9C%9F.jpg"
            })
    void a_name_is_given_in_ascii_and_where_that_is_not_all_in_full(String name, String header) {
        assertThat(new ContentDisposition(true, new FileName(name)).header()).isEqualTo(header);
    }

    @Property
    void any_name_is_one_header_line_from_which_it_can_be_read_back(@ForAll String text) {
        FileName name;
        try {
            name = new FileName(text);
        } catch (InvalidValueException noName) {
            Assume.that(false);
            return;
        }
        String header = new ContentDisposition(false, name).header();

        assertThat(header).matches("inline; filename=\"[ !#-\\[\\]-~]*\"(; filename\\*=UTF-8''[!-~]+)?");
        assertThat(readBack(header)).isEqualTo(name.value());
    }

    private static String readBack(String header) {
        int encoded = header.indexOf("UTF-8''");
        return encoded >= 0
                ? URLDecoder.decode(header.substring(encoded + 7).replace("+", "%2B"), StandardCharsets.UTF_8)
                : header.substring(header.indexOf('"') + 1, header.lastIndexOf('"'));
    }
}
