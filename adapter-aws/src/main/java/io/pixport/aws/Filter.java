package io.pixport.aws;

import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Tag;
import io.pixport.core.port.ImageQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What DynamoDB leaves out of the entries that it reads in a list. It bills them nevertheless, but does not send them.
 */
final class Filter {
    static final Filter NONE = new Filter();

    /** DynamoDB takes expressions of up to 4 KB; more tags than these are left out where entries arrive. */
    private static final int MAX_TAGS = 50;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    private Filter() {}

    static Filter of(ImageQuery query) {
        Filter filter = new Filter();
        if (query.format() != null) {
            filter.format(query.format());
        }
        filter.without(query.notTags());
        return filter;
    }

    private void format(ImageFormat format) {
        names.put("#image", Items.IMAGE);
        names.put("#format", RecordCodec.FORMAT);
        values.put(":format", AttributeValue.fromS(format.name()));
        conditions.add("#image.#format = :format");
    }

    private void without(Collection<Tag> tags) {
        tags.stream().sorted().limit(MAX_TAGS).forEach(tag -> {
            String value = ":tag" + values.size();
            names.put("#image", Items.IMAGE);
            names.put("#tags", RecordCodec.TAGS);
            values.put(value, AttributeValue.fromS(tag.value()));
            conditions.add("NOT contains(#image.#tags, %s)".formatted(value));
        });
    }

    boolean isEmpty() {
        return conditions.isEmpty();
    }

    String expression() {
        return String.join(" AND ", conditions);
    }

    Map<String, String> names() {
        return names;
    }

    Map<String, AttributeValue> values() {
        return values;
    }
}
