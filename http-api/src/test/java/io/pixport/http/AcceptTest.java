package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/*",
                "text/html, application/json;q=0.1",
                "Application/JSON; charset=utf-8",
                "text/html;q=0, */*;q=0.5"
            })
    void what_the_client_takes_is_answered(String accept) {
        assertThatCode(() -> Accept.require(Headers.of("Accept", accept), List.of("application/json")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "image/*",
                "application/json;q=0",
                "*/*, application/json;q=0.000",
                "garbage",
                ";",
                " ; ;, "
            })
    void what_the_client_rules_out_is_406(String accept) {
        assertThatThrownBy(() -> Accept.require(Headers.of("Accept", accept), List.of("application/json")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.NOT_ACCEPTABLE));
    }

    @Test
    void no_header_takes_everything() {
        assertThatCode(() -> Accept.require(Headers.of(), List.of("application/json")))
                .doesNotThrowAnyException();
    }
}
