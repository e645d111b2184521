package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.ImageMaker;
import io.pixport.http.Headers;
import io.pixport.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two processes that come from one snapshot, at the same instant: the hooks are called by hand, one after the other. */
final class SnapshotTest {
    private static final Instant NOW = Instant.parse("2026-02-11T10:30:00Z");
    private static final byte[] IMAGE = ImageMaker.jpegOfSize(3_000);
    private static final int UPLOADS = 20;
    /** Within a millisecond a generator goes on from its last id by at most this. */
    private static final long STEP = 1L << 31;

    private final RenewedTest.Snapshots snapshots = new RenewedTest.Snapshots();
    private final PixportFunction function = new PixportFunction(
            () -> Composition.of(
                    Settings.ofFunction(
                            Map.of("PIXPORT_SECRET", "a secret that all copies of a snapshot share"), () -> NOW),
                    () -> NOW),
            snapshots);

    @Test
    void idsOfBothAreUniqueAndGoOnFromNothingThatTheyShare() throws Exception {
        List<UUID> before = upload();
        snapshots.takeAndRestore();
        List<UUID> one = upload();
        snapshots.takeAndRestore();
        List<UUID> other = upload();

        List<UUID> all = new ArrayList<>(before);
        all.addAll(one);
        all.addAll(other);
        assertThat(all).doesNotHaveDuplicates().hasSize(3 * UPLOADS);
        assertThat(distance(before, one)).isGreaterThan(UPLOADS * STEP);
        assertThat(distance(before, other)).isGreaterThan(2 * UPLOADS * STEP);
    }

    @Test
    void aPageTokenOfOneIsGoodForTheOther() throws Exception {
        upload();
        String token = send("GET", "/images?limit=1", new byte[0])
                .get("next_page_token")
                .stringValue();

        snapshots.takeAndRestore();

        assertThat(send("GET", "/images?limit=1&page_token=" + token, new byte[0])
                        .get("count")
                        .intValue())
                .isZero();
    }

    private static long distance(List<UUID> from, List<UUID> to) {
        return Math.abs(to.getFirst().getLeastSignificantBits() - from.getLast().getLeastSignificantBits());
    }

    private List<UUID> upload() throws IOException {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            JsonNode uploaded = send("POST", "/images?user_id=me", IMAGE);
            ids.add(UUID.fromString(uploaded.get("image_id").stringValue()));
        }
        return ids;
    }

    private JsonNode send(String method, String target, byte[] body) throws IOException {
        byte[] event = TestGateway.HTTP_API.event(method, target, Headers.of("Content-Type", "image/jpeg"), body);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event), answer, Invocation.of(Duration.ofSeconds(60)));
        TestGateway.Received received = TestGateway.HTTP_API.received(answer.toByteArray());
        assertThat(received.status()).isLessThan(300);
        return JsonMapper.shared().readTree(received.body());
    }
}
