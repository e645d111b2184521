package io.pixport.http;

import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ImageQuery.TagMatch;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The filters of a list, as they stand in a path and a query. */
final class ListQuery {
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd")
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final Exchange exchange;
    private final Limits limits;

    ListQuery(Exchange exchange, Limits limits) {
        this.exchange = exchange;
        this.limits = limits;
    }

    /**
     * @param pathUser the user that the path names; null when it names none
     * @param pathTag the tag that the path names; null when it names none
     */
    ImageQuery parse(@Nullable UserId pathUser, @Nullable Tag pathTag) {
        UserId queryUser = exchange.query("user_id", UserId::new);
        if (pathUser != null && queryUser != null && !pathUser.equals(queryUser)) {
            throw Problem.invalid("user_id", "user_id is not the user of the path");
        }
        Set<Tag> tags = tags("tag", "tags");
        if (pathTag != null) {
            tags.add(pathTag);
        }
        Instant from = exchange.query("start_date", text -> date("start_date", text));
        Instant until = exchange.query("end_date", text -> date("end_date", text));
        if (from != null && until != null && from.isAfter(until)) {
            throw Problem.invalid("start_date", "start_date is after end_date");
        }
        return new ImageQuery(
                pathUser == null ? queryUser : pathUser,
                tags,
                tagMatch(),
                tags("not_tags"),
                exchange.query("content_type", this::format),
                from,
                until);
    }

    /** What tells one list from another: equal filters, however they are written, give equal text. */
    static String canonical(ImageQuery query) {
        return String.join(
                "\n",
                "images",
                "user=" + query.owner(),
                query.tagMatch() + "=" + query.sortedTags(),
                "not=" + new TreeSet<>(query.notTags()),
                "format=" + query.format(),
                "from=" + query.from(),
                "until=" + query.until());
    }

    private Set<Tag> tags(String... names) {
        Set<Tag> tags = new LinkedHashSet<>();
        for (String name : names) {
            for (String value : exchange.query().all(name)) {
                for (String piece : value.split(",", -1)) {
                    if (!piece.isBlank()) {
                        tags.add(tag(name, piece));
                    }
                }
            }
            if (tags.size() > limits.tags()) {
                throw Problem.invalid(
                        name, "a list is filtered by at most %d tags, got %d".formatted(limits.tags(), tags.size()));
            }
        }
        return tags;
    }

    private static Tag tag(String field, String text) {
        try {
            return new Tag(text);
        } catch (InvalidValueException e) {
            throw Problem.invalid(field, e.getMessage());
        }
    }

    private TagMatch tagMatch() {
        TagMatch match = exchange.query("tag_match", text -> switch (text) {
            case "all" -> TagMatch.ALL;
            case "any" -> TagMatch.ANY;
            default -> throw InvalidValueException.got("tag_match is all or any", text);
        });
        return match == null ? TagMatch.ALL : match;
    }

    private ImageFormat format(String text) {
        return ImageFormat.ofContentType(text)
                .filter(limits.formats()::contains)
                .orElseThrow(() -> InvalidValueException.got("content_type is one of " + contentTypes(), text));
    }

    private String contentTypes() {
        return limits.formats().stream().sorted().map(ImageFormat::contentType).collect(Collectors.joining(", "));
    }

    /** A date, which means its first moment in UTC, or a date-time, which is in UTC unless it says otherwise. */
    private static Instant date(String name, String text) {
        try {
            TemporalAccessor date = DATE.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return switch (date) {
                case OffsetDateTime dateTime -> dateTime.toInstant();
                case LocalDateTime dateTime -> dateTime.toInstant(ZoneOffset.UTC);
                default -> ((LocalDate) date).atStartOfDay().toInstant(ZoneOffset.UTC);
            };
        } catch (DateTimeException noDate) {
            throw InvalidValueException.got(
                    name + " is a date like 2026-02-11 or a date-time like 2026-02-11T10:30:00Z", text);
        }
    }
}
