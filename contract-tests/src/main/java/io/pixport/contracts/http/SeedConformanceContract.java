package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.http.SeedRequest.Known;
import io.pixport.core.model.UserId;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request printed in the five seed documents is answered as they say. */
public interface SeedConformanceContract extends HttpFixture {
    @ParameterizedTest
    @MethodSource("io.pixport.contracts.http.SeedRequests#all")
    default void aPrintedRequestIsAnsweredAsItsDocumentSays(SeedRequest request, ApiBuilder builder) {
        Api api = builder.basePath("/dev").start();
        String id = api.uploaded(
                new UserId("user123"), "title", "Beautiful Sunset", "tags", "sunset,nature,beach,vacation");

        Answer answer = api.send(request.call().apply(new Known(id)));

        assertThat(answer).hasStatus(request.status());
        assertThat(request.documented()).isNotEmpty().allSatisfy(expected -> assertDocumented(answer, expected));
    }

    private static void assertDocumented(Answer answer, String expected) {
        if (!expected.startsWith("/")) {
            assertThat(answer.header("Content-Type")).startsWith(expected);
            return;
        }
        String[] parts = expected.split("=", 2);
        Object value = answer.at(parts[0]);
        assertThat(value).as("%s of %s", parts[0], answer).isNotNull();
        if (parts.length == 2) {
            assertThat(value).as(parts[0]).hasToString(parts[1]);
        }
    }

    @Test
    default void allFiveDocumentsAreInTheTable() {
        assertThat(SeedRequests.all().map(SeedRequest::document).distinct())
                .containsExactly("000", "001", "002", "003", "004");
    }

    /** 000:350 to 363: download and save. */
    @Test
    default void whatDocument000SavesIsTheImage(Api api) {
        String id = api.uploaded(new UserId("user123"));

        Answer answer = api.get("/images/" + id + "?download=true");

        assertThat(Base64.getDecoder().decode(answer.textAt("/image_data"))).isEqualTo(Api.SMALL);
    }

    /** 003:307 to 337: the whole program, in its order. */
    @Test
    default void theProgramOfDocument003Runs(ApiBuilder builder) {
        Api api = builder.basePath("/dev").start();
        List<SeedRequest> program = SeedRequests.all()
                .filter(request -> request.document().equals("003") && request.line() >= 319)
                .toList();

        Answer uploaded = api.send(program.get(0).call().apply(new Known("")));
        Known known = new Known(Api.idOf(uploaded));
        Answer listed = api.send(program.get(1).call().apply(known));
        Answer metadata = api.send(program.get(2).call().apply(known));
        Answer download = api.send(program.get(3).call().apply(known));
        Answer image = api.follow(download.textAt("/download_url"));
        Answer deleted = api.send(program.get(4).call().apply(known));

        assertThat(listed).has("/images/0", uploaded.at("/metadata"));
        assertThat(metadata).has("/metadata", uploaded.at("/metadata"));
        assertThat(image.body()).isEqualTo(Api.SMALL);
        assertThat(deleted).hasStatus(200);
        assertThat(api.get(known.path("/dev/images/{image_id}"))).isProblem(404);
    }
}
