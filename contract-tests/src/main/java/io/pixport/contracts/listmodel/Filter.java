package io.pixport.contracts.listmodel;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which images to list, in the numbers of a story.
 *
 * @param owner null for everybody
 * @param anyTag whether one of the tags is enough
 * @param format null for every format
 * @param from milliseconds after the story's begin, inclusive; null for no bound
 * @param until milliseconds after the story's begin, exclusive; null for no bound
 */
record Filter(
        @Nullable Integer owner,
        Set<Integer> tags,
        boolean anyTag,
        Set<Integer> notTags,
        @Nullable Integer format,
        @Nullable Integer from,
        @Nullable Integer until) {

    boolean passes(ListModel.Entry image) {
        if (owner != null && owner != image.owner()) {
            return false;
        }
        Set<Integer> wantedAndHad = new HashSet<>(tags);
        wantedAndHad.retainAll(image.tags());
        boolean enough = tags.isEmpty() || (anyTag ? !wantedAndHad.isEmpty() : wantedAndHad.size() == tags.size());
        Set<Integer> unwantedAndHad = new HashSet<>(notTags);
        unwantedAndHad.retainAll(image.tags());
        return enough
                && unwantedAndHad.isEmpty()
                && (format == null || format == image.format())
                && (from == null || image.uploaded() >= from)
                && (until == null || image.uploaded() < until);
    }
}
