package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How a list is walked, page by page. */
public interface PagingHttpContract extends HttpFixture {
    @Test
    default void everyPageButTheLastHoldsExactlyTheLimit(Api api) {
        UserId user = Fresh.user();
        List<String> newestFirst = uploaded(api, user, 5);

        for (int limit = 1; limit <= 6; limit++) {
            List<Answer> pages = walk(api, "/images?user_id=" + user + "&limit=" + limit);
            List<List<String>> ids = pages.stream().map(Api::ids).toList();

            assertThat(ids.stream().flatMap(List::stream)).containsExactlyElementsOf(newestFirst);
            assertThat(ids.subList(0, ids.size() - 1))
                    .allSatisfy(full -> assertThat(full).isNotEmpty());
            for (Answer page : pages.subList(0, pages.size() - 1)) {
                assertThat(page).has("/count", limit).has("/has_more", true);
            }
            assertThat(pages.getLast()).has("/has_more", false).has("/next_page_token", null);
        }
    }

    @Test
    default void aPageHasTwentyImagesUnlessAskedOtherwise(Api api) {
        UserId user = Fresh.user();
        uploaded(api, user, 21);

        assertThat(api.get("/images?user_id=" + user)).has("/count", 20).has("/has_more", true);
        assertThat(api.get("/images?limit=100&user_id=" + user))
                .has("/count", 21)
                .has("/has_more", false);
    }

    @Test
    default void theLinkHeaderLeadsToTheNextPage(Api api) {
        Tag tag = Fresh.tag();
        UserId user = Fresh.user();
        List<String> ids = uploaded(api, user, 3, "tags", "new york," + tag);
        for (String list : List.of(
                "/images?user_id=" + user + "&limit=2",
                "/users/" + user + "/images?limit=2&tag=new%20york",
                "/tags/" + tag + "/images?tag=new+york&limit=2")) {
            Answer first = api.get(list);

            Answer second = api.follow(next(first));

            assertThat(Api.ids(first)).containsExactlyElementsOf(ids.subList(0, 2));
            assertThat(Api.ids(second)).containsExactlyElementsOf(ids.subList(2, 3));
            assertThat(second).hasNoHeader("Link");
        }
    }

    private static String next(Answer page) {
        Matcher link = Pattern.compile("<([^>]*)>; rel=\"next\"").matcher(page.header("Link"));
        assertThat(link.matches()).as("Link: %s", page.header("Link")).isTrue();
        return link.group(1);
    }

    @Test
    default void whatWasThereThroughoutIsSeenOnceWhileOthersComeAndGo(Api api) {
        UserId user = Fresh.user();
        List<String> ids = uploaded(api, user, 6);
        String list = "/images?limit=2&user_id=" + user;
        Answer first = api.get(list);

        String atThePosition = ids.get(1);
        String ahead = ids.get(3);
        assertThat(api.send(Call.delete("/images/" + atThePosition))).hasStatus(200);
        assertThat(api.send(Call.delete("/images/" + ahead))).hasStatus(200);
        api.uploaded(user);
        List<String> rest = new ArrayList<>();
        walk(api, list + "&page_token=" + first.textAt("/next_page_token")).forEach(page -> rest.addAll(Api.ids(page)));

        assertThat(rest).containsExactly(ids.get(2), ids.get(4), ids.get(5));
    }

    @Test
    default void theLimitMayChangeFromPageToPage(Api api) {
        UserId user = Fresh.user();
        List<String> ids = uploaded(api, user, 4);
        String token = api.get("/images?limit=1&user_id=" + user).textAt("/next_page_token");

        assertThat(api.ids("/images?limit=3&user_id=" + user + "&page_token=" + token))
                .containsExactlyElementsOf(ids.subList(1, 4));
    }

    @Test
    default void aTokenOfOtherFiltersIsRefused(Api api) {
        UserId user = Fresh.user();
        Tag tag = Fresh.tag();
        uploaded(api, user, 2, "tags", tag.value());
        String token = api.get("/images?limit=1&user_id=" + user).textAt("/next_page_token");

        for (String other : List.of(
                "/images?limit=1",
                "/images?user_id=" + Fresh.user(),
                "/images?user_id=" + user + "&tag=" + tag,
                "/images?user_id=" + user + "&not_tags=x",
                "/images?user_id=" + user + "&content_type=image/jpeg",
                "/images?user_id=" + user + "&start_date=2001-01-01",
                "/images?user_id=" + user + "&end_date=2999-01-01",
                "/tags/" + tag + "/images?limit=1",
                "/users/" + user + "/trash?limit=1")) {
            String separator = other.contains("?") ? "&" : "?";
            assertThat(api.get(other + separator + "page_token=" + token))
                    .isProblem(400)
                    .naming("page_token");
        }
    }

    @Test
    default void aTokenIsRefusedWhicheverOfItsCharactersIsAltered(Api api) {
        UserId user = Fresh.user();
        uploaded(api, user, 2);
        String list = "/images?limit=1&user_id=" + user + "&page_token=";
        String token = api.get(list.replace("&page_token=", "")).textAt("/next_page_token");

        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String altered = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(api.get(list + altered)).isProblem(400).naming("page_token");
        }
    }

    @Test
    default void aLastCharacterThatDecodesToTheSameBytesIsRefusedToo(Api api) {
        UserId user = Fresh.user();
        uploaded(api, user, 2);
        String list = "/images?limit=1&user_id=" + user + "&page_token=";
        String token = api.get(list.replace("&page_token=", "")).textAt("/next_page_token");
        String start = token.substring(0, token.length() - 1);

        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        List<String> accepted = alphabet.chars()
                .mapToObj(c -> start + (char) c)
                .filter(altered -> api.get(list + altered).status() == 200)
                .toList();

        assertThat(accepted).containsExactly(token);
    }

    @Test
    default void aTokenThatNobodyGaveIsRefused(Api api) {
        for (String made : List.of("x", "AAAA", "%00", "../..", "e30=", "%F0%9F%8C%85", "0".repeat(5000))) {
            assertThat(api.get("/images?page_token=" + made)).isProblem(400).naming("page_token");
        }
    }

    @Test
    default void aTokenSignedWithAnotherSecretIsRefused(ApiBuilder builder, ApiBuilder other) {
        Api api = builder.start();
        Api elsewhere = other.beside(api)
                .secret("another secret, which has 32 bytes too")
                .start();
        UserId user = Fresh.user();
        uploaded(api, user, 2);
        String list = "/images?limit=1&user_id=" + user;
        String token = elsewhere.get(list).textAt("/next_page_token");

        assertThat(api.get(list + "&page_token=" + token)).isProblem(400).naming("page_token");
    }

    private static List<String> uploaded(Api api, UserId user, int number, String... fields) {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            newestFirst.addFirst(api.uploaded(user, fields));
        }
        return newestFirst;
    }

    private static List<Answer> walk(Api api, String list) {
        List<Answer> pages = new ArrayList<>();
        pages.add(api.get(list));
        while (Boolean.TRUE.equals(pages.getLast().at("/has_more")) && pages.size() < 100) {
            String token = pages.getLast().textAt("/next_page_token");
            pages.add(api.get(list.replaceAll("&page_token=.*", "") + "&page_token=" + token));
        }
        return pages;
    }
}
