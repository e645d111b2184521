package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.Images;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which images a list shows, by its filters. */
public interface ListHttpContract extends HttpFixture {
    @Test
    default void aPageCountsItsImagesAndShowsThemWhole(Api api) {
        UserId user = Fresh.user();
        Answer uploaded = api.upload(user, "title", "T", "tags", "a", "filename", "f.jpg");

        Answer page = api.get("/images?user_id=" + user);

        assertThat(page)
                .hasStatus(200)
                .hasHeader("Content-Type", "application/json")
                .hasOnlyMembers("", Set.of("count", "images", "next_page_token", "has_more"))
                .has("/count", 1)
                .has("/has_more", false)
                .has("/next_page_token", null)
                .has("/images/0", uploaded.at("/metadata"));
    }

    @Test
    default void aListOfNothingIsAnEmptyPage(Api api) {
        assertThat(api.get("/images?user_id=" + Fresh.user()))
                .hasStatus(200)
                .has("/count", 0)
                .has("/images", List.of())
                .has("/has_more", false)
                .hasNoHeader("Link");
    }

    @Test
    default void theNewestComesFirst(Api api) {
        UserId user = Fresh.user();
        String first = api.uploaded(user);
        String second = api.uploaded(user);
        api.clock().advance(Duration.ofMillis(1));
        String third = api.uploaded(user);

        assertThat(api.ids("/images?user_id=" + user)).containsExactly(third, second, first);
    }

    @Test
    default void theListOfEverythingBeginsWithTheNewestOfAll(ApiBuilder builder) {
        Api api = builder.aloneInTime().start();
        String first = api.uploaded(Fresh.user());
        api.clock().advance(Duration.ofMillis(1));
        String second = api.uploaded(Fresh.user());

        Instant end = api.clock().advance(Duration.ofMillis(1));
        assertThat(api.ids("/images?limit=2&end_date=" + end)).containsExactly(second, first);
    }

    @Test
    default void aUsersImagesAreThatUsersAlone(Api api) {
        UserId user = Fresh.user();
        String own = api.uploaded(user);
        api.uploaded(Fresh.user());

        assertThat(api.ids("/images?user_id=" + user)).containsExactly(own);
        assertThat(api.ids("/users/" + user + "/images")).containsExactly(own);
    }

    @Test
    default void aUserInAPathMayBePercentEncoded(Api api) {
        UserId user = new UserId("me@" + Fresh.user() + ":x");
        String own = api.uploaded(user);

        assertThat(api.ids("/users/" + Call.encode(user.value()) + "/images")).containsExactly(own);
        assertThat(api.ids("/users/" + user + "/images")).containsExactly(own);
    }

    @Test
    default void aTagIsAWholeTagAndNotAPartOfOne(Api api) {
        Tag tag = Fresh.tag();
        api.uploaded(Fresh.user(), "tags", tag + "set");
        String exactly = api.uploaded(Fresh.user(), "tags", "other," + tag);

        assertThat(api.ids("/images?tag=" + tag)).containsExactly(exactly);
        assertThat(api.ids("/images?tags=" + tag)).containsExactly(exactly);
        assertThat(api.ids("/tags/" + tag + "/images")).containsExactly(exactly);
    }

    @Test
    default void aTagIsFoundHoweverItIsWritten(Api api) {
        Tag tag = Fresh.tag();
        String own = api.uploaded(Fresh.user(), "tags", "M\u00FCller " + tag);
        String shouted = Call.encode(" MU\u0308LLER " + tag.value().toUpperCase(Locale.ROOT));

        assertThat(api.ids("/images?tag=" + shouted)).containsExactly(own);
        assertThat(api.ids("/tags/" + shouted + "/images")).containsExactly(own);
        assertThat(api.ids("/tags/m%C3%BCller%20" + tag + "/images")).containsExactly(own);
        assertThat(api.ids("/images?tag=m%C3%BCller+" + tag)).containsExactly(own);
    }

    @Test
    default void ofSeveralTagsAllAreRequired(Api api) {
        Tag a = Fresh.tag();
        Tag b = Fresh.tag();
        api.uploaded(Fresh.user(), "tags", a.value());
        api.uploaded(Fresh.user(), "tags", b.value());
        String both = api.uploaded(Fresh.user(), "tags", a + "," + b);

        assertThat(api.ids("/images?tag=" + a + "&tag=" + b)).containsExactly(both);
        assertThat(api.ids("/images?tags=" + a + "," + b)).containsExactly(both);
        assertThat(api.ids("/images?tag=" + a + "&tags=" + b)).containsExactly(both);
        assertThat(api.ids("/images?tags=" + b + "," + a + "&tag_match=all")).containsExactly(both);
        assertThat(api.ids("/tags/" + a + "/images?tag=" + b)).containsExactly(both);
    }

    @Test
    default void anyOfSeveralTagsIsEnoughWhenAsked(Api api) {
        Tag a = Fresh.tag();
        Tag b = Fresh.tag();
        String onlyA = api.uploaded(Fresh.user(), "tags", a.value());
        String onlyB = api.uploaded(Fresh.user(), "tags", b.value());
        String both = api.uploaded(Fresh.user(), "tags", a + "," + b);
        api.uploaded(Fresh.user(), "tags", Fresh.tag().value());

        assertThat(api.ids("/images?tag_match=any&tags=" + a + "," + b)).containsExactly(both, onlyB, onlyA);
    }

    @Test
    default void unwantedTagsAreLeftOut(Api api) {
        UserId user = Fresh.user();
        api.uploaded(user, "tags", "night,city");
        String day = api.uploaded(user, "tags", "day,city");
        String plain = api.uploaded(user);
        api.uploaded(user, "tags", "rain");

        assertThat(api.ids("/images?user_id=" + user + "&not_tags=night,rain")).containsExactly(plain, day);
        assertThat(api.ids("/images?user_id=" + user + "&tag=city&not_tags=night"))
                .containsExactly(day);
    }

    @Test
    default void aContentTypeFilters(Api api) {
        UserId user = Fresh.user();
        String jpeg = api.uploaded(user);
        String png = api.uploaded(user, Images.bytes("good/rgba.png"));

        assertThat(api.ids("/images?user_id=" + user + "&content_type=image/jpeg"))
                .containsExactly(jpeg);
        assertThat(api.ids("/images?user_id=" + user + "&content_type=image%2Fpng"))
                .containsExactly(png);
        assertThat(api.ids("/images?user_id=" + user + "&content_type=image/webp"))
                .isEmpty();
    }

    @Test
    default void theStartIsInTheListAndTheEndIsNot(Api api) {
        UserId user = Fresh.user();
        List<String> ids = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            times.add(api.clock().advance(Duration.ofMillis(1)));
            ids.add(api.uploaded(user));
        }
        String list = "/images?user_id=" + user;

        assertThat(api.ids(list + "&start_date=" + times.get(1))).containsExactly(ids.get(2), ids.get(1));
        assertThat(api.ids(list + "&end_date=" + times.get(1))).containsExactly(ids.get(0));
        assertThat(api.ids(list + "&start_date=" + times.get(1) + "&end_date=" + times.get(2)))
                .containsExactly(ids.get(1));
    }

    @Test
    default void aDateMeansItsFirstMomentInUtc(Api api) {
        UserId user = Fresh.user();
        String own = api.uploaded(user);
        LocalDate today = LocalDate.ofInstant(api.clock().instant(), ZoneOffset.UTC);
        String list = "/images?user_id=" + user;

        assertThat(api.ids(list + "&start_date=" + today)).containsExactly(own);
        assertThat(api.ids(list + "&start_date=" + today.plusDays(1))).isEmpty();
        assertThat(api.ids(list + "&end_date=" + today)).isEmpty();
        assertThat(api.ids(list + "&end_date=" + today.plusDays(1))).containsExactly(own);
    }

    @Test
    default void aDateTimeMayHaveAnOffset(Api api) {
        UserId user = Fresh.user();
        String own = api.uploaded(user);
        String sameMoment =
                api.clock().instant().atOffset(ZoneOffset.ofHours(2)).toString();
        String list = "/images?user_id=" + user;

        assertThat(api.ids(list + "&start_date=" + Call.encode(sameMoment))).containsExactly(own);
        assertThat(api.ids(list + "&end_date=" + Call.encode(sameMoment))).isEmpty();
    }

    @Test
    default void allFiltersTogetherAreAllRequired(Api api) {
        UserId user = Fresh.user();
        Tag tag = Fresh.tag();
        Instant start = api.clock().advance(Duration.ofMillis(1));
        String wanted = api.uploaded(user, "tags", tag + ",a,b");
        api.uploaded(user, "tags", tag + ",a,c");
        api.uploaded(user, "tags", "a,b");
        api.uploaded(Fresh.user(), "tags", tag + ",a,b");
        api.clock().advance(Duration.ofMillis(1));
        api.uploaded(user, "tags", tag + ",a,b");

        assertThat(api.ids(
                        "/users/%s/images?tag=%s&tags=a,b&not_tags=c&content_type=image/jpeg&start_date=%s&end_date=%s"
                                .formatted(user, tag, start, start.plusMillis(1))))
                .containsExactly(wanted);
    }

    @Test
    default void anUnknownParameterIsIgnored(Api api) {
        UserId user = Fresh.user();
        String own = api.uploaded(user);

        assertThat(api.ids("/images?colour=blue&user_id=" + user + "&")).containsExactly(own);
    }
}
