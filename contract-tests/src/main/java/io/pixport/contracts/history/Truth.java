package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.contracts.metadata.Asking;
import io.pixport.contracts.store.StoreFixture;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.DuplicateImage;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.RejectedImage;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.Upload;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a service answers that nothing ever happens to, compared with the model. */
final class Truth {
    private static final int PAGE_SIZE = 100;

    private final World world;
    private final Model model;
    private final ImageService service;

    Truth(World world) {
        this.world = world;
        this.model = world.model();
        this.service = world.reliable();
    }

    /** What is told of an id, to whoever may know. */
    State told(ImageId id, int owner) {
        if (service.getUpload().get(id, null) instanceof Outcome.Done<Upload> done) {
            return state(done.value(), owner);
        }
        if (world.adapters().repository().find(id).orElse(null) instanceof MissingImage missing) {
            return new State.Missing(state(missing.image()));
        }
        return trash(owner).stream()
                .filter(image -> image.id().equals(id))
                .map(image -> state(image, owner))
                .findFirst()
                .orElse(State.ABSENT);
    }

    private State state(Upload upload, int owner) {
        assertThat(world.user(upload.owner())).isEqualTo(owner);
        return switch (upload) {
            case ActiveImage image -> state(image);
            case RejectedImage rejected -> new State.Rejected(rejected.expiry());
            case DuplicateImage duplicate -> new State.Duplicate(duplicate.original(), duplicate.expiry());
            case PendingImage pending ->
                new State.Reserved(
                        pending.announced().method(),
                        pending.announced().sha256() == null
                                ? State.NO_PICTURE
                                : Pictures.of(pending.announced().sha256()),
                        world.numbers(pending.details()),
                        pending.expiry());
        };
    }

    /** An image as somebody was shown it. */
    Active state(ActiveImage image) {
        return new Active(
                Pictures.of(image.content().sha256()),
                world.numbers(image.details()),
                image.uploadedAt(),
                image.version());
    }

    private State state(TrashedImage image, int owner) {
        assertThat(world.user(image.owner())).isEqualTo(owner);
        return new State.Trashed(state(image.image()), image.deletedAt(), image.purgeAt());
    }

    /** If it is an image, it is there, whole: every byte is that of its picture. */
    void assertWhole(Entry entry) {
        if (!entry.is(Active.class) || entry.active().lost()) {
            return;
        }
        ActiveImage image = service.getImage().get(entry.id()).orElseThrow();
        assertThat(StoreFixture.drain(service.openContent().open(image, null).orElseThrow()))
                .as("the bytes of %s", entry)
                .isEqualTo(Pictures.bytes(entry.active().picture()));
    }

    /** A user's images and trash are what they should be. */
    void assertLists(int user) {
        assertListed(Asking.of(world.user(user)), entry -> entry.owner() == user);
        assertThat(trash(user).stream().map(image -> state(image, user)))
                .as("the trash of user %d", user)
                .isEqualTo(model.trash(user).stream().map(this::told).toList());
    }

    /** Every list, and everything about every id. */
    void assertEverything() {
        for (int user = 0; user < World.USERS; user++) {
            assertLists(user);
        }
        for (int tag = 0; tag < World.TAGS; tag++) {
            int wanted = tag;
            assertListed(
                    Asking.ofEverybody().tagged(world.tag(tag)),
                    entry -> entry.active().tags().contains(wanted));
        }
        assertListed(Asking.ofEverybody(), entry -> true);
        model.all().forEach(this::assertEntry);
    }

    private void assertEntry(Entry entry) {
        assertThat(service.getImage().get(entry.id()).map(this::state))
                .as("%s", entry)
                .isEqualTo(entry.is(Active.class) ? Optional.of(told(entry)) : Optional.empty());
        if (entry.is(Active.class)) {
            assertWhole(entry);
            int picture = entry.active().picture();
            assertThat(service.reuseImage()
                            .reuse(world.user(entry.owner()), Pictures.digest(picture), OnDuplicate.RETURN)
                            .map(ActiveImage::id))
                    .isEqualTo(model.copy(entry.owner(), picture, OnDuplicate.RETURN, world.now())
                            .map(Entry::id));
        }
    }

    /** There are the bytes and records of these images, and of nothing else. */
    void assertNothingElseIsLeft() {
        model.all().forEach(entry -> {
            boolean stays = entry.is(Active.class);
            assertThat(world.adapters().repository().find(entry.id()).isPresent())
                    .as("a record of %s", entry)
                    .isEqualTo(stays);
            assertThat(world.hasObject(ObjectKey.of(entry.id())))
                    .as("bytes of %s", entry)
                    .isEqualTo(stays);
            assertThat(world.hasObject(ObjectKey.uploaded(entry.id())))
                    .as("bytes for %s", entry)
                    .isFalse();
        });
        Set<ObjectKey> keys = model.all().map(entry -> ObjectKey.of(entry.id())).collect(Collectors.toSet());
        assertThat(world.uploads()).as("parts that are left").noneMatch(keys::contains);
    }

    private void assertListed(Asking asking, Predicate<Entry> filter) {
        var query = asking.from(world.begin()).until(world.now().plusMillis(1)).query();
        world.adapters()
                .listed(() -> assertThat(walk(after -> service.listImages().list(query, after, PAGE_SIZE)).stream()
                                .map(image -> new Entry(image.id(), world.user(image.owner()), state(image)))
                                .toList())
                        .as("%s", query)
                        .isEqualTo(model.listed(filter).stream()
                                .map(entry -> new Entry(entry.id(), entry.owner(), told(entry)))
                                .toList()));
    }

    private List<TrashedImage> trash(int user) {
        return walk(after -> service.listTrash().list(world.user(user), null, after, PAGE_SIZE));
    }

    private State told(Entry entry) {
        return entry.state().told(world.now());
    }

    /** Every page of a list. */
    static <T> List<T> walk(Function<@Nullable Position, Outcome<Page<T>>> list) {
        List<T> all = new ArrayList<>();
        @Nullable Position after = null;
        do {
            Page<T> page = ((Outcome.Done<Page<T>>) list.apply(after)).value();
            all.addAll(page.items());
            after = page.next().orElse(null);
        } while (after != null);
        return all;
    }
}
