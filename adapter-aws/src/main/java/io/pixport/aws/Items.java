package io.pixport.aws;

import io.pixport.core.model.Image;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items of the table that carry a record: the record itself, and the list entries of its image. */
final class Items {
    static final String IMAGE = "image";

    private Items() {}

    static Map<String, AttributeValue> of(ItemKey key, AttributeValue record) {
        Map<String, AttributeValue> item = new HashMap<>(key.attributes());
        item.put(IMAGE, record);
        return item;
    }

    static Image image(Map<String, AttributeValue> item) {
        return RecordCodec.decode(item.get(IMAGE));
    }

    static String text(Map<String, AttributeValue> item, String attribute) {
        return new Fields(AttributeValue.fromM(item)).text(attribute);
    }
}
