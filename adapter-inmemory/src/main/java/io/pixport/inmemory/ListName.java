package io.pixport.inmemory;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of active images: all, a user's, those with a tag, or a user's with a tag.
 *
 * @param owner whose; null for everybody's
 * @param tag which all have; null for any or none
 */
record ListName(@Nullable UserId owner, @Nullable Tag tag) {
    private static final ListName ALL = new ListName(null, null);

    /** Every list that the image is in. */
    static List<ListName> of(ActiveImage image) {
        List<Tag> tags = image.details().tags();
        List<ListName> names = new ArrayList<>(2 + 2 * tags.size());
        names.add(ALL);
        names.add(new ListName(image.owner(), null));
        for (Tag tag : tags) {
            names.add(new ListName(null, tag));
            names.add(new ListName(image.owner(), tag));
        }
        return names;
    }
}
