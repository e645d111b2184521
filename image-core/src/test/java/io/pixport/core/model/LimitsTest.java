package io.pixport.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    private static final Limits LIMITS = Limits.DEFAULTS;

    @Test
    void details_that_just_fit_break_no_limit() {
        assertThat(LIMITS.check(details(200, 1000, 1500, 10, 50, 20, 64, 256))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "201, 1000, 1500, 10, 50, 20, 64, 256, title, 200",
        "200, 1001, 1500, 10, 50, 20, 64, 256, description, 1000",
        "200, 1000, 1501, 10, 50, 20, 64, 256, alt_text, 1500",
        "200, 1000, 1500, 11, 50, 20, 64, 256, tags, 10",
        "200, 1000, 1500, 1, 51, 20, 64, 256, tags[0], 50",
        "200, 1000, 1500, 10, 50, 21, 64, 256, custom, 20"
    })
    void one_more_than_fits_names_the_field_and_the_limit(
            int title,
            int description,
            int altText,
            int tags,
            int tagLength,
            int fields,
            int nameLength,
            int valueLength,
            String field,
            long limit) {
        List<Violation> violations =
                LIMITS.check(details(title, description, altText, tags, tagLength, fields, nameLength, valueLength));

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.limit()).isEqualTo(limit);
            assertThat(violation.message()).contains("at most " + limit, "got " + (limit + 1));
        });
    }

    @Test
    void characters_are_code_points() {
        assertThat(LIMITS.check(ImageDetails.NONE.withTitle("\ud83d\ude00".repeat(200))))
                .isEmpty();
        assertThat(LIMITS.check(ImageDetails.NONE.withTitle("\ud83d\ude00".repeat(201))))
                .hasSize(1);
    }

    @Test
    void names_and_values_of_custom_fields_have_limits_of_their_own() {
        ImageDetails longName = ImageDetails.NONE.withCustom(Map.of("n".repeat(65), "v"));
        ImageDetails longValue = ImageDetails.NONE.withCustom(Map.of("camera", "v".repeat(257)));

        assertThat(LIMITS.check(longName)).extracting(Violation::limit).containsExactly(64L);
        assertThat(LIMITS.check(longValue)).extracting(Violation::field).containsExactly("custom.camera");
    }

    @Test
    void everything_that_is_too_long_is_said_at_once() {
        List<Violation> violations = LIMITS.check(
                new UserId("u".repeat(129)),
                new FileName("f".repeat(256)),
                ImageDetails.NONE.withTitle("t".repeat(201)));

        assertThat(violations).extracting(Violation::field).containsExactly("user_id", "file_name", "title");
    }

    @ParameterizedTest
    @CsvSource({
        "50, 50, 1, 0",
        "4000, 4000, 3, 0",
        "49, 50, 1, 50",
        "50, 4001, 1, 4000",
        "60, 60, 400, 0",
        "60, 60, 401, 400",
        "4000, 4000, 4, 50000000"
    })
    void a_picture_has_limits_for_sides_frames_and_pixels(int width, int height, int frames, long limit) {
        List<Violation> violations = LIMITS.checkPicture(ImageFormat.GIF, new Dimensions(width, height), frames);

        assertThat(violations)
                .extracting(Violation::limit)
                .containsExactlyElementsOf(limit == 0 ? List.of() : List.of(limit));
        assertThat(violations).allMatch(violation -> violation.kind() == Violation.Kind.UNACCEPTABLE_IMAGE);
    }

    @Test
    void a_bomb_breaks_limits_without_overflowing_them() {
        Dimensions huge = new Dimensions(Integer.MAX_VALUE, Integer.MAX_VALUE);

        assertThat(LIMITS.checkPicture(ImageFormat.PNG, huge, Integer.MAX_VALUE))
                .extracting(Violation::limit)
                .containsExactly(4000L, 400L, 50_000_000L);
    }

    @Test
    void sizes_at_the_limits_are_taken_and_beyond_are_not() {
        assertThat(LIMITS.checkSize(10_485_760)).isNull();
        assertThat(LIMITS.checkSize(10_485_761)).isNotNull();
        assertThat(LIMITS.checkMinSize(1024)).isNull();
        assertThat(LIMITS.checkMinSize(1023)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"59, false", "60, true", "604800, true", "604801, false", "-1, false"})
    void a_link_lives_from_a_minute_to_a_week(long seconds, boolean fits) {
        assertThat(LIMITS.checkLinkLife(Duration.ofSeconds(seconds)) == null).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"59, false", "60, true", "3600, true", "3601, false", "-1, false"})
    void a_reservation_lives_from_a_minute_to_an_hour(long seconds, boolean fits) {
        assertThat(LIMITS.checkReservationLife(Duration.ofSeconds(seconds)) == null)
                .isEqualTo(fits);
    }

    @Test
    void what_is_announced_has_the_limits_of_what_is_sent() {
        assertThat(LIMITS.checkAnnounced(ImageFormat.PNG, 1024L)).isEmpty();
        assertThat(LIMITS.checkAnnounced(null, null)).isEmpty();
        assertThat(LIMITS.checkAnnounced(null, 1023L))
                .extracting(Violation::field, Violation::kind, Violation::limit)
                .containsExactly(tuple("size", Violation.Kind.UNACCEPTABLE_IMAGE, 1024L));
        assertThat(LIMITS.checkAnnounced(null, 10_485_761L))
                .extracting(Violation::field, Violation::kind, Violation::limit)
                .containsExactly(tuple("size", Violation.Kind.TOO_LARGE, 10_485_760L));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "100, true", "101, false", "-5, false"})
    void a_page_has_one_to_a_hundred_images(int size, boolean fits) {
        assertThat(LIMITS.checkPageSize(size) == null).isEqualTo(fits);
    }

    @Test
    void limits_that_contradict_each_other_are_none() {
        assertThatThrownBy(() -> new Limits(
                        Set.of(),
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        1,
                        1,
                        Duration.ZERO,
                        Duration.ofSeconds(1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at least one format");
    }

    private static ImageDetails details(
            int title,
            int description,
            int altText,
            int tags,
            int tagLength,
            int fields,
            int nameLength,
            int valueLength) {
        return new ImageDetails(
                "t".repeat(title),
                "d".repeat(description),
                "a".repeat(altText),
                IntStream.range(0, tags)
                        .mapToObj(i -> new Tag("x".repeat(tagLength - 2) + "%02d".formatted(i)))
                        .toList(),
                IntStream.range(0, fields)
                        .boxed()
                        .collect(Collectors.toMap(
                                i -> "n".repeat(nameLength - 2) + "%02d".formatted(i), i -> "v".repeat(valueLength))));
    }
}
