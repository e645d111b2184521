package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class Base64StreamTest {
    private static final int RUN = 8 * 1024;

    @Property
    void bytesComeBack(@ForAll byte[] bytes, @ForAll @IntRange(min = 1, max = 9) int atATime) throws IOException {
        String text = Base64.getEncoder().encodeToString(bytes);
        assertThat(decoded(text, atATime)).isEqualTo(bytes);
        assertThat(decoded(text.replace("=", ""), atATime)).isEqualTo(bytes);
        assertThat(decoded(Base64.getMimeEncoder(76, new byte[] {'\r', '\n'}).encodeToString(bytes) + "\r\n", atATime))
                .isEqualTo(bytes);
        assertThat(decoded(String.join(" \t\n", text.split("", -1)), atATime)).isEqualTo(bytes);
    }

    @Test
    void runsMayEndAnywhere() throws IOException {
        byte[] bytes = new byte[RUN];
        new Random(7).nextBytes(bytes);
        for (int length = RUN / 4 * 3 - 5; length <= RUN / 4 * 3 + 5; length++) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertThat(decoded(Base64.getEncoder().encodeToString(part), RUN)).isEqualTo(part);
            assertThat(decoded(" " + Base64.getEncoder().encodeToString(part), 1))
                    .isEqualTo(part);
        }
    }

    @Test
    void escapesMayBeCutAnywhere() throws IOException {
        byte[] bytes = new byte[300];
        Arrays.fill(bytes, (byte) 0xFF);
        String text = Base64.getEncoder().encodeToString(bytes);
        String escaped =
                text.replace("/", "\\/").replaceFirst("\\\\/", "\\\\u002f").replaceFirst("\\\\/", "\\\\n\\\\/");
        for (int before = RUN - 12; before <= RUN + 2; before++) {
            byte[] json = (" ".repeat(before) + escaped + "\" }").getBytes(StandardCharsets.US_ASCII);
            int length = before + escaped.length();
            for (int atATime : new int[] {1, 2, 3, json.length}) {
                assertThat(new Base64Stream(new JsonText(new DripStream(json, atATime), length)).readAllBytes())
                        .isEqualTo(bytes);
            }
        }
    }

    @Test
    void everyEscapeIsUndone() throws IOException {
        String escaped = "a\\b\\f\\n\\r\\t\\\"\\\\\\/\\u0041\\u00e9\\u20AC";
        InputStream in = new ByteArrayInputStream(escaped.getBytes(StandardCharsets.US_ASCII));
        byte[] expected = "a\b\f\n\r\t\"\\/A\u00ff\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new JsonText(in, escaped.length()).readAllBytes()).isEqualTo(expected);
    }

    private static byte[] decoded(String text, int atATime) throws IOException {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        return new Base64Stream(new DripStream(ascii, atATime)).readAllBytes();
    }
}
