package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64EncodingStreamTest {
    @Property
    void what_is_read_is_the_base64_of_the_source_and_as_long_as_was_said(@ForAll @Size(max = 200) byte[] bytes)
            throws IOException {
        assertEncodes(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {49_151, 49_152, 49_153, 98_304, 200_000})
    void chunks_join_without_a_seam(int size) throws IOException {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31);
        }
        assertEncodes(bytes);
    }

    private static void assertEncodes(byte[] bytes) throws IOException {
        try (Base64EncodingStream stream = new Base64EncodingStream(new ByteArrayInputStream(bytes))) {
            byte[] encoded = stream.readAllBytes();

            assertThat(encoded).isEqualTo(Base64.getEncoder().encode(bytes));
            assertThat(Base64EncodingStream.encodedLength(bytes.length)).isEqualTo(encoded.length);
        }
    }
}
