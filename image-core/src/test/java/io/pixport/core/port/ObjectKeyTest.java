package io.pixport.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.core.model.ImageId;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

final class ObjectKeyTest {
    private static final long LAST_MILLI = (1L << 48) - 1;

    private static ObjectKey key(long millis, long random) {
        return ObjectKey.of(id(millis, random));
    }

    private static ImageId id(long millis, long random) {
        long high = (millis << 16) | 0x7000 | (random & 0xfff);
        return new ImageId(new UUID(high, (1L << 63) | (random >>> 2)));
    }

    @Property
    void a_position_is_between_the_images_made_before_its_time_and_all_others(
            @ForAll @LongRange(min = 1, max = LAST_MILLI) long millis, @ForAll long random) {
        ObjectKey position = ObjectKey.position(Instant.ofEpochMilli(millis));

        assertThat(position).isGreaterThan(key(millis - 1, random)).isLessThan(key(millis, random));
        assertThat(position.imageId()).isEmpty();
    }

    @Example
    void a_position_of_any_time_is_a_key() {
        assertThat(ObjectKey.position(Instant.EPOCH.minusMillis(1))).isLessThan(key(0, 0));
        assertThat(ObjectKey.position(Instant.ofEpochMilli(LAST_MILLI + 1))).isLessThan(key(LAST_MILLI, 0));
    }

    @Property
    void what_forms_put_is_ordered_by_age_and_apart_from_images(
            @ForAll @LongRange(min = 1, max = LAST_MILLI) long millis, @ForAll long random) {
        ObjectKey position = ObjectKey.uploadedPosition(Instant.ofEpochMilli(millis));

        assertThat(position)
                .isGreaterThan(ObjectKey.uploaded(id(millis - 1, random)))
                .isLessThan(ObjectKey.uploaded(id(millis, random)))
                .isGreaterThan(key(LAST_MILLI, random));
    }

    @Example
    void a_key_tells_for_which_image_bytes_have_arrived() {
        ImageId id = id(1, 2);

        assertThat(ObjectKey.of(id).imageId()).contains(id);
        assertThat(ObjectKey.of(id).uploadedId()).isEmpty();
        assertThat(ObjectKey.of(id).arrivedFor()).contains(id);
        assertThat(ObjectKey.uploaded(id).imageId()).isEmpty();
        assertThat(ObjectKey.uploaded(id).uploadedId()).contains(id);
        assertThat(ObjectKey.uploaded(id).arrivedFor()).contains(id);
        assertThat(new ObjectKey("logs/" + id).arrivedFor()).isEmpty();
        assertThat(new ObjectKey("uploads/logs").arrivedFor()).isEmpty();
    }
}
