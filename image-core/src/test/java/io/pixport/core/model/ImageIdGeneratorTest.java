package io.pixport.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ImageIdGeneratorTest {
    private static final Instant NOW = Instant.parse("2026-02-11T10:30:00.123Z");

    @Test
    void an_id_is_a_uuid_of_version_7_and_tells_when_it_was_made() {
        ImageId id = new ImageIdGenerator(InstantSource.fixed(NOW), RandomGenerator.getDefault()).next();

        assertThat(id.value().version()).isEqualTo(7);
        assertThat(id.value().variant()).isEqualTo(2);
        assertThat(id.timestamp()).isEqualTo(NOW);
        assertThat(ImageId.parse(id.toString())).contains(id);
        assertThat(ImageId.parse(id.toString().toUpperCase(Locale.ROOT))).contains(id);
    }

    @Property(tries = 200)
    void ids_increase_whatever_the_clock_does(
            @ForAll @Size(min = 2, max = 200) List<@IntRange(min = -3, max = 2) Integer> steps, @ForAll long seed) {
        long[] millis = {NOW.toEpochMilli()};
        ImageIdGenerator ids = new ImageIdGenerator(() -> Instant.ofEpochMilli(millis[0]), new SplittableRandom(seed));
        ImageId before = ids.next();
        for (int step : steps) {
            millis[0] += step;
            ImageId next = ids.next();
            assertThat(next).isGreaterThan(before);
            assertThat(next.toString()).isGreaterThan(before.toString());
            before = next;
        }
    }

    @Test
    void the_bits_behind_the_time_carry_into_the_next_millisecond_when_they_are_used_up() {
        Iterator<Long> allOnesAtTheStart = List.of(-1L, -1L).iterator();
        RandomGenerator random = () -> allOnesAtTheStart.hasNext() ? allOnesAtTheStart.next() : 0;
        ImageIdGenerator ids = new ImageIdGenerator(InstantSource.fixed(NOW), random);
        ImageId first = ids.next();
        ImageId second = ids.next();

        assertThat(second).isGreaterThan(first);
        assertThat(second.timestamp()).isEqualTo(NOW.plusMillis(1));
    }

    @Test
    void ids_asked_for_by_many_threads_at_once_are_all_different() {
        ImageIdGenerator ids = new ImageIdGenerator(InstantSource.fixed(NOW), new SecureRandom());
        Set<ImageId> seen = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Runnable> tasks = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                tasks.add(() -> {
                    for (int j = 0; j < 100; j++) {
                        seen.add(ids.next());
                    }
                });
            }
            tasks.forEach(threads::execute);
        }
        assertThat(seen).hasSize(10_000);
    }

    @Test
    void two_generators_of_one_moment_do_not_collide() {
        ImageIdGenerator one = new ImageIdGenerator(InstantSource.fixed(NOW), new SecureRandom());
        ImageIdGenerator other = new ImageIdGenerator(InstantSource.fixed(NOW), new SecureRandom());

        assertThat(one.next()).isNotEqualTo(other.next());
    }
}
