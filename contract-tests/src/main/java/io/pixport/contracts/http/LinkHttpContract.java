package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.core.model.UserId;
import io.pixport.http.Headers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a presigned link that an answer holds is good for, to somebody who has nothing else. */
public interface LinkHttpContract extends HttpFixture {
    @Test
    default void aLinkNeedsNoCredentials(ApiBuilder builder) {
        Api api = builder.callersNamed().start();
        UserId user = Fresh.user();
        String id = Api.idOf(api.send(Api.uploading(user).by(user)));

        Answer followed = api.follow(link(api, id));

        assertThat(followed).hasStatus(200).hasHeader("Content-Type", "image/jpeg");
        assertThat(followed.body()).isEqualTo(Api.SMALL);
    }

    @Test
    default void aLinkCanBeFollowedAgainAndInParts(Api api) {
        String link = link(api, api.uploaded(Fresh.user()));

        assertThat(api.follow(link)).hasStatus(200);
        Answer part = api.follow("GET", link, Headers.of("Range", "bytes=10-19"));
        assertThat(part).hasStatus(206).hasHeader("Content-Range", "bytes 10-19/" + Api.SMALL.length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(Api.SMALL, 10, 20));
        assertThat(api.follow(link)).hasStatus(200);
    }

    @Test
    default void aLinkIsGoodForReadingOnly(Api api) {
        String id = api.uploaded(Fresh.user());
        String link = link(api, id);

        for (String method : List.of("PUT", "POST", "DELETE", "PATCH", "HEAD")) {
            assertThat(api.follow(method, link).status()).as(method).isBetween(400, 499);
        }

        assertThat(api.follow(link).body()).isEqualTo(Api.SMALL);
    }

    @Test
    default void aLinkIsRefusedWhichCharacterOfItsQueryIsAltered(Api api) {
        String link = link(api, api.uploaded(Fresh.user()));
        int query = link.indexOf('?') + 1;

        List<String> accepted = IntStream.range(query, link.length())
                .mapToObj(i -> altered(link, i))
                .filter(altered -> api.follow(altered).status() < 400)
                .toList();

        assertThat(accepted).isEmpty();
    }

    @Test
    default void aLinkOfOneImageDoesNotOpenAnother(Api api) {
        String one = api.uploaded(Fresh.user());
        String other = api.uploaded(Fresh.user());

        assertThat(api.follow(link(api, one).replace(one, other)).status()).isEqualTo(403);
    }

    @Test
    default void aLinkCannotBeGivenALongerLife(Api api) {
        String link = link(api, api.uploaded(Fresh.user()));

        assertThat(api.follow(link + "&expires=99999999999").status()).isBetween(400, 499);
        assertThat(api.follow(link.substring(0, link.indexOf('?'))).status()).isBetween(400, 499);
    }

    @Test
    default void aLinkThatHasExpiredIsRefused(ApiBuilder builder) {
        Api api = builder.startingAgo(Duration.ofHours(2)).start();
        String link = link(api, api.uploaded(Fresh.user()));

        api.clock().advance(Duration.ofHours(2));

        assertThat(api.follow(link)).hasStatus(403);
    }

    @Test
    default void aLinkLivesAsLongAsItWasAskedTo(ApiBuilder builder) {
        Api api = builder.startingAgo(Duration.ofHours(2)).start();
        String id = api.uploaded(Fresh.user());
        String link = api.get("/images/" + id + "?expires_in=10800").textAt("/url");

        api.clock().advance(Duration.ofHours(2));

        assertThat(api.follow(link)).hasStatus(200);
    }

    @Test
    default void aLinkEndsWithItsImage(Api api) {
        String id = api.uploaded(Fresh.user());
        String link = link(api, id);

        assertThat(api.send(Call.delete("/images/" + id + "?permanent=true"))).hasStatus(200);

        assertThat(api.follow(link)).hasStatus(404);
    }

    @Test
    default void aLinkIsForAnImageThatIsThere(Api api) {
        assertThat(api.get("/images/a1b2c3d4-e5f6-7890-abcd-ef1234567890/download"))
                .isProblem(404);
    }

    private static String link(Api api, String id) {
        return api.get("/images/" + id).textAt("/url");
    }

    private static String altered(String link, int at) {
        char other = link.charAt(at) == '1' ? '2' : '1';
        return link.substring(0, at) + other + link.substring(at + 1);
    }
}
