package io.pixport.contracts.usecase;

import io.pixport.core.model.Limits;
import java.time.Duration;

/** The default limits, but for one. */
public final class TestLimits {
    private TestLimits() {}

    public static Limits keepingTrashFor(Duration retention) {
        Limits is = Limits.DEFAULTS;
        return new Limits(
                is.formats(),
                is.minSize(),
                is.maxSize(),
                is.multipartThreshold(),
                is.minSide(),
                is.maxSide(),
                is.maxFrames(),
                is.maxPixels(),
                is.titleLength(),
                is.descriptionLength(),
                is.altTextLength(),
                is.tags(),
                is.tagLength(),
                is.customFields(),
                is.customNameLength(),
                is.customValueLength(),
                is.userIdLength(),
                is.fileNameLength(),
                is.minLinkLife(),
                is.maxLinkLife(),
                is.defaultLinkLife(),
                is.defaultPageSize(),
                is.maxPageSize(),
                retention,
                is.reservationLife());
    }
}
