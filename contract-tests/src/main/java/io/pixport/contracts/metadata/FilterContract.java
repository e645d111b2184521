package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which images a list has: those that pass every filter, and only those. */
public interface FilterContract extends RepositoryFixture {
    @Test
    default void theOwnersImagesAreListedAndNobodyElses() {
        Records records = new Records();
        ActiveImage mine = records.active();
        ActiveImage anothers = records.active(Fresh.user(), ImageFormat.JPEG, List.of());
        ActiveImage ofOneWhoseNameIsLonger =
                records.active(new UserId(records.owner() + "2"), ImageFormat.JPEG, List.of());
        save(List.of(mine, anothers, ofOneWhoseNameIsLonger));

        assertLists(Asking.of(records.owner()), mine);
        assertLists(Asking.of(anothers.owner()), anothers);
    }

    @Test
    default void anImageIsListedByEveryTagItHasAndNotOnlyTheFirst() {
        Records records = new Records();
        List<Tag> tags = Stream.generate(Fresh::tag).limit(10).toList();
        ActiveImage image = records.active(tags.toArray(Tag[]::new));
        save(image);

        assertThat(tags).allSatisfy(tag -> {
            assertLists(Asking.ofEverybody().tagged(tag), image);
            assertLists(Asking.of(records.owner()).tagged(tag), image);
        });
    }

    @Test
    default void aTagIsAWholeTagAndNotAPartOfOne() {
        Records records = new Records();
        Tag tag = Fresh.tag();
        ActiveImage exact = records.active(tag);
        ActiveImage longer = records.active(new Tag(tag + "s"), new Tag("x" + tag));
        ActiveImage ofTwoWords = records.active(new Tag(tag + " and more"));
        save(List.of(exact, longer, ofTwoWords));

        assertLists(Asking.ofEverybody().tagged(tag), exact);
        assertLists(Asking.of(records.owner()).tagged(tag), exact);
        assertLists(Asking.ofEverybody()
                .tagged(new Tag(tag.value().substring(0, tag.value().length() - 1))));
    }

    @Test
    default void aTagOfAnyScriptIsFound() {
        Records records = new Records();
        String unique = Fresh.tag().value();
        List<Tag> tags = Stream.of("été", "夏", "ключ", "a b", "a_b", "x-y", "0")
                .map(word -> new Tag(word + " " + unique))
                .toList();

        assertThat(tags).allSatisfy(tag -> {
            ActiveImage image = records.active(tag);
            save(image);
            assertLists(Asking.ofEverybody().tagged(tag), image);
        });
    }

    @Test
    default void allOfSeveralTagsAreNeeded() {
        Records records = new Records();
        Tag a = Fresh.tag();
        Tag b = Fresh.tag();
        Tag c = Fresh.tag();
        ActiveImage ab = records.active(a, b);
        ActiveImage onlyA = records.active(a);
        ActiveImage cba = records.active(c, b, a);
        ActiveImage bc = records.active(b, c);
        save(List.of(ab, onlyA, cba, bc));

        assertLists(Asking.ofEverybody().tagged(a, b), cba, ab);
        assertLists(Asking.of(records.owner()).tagged(a, b, c), cba);
        assertLists(Asking.ofEverybody().tagged(a, Fresh.tag()));
        assertLists(Asking.ofEverybody().tagged(a), cba, onlyA, ab);
    }

    @Test
    default void oneOfSeveralTagsIsEnoughIfAskedSoAndNoImageComesTwice() {
        Records records = new Records();
        Tag a = Fresh.tag();
        Tag b = Fresh.tag();
        ActiveImage both = records.active(a, b);
        ActiveImage onlyB = records.active(b);
        ActiveImage neither = records.active(Fresh.tag());
        ActiveImage onlyA = records.active(a);
        save(List.of(both, onlyB, neither, onlyA));

        assertLists(Asking.ofEverybody().taggedAny(a, b), onlyA, onlyB, both);
        assertLists(Asking.of(records.owner()).taggedAny(a, b), onlyA, onlyB, both);
        assertLists(Asking.ofEverybody().taggedAny(a, Fresh.tag()), onlyA, both);
        assertLists(Asking.of(records.owner()).taggedAny(), onlyA, neither, onlyB, both);
    }

    @Test
    default void anImageWithATagThatIsNotWantedIsNotListed() {
        Records records = new Records();
        Tag a = Fresh.tag();
        Tag b = Fresh.tag();
        Tag c = Fresh.tag();
        ActiveImage onlyA = records.active(a);
        ActiveImage ab = records.active(a, b);
        ActiveImage ca = records.active(c, a);
        ActiveImage untagged = records.active();
        save(List.of(onlyA, ab, ca, untagged));

        assertLists(Asking.ofEverybody().tagged(a).without(b), ca, onlyA);
        assertLists(Asking.ofEverybody().tagged(a).without(b, c), onlyA);
        assertLists(Asking.of(records.owner()).without(a), untagged);
        assertLists(Asking.of(records.owner()).without(b), untagged, ca, onlyA);
        assertLists(Asking.ofEverybody().tagged(a).without(a));
        assertLists(Asking.ofEverybody().taggedAny(b, c).without(c), ab);
    }

    @Test
    default void onlyTheFormatAskedForIsListed() {
        Records records = new Records();
        List<ActiveImage> images = Stream.of(ImageFormat.values())
                .map(format -> records.active(records.owner(), format, List.of()))
                .toList();
        save(images);

        assertThat(images)
                .allSatisfy(image -> assertLists(
                        Asking.of(records.owner()).format(image.content().format()), image));
    }

    @Test
    default void theBeginOfADateRangeIsInItAndItsEndIsNot() {
        Records records = new Records();
        List<ActiveImage> images = records.actives(4);
        save(images);
        Asking fromSecond = Asking.of(records.owner()).from(images.get(1).uploadedAt());
        Asking untilThird = Asking.of(records.owner()).until(images.get(2).uploadedAt());

        assertLists(fromSecond, images.get(3), images.get(2), images.get(1));
        assertLists(untilThird, images.get(1), images.get(0));
        assertLists(fromSecond.until(images.get(2).uploadedAt()), images.get(1));
        assertLists(fromSecond.until(images.get(1).uploadedAt()));
        assertLists(fromSecond.until(images.get(0).uploadedAt()));
    }

    @Test
    default void aDateRangeIsTakenToTheMillisecond() {
        Records records = new Records();
        ActiveImage image = records.active();
        save(image);

        assertLists(Asking.of(records.owner()).from(image.uploadedAt().minusMillis(1)), image);
        assertLists(Asking.of(records.owner()).from(image.uploadedAt().plusMillis(1)));
        assertLists(Asking.of(records.owner()).until(image.uploadedAt().plusMillis(1)), image);
        assertLists(Asking.of(records.owner()).until(image.uploadedAt()));
    }

    @Test
    default void aDateRangeHoldsOnEveryPage() {
        Records records = new Records();
        Tag tag = Fresh.tag();
        List<ActiveImage> images = records.actives(12, tag);
        save(images);
        Asking range = Asking.ofEverybody()
                .tagged(tag)
                .from(images.get(2).uploadedAt())
                .until(images.get(9).uploadedAt());

        listed(() ->
                assertThat(walk(range).by(2)).isEqualTo(images.subList(2, 9).reversed()));
    }

    @Test
    default void everyCombinationOfFiltersListsWhatPassesAllOfThem() {
        Records records = new Records();
        UserId other = Fresh.user();
        Tag a = Fresh.tag();
        Tag b = Fresh.tag();
        List<ActiveImage> images = new ArrayList<>();
        for (UserId owner : List.of(records.owner(), other)) {
            for (ImageFormat format : List.of(ImageFormat.JPEG, ImageFormat.GIF)) {
                for (List<Tag> tags : List.of(List.<Tag>of(), List.of(a), List.of(b), List.of(b, a))) {
                    images.add(records.active(owner, format, tags));
                }
            }
        }
        save(images);
        ActiveImage middle = images.get(6);

        assertLists(
                Asking.of(records.owner()).tagged(a).format(ImageFormat.GIF).from(middle.uploadedAt()), images.get(7));
        assertLists(Asking.of(records.owner()).taggedAny(a, b).without(a).until(middle.uploadedAt()), images.get(2));
        assertLists(Asking.of(other).tagged(a, b).format(ImageFormat.JPEG).from(middle.uploadedAt()), images.get(11));
        assertLists(Asking.ofEverybody().tagged(b).without(a).format(ImageFormat.GIF), images.get(14), images.get(6));
        assertLists(
                Asking.ofEverybody()
                        .taggedAny(a, b)
                        .format(ImageFormat.JPEG)
                        .from(images.get(2).uploadedAt())
                        .until(images.get(11).uploadedAt()),
                images.get(10),
                images.get(9),
                images.get(3),
                images.get(2));
        assertLists(Asking.of(other).tagged(a).without(b).format(ImageFormat.WEBP));
    }

    @Test
    default void changedTagsCountAtOnce() {
        Records records = new Records();
        Tag kept = Fresh.tag();
        Tag removed = Fresh.tag();
        Tag added = Fresh.tag();
        ActiveImage image = records.active(kept, removed);
        save(image);
        assertLists(Asking.ofEverybody().tagged(removed), image);

        ActiveImage edited = replace(image.edit(image.details().withTags(List.of(added, kept)), records.now()));

        assertLists(Asking.ofEverybody().tagged(kept), edited);
        assertLists(Asking.ofEverybody().tagged(added), edited);
        assertLists(Asking.ofEverybody().tagged(removed));
        assertLists(Asking.of(records.owner()).tagged(added, kept), edited);
        assertLists(Asking.of(records.owner()).without(added));
        assertLists(Asking.of(records.owner()).without(removed), edited);
    }

    private void assertLists(Asking asking, ActiveImage... expected) {
        listed(() -> assertThat(walk(asking).all()).containsExactly(expected));
        assertThat(walk(asking).by(1)).containsExactly(expected);
    }

    private Walk<ActiveImage> walk(Asking asking) {
        return Walk.over((after, limit) -> repository().list(asking.query(), after, limit));
    }
}
