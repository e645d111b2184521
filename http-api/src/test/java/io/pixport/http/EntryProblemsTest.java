package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EntryProblemsTest {
    @Test
    void sayWhatHappenedUnderTheIdOfTheRequest() {
        assertIs(EntryProblems.internal("r1"), 500, "the request id names it in the log");
        assertIs(EntryProblems.outOfTime("r1"), 503, "took too long");
        assertIs(EntryProblems.responseTooLarge(4000, "r1"), 422, "4000 bytes");
    }

    @Test
    void sayWhenToTryAgain() {
        assertThat(EntryProblems.outOfTime("r1").headers().first("Retry-After")).contains("1");
    }

    private static void assertIs(Response response, int status, String words) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().first("Content-Type")).contains(ProblemJson.CONTENT_TYPE);
        assertThat(new String(response.body().bytes(), StandardCharsets.UTF_8))
                .contains(words)
                .contains("\"instance\":\"r1\"");
    }
}
