package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.core.model.ImageId;
import io.pixport.core.port.Position;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokensTest {
    private final PageTokens tokens = new PageTokens(Secret.of("a secret of at least thirty-two bytes"));

    @Property
    void a_token_gives_its_position_back_for_its_list_alone(
            @ForAll("positions") Position position, @ForAll String list, @ForAll String otherList) {
        String token = tokens.encode(position, list);

        assertThat(tokens.decode(token, list)).isEqualTo(position);
        assertThat(token).matches("[A-Za-z0-9_-]+");
        if (!list.equals(otherList)) {
            assertRefused(token, otherList);
        }
    }

    @Property
    void a_token_with_another_character_is_refused(
            @ForAll("positions") Position position,
            @ForAll @IntRange(max = 55) int at,
            @ForAll("characters") char other) {
        String token = tokens.encode(position, "list");
        assertThat(token).hasSize(56);
        StringBuilder altered = new StringBuilder(token);
        altered.setCharAt(at, other);
        if (!altered.toString().equals(token)) {
            assertRefused(altered.toString(), "list");
        }
    }

    @Property
    void what_somebody_made_up_is_refused(@ForAll String token) {
        assertRefused(token, "list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "====", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_is_no_token_is_refused(String token) {
        assertRefused(token, "list");
    }

    @Property
    void a_token_of_another_secret_is_refused(@ForAll("positions") Position position) {
        String token = new PageTokens(Secret.of("another secret of at least 32 bytes")).encode(position, "list");

        assertRefused(token, "list");
    }

    private void assertRefused(String token, String list) {
        assertThatThrownBy(() -> tokens.decode(token, list)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().type()).isEqualTo(ProblemType.INVALID_REQUEST);
            assertThat(e.problem().errors().getFirst().field()).isEqualTo("page_token");
        });
    }

    @Provide
    Arbitrary<Position> positions() {
        Arbitrary<Long> millis = Arbitraries.longs().between(0, 1L << 47);
        return Combinators.combine(millis, Arbitraries.longs(), Arbitraries.longs())
                .as((time, high, low) -> new Position(
                        Instant.ofEpochMilli(time),
                        new ImageId(new UUID(
                                (high & ~0xF000L) | 0x7000, (low & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE))));
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().alpha().numeric().with('-', '_', '=', '+', '/', ' ', '\u00e9');
    }
}
