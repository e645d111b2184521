package io.pixport.contracts.listmodel;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What lists should be: two sorted maps, and every list a filter over the whole of one. */
final class ListModel {
    /**
     * Where an entry stands: by a time, then by the text of an id, the greatest first.
     *
     * @param time milliseconds after the story's begin
     */
    record Place(long time, String id) {
        private static final Comparator<Place> GREATEST_FIRST =
                Comparator.comparingLong(Place::time).thenComparing(Place::id).reversed();
    }

    /**
     * An image.
     *
     * @param uploaded milliseconds after the story's begin
     */
    record Entry(String id, int owner, Set<Integer> tags, int format, long uploaded) {
        Place place() {
            return new Place(uploaded, id);
        }

        Entry withTags(Set<Integer> newTags) {
            return new Entry(id, owner, newTags, format, uploaded);
        }
    }

    private final SortedMap<Place, Entry> active = new TreeMap<>(Place.GREATEST_FIRST);
    private final SortedMap<Place, Entry> trash = new TreeMap<>(Place.GREATEST_FIRST);

    void put(Entry image) {
        active.put(image.place(), image);
    }

    void edit(String id, Set<Integer> tags) {
        active.replaceAll((place, image) -> image.id().equals(id) ? image.withTags(tags) : image);
    }

    void trash(String id, long now) {
        Entry image = remove(active, id);
        trash.put(new Place(now, id), image);
    }

    void restore(String id) {
        put(remove(trash, id));
    }

    void purge(String id) {
        active.values().removeIf(image -> image.id().equals(id));
        trash.values().removeIf(image -> image.id().equals(id));
    }

    private static Entry remove(SortedMap<Place, Entry> from, String id) {
        Entry found = from.values().stream()
                .filter(image -> image.id().equals(id))
                .findFirst()
                .orElseThrow();
        from.values().remove(found);
        return found;
    }

    /** The ids that the filter lets pass behind a place, in order. */
    List<String> list(Filter filter, @Nullable Place after) {
        return active.entrySet().stream()
                .filter(entry -> after == null || Place.GREATEST_FIRST.compare(entry.getKey(), after) > 0)
                .map(Map.Entry::getValue)
                .filter(filter::passes)
                .map(Entry::id)
                .toList();
    }

    /** The ids in a user's trash, in order. */
    List<String> trashOf(int owner) {
        return trash.values().stream()
                .filter(image -> image.owner() == owner)
                .map(Entry::id)
                .toList();
    }
}
