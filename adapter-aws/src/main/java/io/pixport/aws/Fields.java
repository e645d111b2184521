package io.pixport.aws;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The fields of a map of DynamoDB: what is null or empty when it is put is not there. Times are ISO 8601 texts. */
final class Fields {
    private final Map<String, AttributeValue> fields;

    Fields() {
        this.fields = new LinkedHashMap<>();
    }

    /** @throws IllegalArgumentException when it is no map */
    Fields(@Nullable AttributeValue map) {
        if (map == null || !map.hasM()) {
            throw new IllegalArgumentException("no map");
        }
        this.fields = map.m();
    }

    AttributeValue attribute() {
        return AttributeValue.fromM(fields);
    }

    Fields put(String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, AttributeValue.fromS(value));
        }
        return this;
    }

    Fields put(String name, long value) {
        fields.put(name, AttributeValue.fromN(Long.toString(value)));
        return this;
    }

    Fields put(String name, Instant value) {
        return put(name, value.toString());
    }

    Fields put(String name, List<AttributeValue> values) {
        if (!values.isEmpty()) {
            fields.put(name, AttributeValue.fromL(values));
        }
        return this;
    }

    @Nullable String textOrNull(String name) {
        AttributeValue field = fields.get(name);
        return field == null ? null : field.s();
    }

    /** @throws IllegalArgumentException when it is not there */
    String text(String name) {
        String value = textOrNull(name);
        if (value == null) {
            throw new IllegalArgumentException("no text " + name);
        }
        return value;
    }

    @Nullable Long numberOrNull(String name) {
        AttributeValue field = fields.get(name);
        return field == null || field.n() == null ? null : Long.valueOf(field.n());
    }

    /** @throws IllegalArgumentException when it is not there */
    long number(String name) {
        Long value = numberOrNull(name);
        if (value == null) {
            throw new IllegalArgumentException("no number " + name);
        }
        return value;
    }

    /** @throws IllegalArgumentException when it is not there */
    BigDecimal decimal(String name) {
        AttributeValue field = fields.get(name);
        if (field == null || field.n() == null) {
            throw new IllegalArgumentException("no number " + name);
        }
        return new BigDecimal(field.n());
    }

    /** @throws java.time.DateTimeException when it is no time */
    Instant time(String name) {
        return Instant.parse(text(name));
    }

    List<AttributeValue> list(String name) {
        AttributeValue field = fields.get(name);
        return field == null ? List.of() : field.l();
    }
}
