package io.pixport.http;

import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.InvalidValueException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A text that an owner says about an image. */
enum DetailText {
    TITLE,
    DESCRIPTION,
    ALT_TEXT;

    /** What clients call it. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidValueException when the text is none that can be; it then is so for all details */
    ImageDetails set(ImageDetails details, @Nullable String text) {
        return switch (this) {
            case TITLE -> details.withTitle(text);
            case DESCRIPTION -> details.withDescription(text);
            case ALT_TEXT -> details.withAltText(text);
        };
    }
}
