package io.pixport.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StoredObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walking over the objects in the order of their keys. */
public interface ListObjectsContract extends StoreFixture {
    @Test
    default void objectsAreListedInTheOrderOfTheirKeys() {
        List<ObjectKey> keys = StoreFixture.keys(25);
        List<ObjectKey> shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled);
        shuffled.forEach(key -> put(key, Fresh.bytes(10)));

        assertThat(walk(keys, 1000, page -> {})).isEqualTo(keys);
    }

    @Test
    default void keysAreOrderedByTheirCharacters() {
        String prefix = Fresh.key().value() + "/";
        List<ObjectKey> keys = List.of("-", ".x", "0", "1", "10", "2", "A", "B", "_", "a/b", "aa", "b").stream()
                .map(name -> new ObjectKey(prefix + name))
                .toList();
        keys.reversed().forEach(key -> put(key, Fresh.bytes(10)));

        assertThat(walk(keys, 5, page -> {})).isEqualTo(keys);
    }

    @Test
    default void aListedObjectHasItsSizeAndNoOtherChecksumThanItsOwn() {
        ObjectKey key = StoreFixture.keys(1).getFirst();
        byte[] bytes = Fresh.bytes(321);
        put(key, bytes);

        StoredObject listed = store().list(before(key), 1).getFirst();

        assertThat(listed.key()).isEqualTo(key);
        assertThat(listed.size()).isEqualTo(321);
        assertThat(listed.sha256().orElse(Digests.sha256(bytes))).isEqualTo(Digests.sha256(bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 8, 1000})
    default void everyPageButTheLastIsFullAndEveryObjectIsSeenOnce(int limit) {
        List<ObjectKey> keys = StoreFixture.keys(7);
        keys.forEach(key -> put(key, Fresh.bytes(10)));

        assertThat(walk(keys, limit, page -> {})).isEqualTo(keys);
    }

    @Test
    default void onlyKeysGreaterThanThePositionAreListed() {
        List<ObjectKey> keys = StoreFixture.keys(3);
        keys.forEach(key -> put(key, Fresh.bytes(10)));

        assertThat(store().list(keys.get(0), 1)).extracting(StoredObject::key).containsExactly(keys.get(1));
        assertThat(store().list(keys.get(2), 1)).extracting(StoredObject::key).doesNotContainAnyElementsOf(keys);
    }

    @Test
    default void thePositionNeedNotBeAnObject() {
        List<ObjectKey> keys = StoreFixture.keys(3);
        put(keys.get(0), Fresh.bytes(10));
        put(keys.get(2), Fresh.bytes(10));

        assertThat(store().list(keys.get(1), 1)).extracting(StoredObject::key).containsExactly(keys.get(2));
    }

    @Test
    default void withoutAPositionTheListBeginsAtTheFirst() {
        ObjectKey first = new ObjectKey("-" + Fresh.key());
        put(first, Fresh.bytes(10));

        List<StoredObject> page = store().list(null, 1);

        assertThat(page).hasSize(1);
        assertThat(page.getFirst().key()).isLessThanOrEqualTo(first);
    }

    @Test
    default void whatWasThereThroughoutIsSeenOnceWhileOthersComeAndGo() {
        List<ObjectKey> keys = StoreFixture.keys(30);
        List<ObjectKey> throughout = everyThird(keys, 0);
        List<ObjectKey> going = everyThird(keys, 1);
        List<ObjectKey> coming = everyThird(keys, 2);
        throughout.forEach(key -> put(key, Fresh.bytes(10)));
        going.forEach(key -> put(key, Fresh.bytes(10)));

        List<ObjectKey> seen = walk(keys, 3, page -> {
            if (page < going.size()) {
                store().delete(going.get(going.size() - 1 - page));
                put(coming.get(page), Fresh.bytes(10));
            }
        });

        assertThat(seen).doesNotHaveDuplicates().isSorted().containsAll(throughout);
    }

    @Test
    default void whatWasDeletedIsNotListed() {
        List<ObjectKey> keys = StoreFixture.keys(3);
        keys.forEach(key -> put(key, Fresh.bytes(10)));

        store().delete(keys.get(1));

        assertThat(walk(keys, 10, page -> {})).containsExactly(keys.get(0), keys.get(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1001})
    default void aLimitOutsideOneToAThousandIsRefused(int limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> store().list(null, limit));
    }

    private static List<ObjectKey> everyThird(List<ObjectKey> keys, int first) {
        List<ObjectKey> chosen = new ArrayList<>();
        for (int i = first; i < keys.size(); i += 3) {
            chosen.add(keys.get(i));
        }
        return chosen;
    }

    /** Lists page by page from just before the first of the test's own keys to its last, checking what holds of each page. */
    private List<ObjectKey> walk(List<ObjectKey> own, int limit, IntConsumer afterPage) {
        List<ObjectKey> seen = new ArrayList<>();
        ObjectKey after = before(own.getFirst());
        int pages = 0;
        List<StoredObject> page;
        do {
            page = store().list(after, limit);
            ObjectKey position = after;
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            assertThat(page).allMatch(object -> object.key().compareTo(position) > 0);
            page.stream().map(StoredObject::key).filter(own::contains).forEach(seen::add);
            after = page.isEmpty() ? after : page.getLast().key();
            afterPage.accept(pages++);
        } while (page.size() == limit && after.compareTo(own.getLast()) < 0);
        return seen;
    }

    /** A key directly before, which no object has. */
    private static ObjectKey before(ObjectKey key) {
        return new ObjectKey(key.value().substring(0, key.value().length() - 1));
    }
}
