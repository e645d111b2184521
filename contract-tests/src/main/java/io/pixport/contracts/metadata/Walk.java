package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list from page to page to its end, and looks at what holds of every page: it is full but for the last, which
 * has no next one, and the next one begins behind its last item.
 *
 * @param list the list
 * @param position where an item stands in it
 */
record Walk<T>(PagedList<T> list, Function<T, Position> position) {
    /** More than any test makes. */
    private static final int ENDLESS = 10_000;

    /** A list of a repository. */
    @FunctionalInterface
    interface PagedList<T> {
        Page<T> page(@Nullable Position after, int limit);
    }

    static Walk<ActiveImage> over(PagedList<ActiveImage> list) {
        return new Walk<>(list, Walk::position);
    }

    static Walk<TrashedImage> overTrash(PagedList<TrashedImage> list) {
        return new Walk<>(list, Walk::position);
    }

    static Walk<Image> overExpired(PagedList<Image> list) {
        return new Walk<>(list, Walk::expiry);
    }

    static Position position(ActiveImage image) {
        return new Position(image.uploadedAt(), image.id());
    }

    static Position position(TrashedImage image) {
        return new Position(image.deletedAt(), image.id());
    }

    static Position expiry(Image image) {
        return new Position(image.expiresAt().orElseThrow(), image.id());
    }

    /** Everything, by the largest page there is. */
    List<T> all() {
        return by(1000);
    }

    /** Everything, by pages of so many. */
    List<T> by(int limit) {
        return by(limit, null, () -> {});
    }

    /**
     * Everything behind a position, by pages of so many.
     *
     * @param between done after each page
     */
    List<T> by(int limit, @Nullable Position start, Runnable between) {
        List<T> seen = new ArrayList<>();
        Optional<Position> next = Optional.ofNullable(start);
        do {
            Page<T> page = list.page(next.orElse(null), limit);
            seen.addAll(page.items());
            assertThat(seen).as("a walk comes to an end").hasSizeLessThan(ENDLESS);
            next = page.next();
            if (next.isPresent()) {
                assertThat(page.items()).as("a page that is not the last").hasSize(limit);
                assertThat(next).contains(position.apply(page.items().getLast()));
            } else {
                assertThat(page.items()).as("the last page").hasSizeLessThanOrEqualTo(limit);
            }
            between.run();
        } while (next.isPresent());
        return seen;
    }
}
