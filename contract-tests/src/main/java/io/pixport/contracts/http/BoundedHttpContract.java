package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.Multipart;
import io.pixport.core.model.UserId;
import io.pixport.http.PayloadLimits;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Everything that the HTTP API promises behind an entry that carries payloads of limited size, such as a function: larger
 * images go to the store and come from there without passing it.
 */
public interface BoundedHttpContract extends HttpContract {
    @Override
    PayloadLimits payloadLimits();

    @Test
    default void theLimitsOfPayloadsAreReported(Api api) {
        assertThat(api.get("/limits"))
                .has("/max_request_body", (int) payloadLimits().maxRequest())
                .has("/max_response_body", (int) payloadLimits().maxResponse());
    }

    @Test
    default void anUploadOfTheLargestBodyIsTaken(Api api) {
        byte[] largest = ImageMaker.jpegOfSize((int) payloadLimits().maxRequest());

        Answer uploaded = api.send(raw(largest));

        assertThat(uploaded).hasStatus(201).has("/metadata/size", largest.length);
        assertThat(api.get("/images/" + Api.idOf(uploaded) + "/content").body()).isEqualTo(largest);
    }

    @Test
    default void anUploadOfALargerBodyIsRefusedAndSentToTheStore(Api api) {
        byte[] tooLarge = ImageMaker.jpegOfSize((int) payloadLimits().maxRequest() + 1);
        Multipart form = new Multipart().field("user_id", Fresh.user().value()).file("file", "a.jpg", tooLarge);
        byte[] inJson = Arrays.copyOf(tooLarge, tooLarge.length * 3 / 4 + 3);
        String json = "{\"user_id\": \"%s\", \"image\": \"%s\"}"
                .formatted(Fresh.user(), Base64.getEncoder().encodeToString(inJson));

        for (Call call : List.of(
                raw(tooLarge),
                raw(tooLarge).unannounced(),
                Call.post("/images").multipart(form),
                Call.post("/images").json(json))) {
            assertThat(api.sendInVain(call))
                    .isProblem(413)
                    .naming("file")
                    .saying("POST /uploads")
                    .has("/limit", (int) payloadLimits().maxRequest());
        }
    }

    @Test
    default void whatIsTooLargeForABodyIsUploadedDirectly(Api api) {
        byte[] tooLarge = ImageMaker.jpegOfSize((int) payloadLimits().maxRequest() + 1);

        DirectUpload upload = DirectUpload.sent(api, DirectUpload.link(Fresh.user(), tooLarge), tooLarge);

        assertThat(upload.complete()).hasStatus(200).has("/metadata/size", tooLarge.length);
        assertThat(api.get("/images/" + upload.id() + "/content").body()).isEqualTo(tooLarge);
    }

    @Test
    default void theContentIsAtALinkThatNobodyKeeps(Api api) {
        String id = api.uploaded(Fresh.user());

        Answer redirect = api.sendOnce(Call.get("/images/" + id + "/content"));

        assertThat(redirect).hasStatus(307).hasNoHeader("ETag");
        assertThat(redirect.header("Cache-Control")).contains("no-store");
        assertThat(redirect.body()).isEmpty();
        assertThat(api.follow(redirect.header("Location")).body()).isEqualTo(Api.SMALL);
    }

    @Test
    default void imageDataThatDoesNotFitIsRefusedWithTheLink(Api api) {
        byte[] large = ImageMaker.jpegOfSize((int) payloadLimits().maxResponse() / 4 * 3);
        assertThat((long) large.length).isLessThanOrEqualTo(payloadLimits().maxRequest());
        String image = "/images/" + Api.idOf(api.send(raw(large)));

        Answer refused = api.get(image + "?download=true");

        assertThat(refused).isProblem(422).saying("link").has("/limit", (int)
                payloadLimits().maxResponse());
        Answer followed = api.follow(refused.textAt("/url"));
        assertThat(followed.body()).isEqualTo(large);
        assertThat(followed.header("Content-Disposition")).startsWith("attachment");
        assertThat(api.get(image)).hasStatus(200);
    }

    @Test
    default void anExportIsPagesOfLinks(Api api) {
        UserId user = Fresh.user();
        String older = api.uploaded(user);
        api.clock().advance(Duration.ofSeconds(1));
        String newer = api.uploaded(user);
        String export = "/users/" + user + "/export?limit=1";

        Answer first = api.get(export);
        Answer second = api.get(export + "&page_token=" + first.textAt("/next_page_token"));

        assertThat(Api.ids(first)).containsExactly(newer);
        assertThat(Api.ids(second)).containsExactly(older);
        assertThat(first)
                .hasHeader("Cache-Control", "private, no-store")
                .has("/images/0/metadata/status", "active")
                .has("/has_more", true);
        assertThat(second).has("/has_more", false);
        Answer bytes = api.follow(second.textAt("/images/0/url"));
        assertThat(bytes.body()).isEqualTo(Api.SMALL);
        assertThat(bytes.header("Content-Disposition")).startsWith("attachment");
        assertThat(api.send(Call.get(export).by(Fresh.user()))).isProblem(403);
        assertThat(api.send(Call.get(export).header("Accept", "application/zip")))
                .isProblem(406);
    }

    private static Call raw(byte[] image) {
        UserId user = Fresh.user();
        return Call.post("/images").body("image/jpeg", image).query("user_id", user.value());
    }
}
