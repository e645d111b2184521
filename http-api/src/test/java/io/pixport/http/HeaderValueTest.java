package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class HeaderValueTest {
    @Test
    void valuesAndNamesAreReadInAnyCase() {
        assertThat(HeaderValue.parse(" Multipart/Form-Data ; Boundary=AbC; charset = \"utf-8\" "))
                .isEqualTo(new HeaderValue("multipart/form-data", Map.of("boundary", "AbC", "charset", "utf-8")));
    }

    @Test
    void quotesHoldSemicolonsAndEscapes() {
        assertThat(HeaderValue.parse("form-data; name=\"a;b\"; filename=\"say \\\"hi\\\"; \\\\.png\"")
                        .parameters())
                .isEqualTo(Map.of("name", "a;b", "filename", "say \"hi\"; \\.png"));
    }

    @Test
    void pathsOfWindowsStayWhole() {
        assertThat(HeaderValue.parse("form-data; filename=\"C:\\photos\\sea.jpg\"")
                        .parameter("filename"))
                .isEqualTo("C:\\photos\\sea.jpg");
    }

    @Test
    void whatIsNoParameterIsPassedOver() {
        assertThat(HeaderValue.parse("a/b;;=x;y;z=1;z=2")).isEqualTo(new HeaderValue("a/b", Map.of("z", "1")));
        assertThat(HeaderValue.parse(null)).isEqualTo(new HeaderValue("", Map.of()));
    }

    @Property
    void anyTextCanBeRead(@ForAll String text) {
        assertThat(HeaderValue.parse(text + ";a=\"" + text).value()).isNotNull();
    }
}
