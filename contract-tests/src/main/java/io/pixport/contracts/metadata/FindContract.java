package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.DuplicateImage;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.RejectedImage;
import io.pixport.core.model.TrashedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Finding a record by its id: as it was given, in whichever state it is. */
public interface FindContract extends RepositoryFixture {
    @Test
    default void whatWasNeverSavedIsNotFound() {
        assertThat(repository().find(new Records().id())).isEmpty();
    }

    @Test
    default void anImageIsFoundWithEverythingItHas() {
        ActiveImage image = new Records().full();
        save(image);

        assertThat(repository().find(image.id())).contains(image);
    }

    @Test
    default void anImageIsFoundWithoutWhatItDoesNotHave() {
        ActiveImage image = new Records().active();
        save(image);

        assertThat(repository().find(image.id())).contains(image);
    }

    @Test
    default void tagsAndFieldsKeepTheirOrder() {
        Records records = new Records();
        Map<String, String> custom = new LinkedHashMap<>();
        List.of("z", "a", "m", "b", "y").forEach(name -> custom.put(name, "value of " + name));
        ActiveImage image = records.full();
        ImageDetails details =
                image.details().withTags(image.details().tags().reversed()).withCustom(custom);
        save(image);

        replace(image.edit(details, records.now()));

        ActiveImage found = (ActiveImage) repository().find(image.id()).orElseThrow();
        assertThat(found.details().tags()).isEqualTo(details.tags());
        assertThat(new ArrayList<>(found.details().custom().keySet())).isEqualTo(List.of("z", "a", "m", "b", "y"));
    }

    @Test
    default void anImageInTheTrashIsFound() {
        TrashedImage image = new Records().trashed();
        save(image);

        assertThat(repository().find(image.id())).contains(image);
    }

    @Test
    default void aReservationIsFound() {
        PendingImage image = new Records().pending(Duration.ofHours(1));
        save(image);

        assertThat(repository().find(image.id())).contains(image);
    }

    @Test
    default void aReservationIsFoundWithEverythingThatWasAnnounced() {
        Records records = new Records();
        PendingImage image = records.announced(records.full().details());
        save(image);

        assertThat(repository().find(image.id())).contains(image);
    }

    @Test
    default void aReservationInPartsIsFoundWithThemAndSoIsItsRemoval() {
        Records records = new Records();
        PendingImage pending = records.inParts(Duration.ofHours(1));
        save(pending);
        assertThat(repository().find(pending.id())).contains(pending);

        PurgingImage purging = replace(pending.purge(records.now(), Records.PATIENCE));

        assertThat(purging.uploadId()).isNotNull();
        assertThat(repository().find(pending.id())).contains(purging);
    }

    @Test
    default void aRejectedReservationIsFoundWithItsReasons() {
        RejectedImage image = new Records().rejected(Duration.ofHours(1));
        save(image);

        assertThat(repository().find(image.id())).contains(image);
    }

    @Test
    default void aReservationThatWasNotNeededIsFoundWithTheImageOfTheSameBytes() {
        DuplicateImage image = new Records().duplicate(Duration.ofHours(1));
        save(image);

        assertThat(repository().find(image.id())).contains(image);
    }

    @Test
    default void anImageThatIsBeingPurgedIsFound() {
        PurgingImage image = new Records().purging();
        save(image);

        assertThat(repository().find(image.id())).contains(image);
    }

    @Test
    default void aReservationThatWasCompletedIsFoundAsAnImage() {
        Records records = new Records();
        PendingImage pending = records.pending(Duration.ofHours(1));
        save(pending);

        ActiveImage completed = replace(pending.complete(records.full().content(), records.now()));

        assertThat(repository().find(pending.id())).contains(completed);
    }
}
