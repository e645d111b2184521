package io.pixport.contracts.listmodel;

import java.util.List;
import java.util.Set;

/**
 * A step of a story. Users, tags and formats are numbers; an image is picked by a number, whichever there are; times are
 * milliseconds that pass before the step, so that many images are of the same one.
 */
sealed interface Move {
    /** What changes something. */
    sealed interface Change extends Move {
        int pause();
    }

    record Save(int pause, int owner, Set<Integer> tags, int format) implements Change {}

    record Edit(int pause, int pick, Set<Integer> tags) implements Change {}

    record Trash(int pause, int pick) implements Change {}

    record Restore(int pause, int pick) implements Change {}

    record Purge(int pause, int pick) implements Change {}

    /** Reads a list page by page to its end, with one of the changes after each page until there are no more of them. */
    record Read(Filter filter, int limit, List<Change> between) implements Move {}
}
