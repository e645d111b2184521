package io.pixport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.TestClock;
import io.pixport.contracts.usecase.TestService;
import io.pixport.core.model.Announcement;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Limits;
import io.pixport.core.model.UserId;
import io.pixport.core.port.LinkGrant;
import io.pixport.core.port.PresignedParts;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.ReserveUpload.Reservation;
import io.pixport.core.usecase.Spool;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How long links for parts are good, by a clock that the store and the use cases share. */
class PartLinksTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-02-11T10:30:00.250Z"));
    private final InMemoryImageStore store =
            new InMemoryImageStore(clock, () -> URI.create("http://localhost"), new byte[32], 1000);
    private final ImageService images = ImageService.over(
            store,
            new InMemoryMetadataRepository(),
            clock,
            new SecureRandom(),
            new Spool(Path.of("target"), 1000),
            Limits.DEFAULTS);

    @Test
    void they_end_with_the_reservation_whenever_they_were_made() {
        Announcement announced = new Announcement(Method.PARTS, ImageFormat.PNG, 2000L, null);
        Reservation reservation = TestService.done(images.reserveUpload()
                .reserve(images.ids().next(), new UserId("user123"), null, ImageDetails.NONE, announced, null));
        clock.advance(Duration.ofMinutes(20));
        PresignedParts later = TestService.done(images.getParts().get(reservation.image()));

        assertThat(later.expiresAt()).isBeforeOrEqualTo(reservation.image().expiry());
        clock.advance(Duration.ofMinutes(40).minusSeconds(1));
        assertThat(grant(reservation.link())).isInstanceOf(LinkGrant.Part.class);
        assertThat(grant(later)).isInstanceOf(LinkGrant.Part.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(grant(reservation.link())).isInstanceOf(LinkGrant.Denied.class);
        assertThat(grant(later)).isInstanceOf(LinkGrant.Denied.class);
    }

    private LinkGrant grant(Object link) {
        PresignedParts.Part part = ((PresignedParts) link).parts().getFirst();
        return store.verify("PUT", Objects.requireNonNull(part.link()).url());
    }
}
