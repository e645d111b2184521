package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.TestLimits;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Parts;
import io.pixport.core.model.UserId;
import io.pixport.core.port.IdempotencyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Images that are uploaded in parts, because they are larger than the threshold. */
public interface PartsHttpContract extends HttpFixture {
    int PART_SIZE = Math.toIntExact(Parts.MIN_SIZE);

    /** Of two parts, the second of which is small. */
    int IN_TWO_PARTS = PART_SIZE + 3000;

    int SMALL_THRESHOLD = 5000;

    Limits SMALL_ONES_IN_PARTS = TestLimits.but(Map.of("multipartThreshold", (long) SMALL_THRESHOLD));

    @Test
    default void anUploadGoesOnWhereItStoppedDaysLater(ApiBuilder builder) {
        Limits large = TestLimits.but(Map.of("maxSize", 200L << 20, "reservationLife", Duration.ofDays(7)));
        Api api = builder.limits(large).startingAgo(Duration.ofDays(6)).start();
        byte[] bytes = ImageMaker.jpegOfSize(IN_TWO_PARTS);
        DirectUpload upload = DirectUpload.reserve(api, DirectUpload.link(Fresh.user(), bytes));
        assertThat(upload.reserved())
                .hasOnlyMembers("", Set.of("image_id", "status", "upload", "expires_in"))
                .hasOnlyMembers("/upload", Set.of("method", "part_size", "parts"))
                .hasOnlyMembers("/upload/parts/0", Set.of("number", "size", "arrived", "url", "headers"))
                .has("/upload/method", "PUT")
                .has("/upload/part_size", PART_SIZE)
                .has("/upload/parts/0/size", PART_SIZE)
                .has("/upload/parts/1/number", 2)
                .has("/upload/parts/1/size", 3000)
                .has("/upload/parts/1/arrived", false)
                .has("/expires_in", 7 * 24 * 3600);
        assertThat(upload.sendPart(upload.reserved(), 2, bytes).status()).isBetween(200, 299);

        api.clock().advance(Duration.ofDays(6));

        assertThat(upload.complete())
                .isProblem(409)
                .saying("these parts have not arrived: 1;")
                .naming("parts[1]");
        Answer status = upload.status();
        assertThat(status)
                .hasStatus(200)
                .hasHeader("Cache-Control", "private, no-store")
                .hasOnlyMembers("", Set.of("image_id", "status", "upload", "expires_in"))
                .hasOnlyMembers("/upload/parts/0", Set.of("number", "size", "arrived", "url", "headers"))
                .hasOnlyMembers("/upload/parts/1", Set.of("number", "size", "arrived"))
                .has("/status", "pending")
                .has("/upload/parts/0/arrived", false)
                .has("/upload/parts/1/arrived", true)
                .has("/expires_in", 24 * 3600);
        assertThat(upload.sendPart(status, 1, bytes).status()).isBetween(200, 299);
        assertThat(upload.complete()).hasStatus(200).has("/status", "active").has("/metadata/size", bytes.length);
        assertThat(api.get("/images/" + upload.id() + "/content").body()).isEqualTo(bytes);
        assertThat(upload.status()).hasStatus(200).has("/status", "active");
    }

    @Test
    default void aReservationWhoseLinksAreTooLongToBeKeptIsTheSameWhenItIsSentAgain(ApiBuilder builder) {
        Api api = builder.limits(TestLimits.but(Map.of("maxSize", 200L << 20)))
                .longLinks()
                .start();
        UserId user = Fresh.user();
        Call asking = asking(user, 160 << 20, null)
                .header("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = api.send(asking);
        Answer again = api.send(asking);

        assertThat(first).hasStatus(201).has("/upload/parts/19/number", 20);
        assertThat(first.text()).hasSizeGreaterThan(IdempotencyStore.MAX_ANSWER);
        assertThat(again)
                .hasStatus(201)
                .has("/image_id", first.textAt("/image_id"))
                .has("/upload/parts/19/number", 20);
        assertThat(api.backend().repository().listReservations(user, null, 10).items())
                .hasSize(1);
    }

    @Test
    default void whatIsSentAfterCompletionHasNoEffect(ApiBuilder builder) {
        Api api = builder.limits(SMALL_ONES_IN_PARTS).start();
        DirectUpload upload = DirectUpload.reserve(api, DirectUpload.link(Fresh.user(), Api.SMALL));
        assertThat(upload.sendPart(upload.reserved(), 1, Api.SMALL).status()).isBetween(200, 299);
        Answer completed = upload.complete();
        assertThat(completed).hasStatus(200);

        upload.sendPart(upload.reserved(), 1, ImageMaker.jpegOfSize(Api.SMALL.length));

        assertThat(upload.complete()).hasStatus(200).has("", completed.at(""));
        assertThat(api.get("/images/" + upload.id() + "/content").body()).isEqualTo(Api.SMALL);
    }

    @Test
    default void otherBytesThanAnnouncedAreRejectedWithTheReason(ApiBuilder builder) {
        Api api = builder.limits(SMALL_ONES_IN_PARTS).start();
        DirectUpload upload = DirectUpload.reserve(api, DirectUpload.link(Fresh.user(), Api.SMALL));
        assertThat(upload.sendPart(upload.reserved(), 1, ImageMaker.jpegOfSize(Api.SMALL.length))
                        .status())
                .isBetween(200, 299);

        assertThat(upload.complete()).isProblem(422).naming("sha256");

        assertThat(upload.status()).has("/status", "rejected");
        assertThat(api.hasBytes(upload.id())).isFalse();
    }

    @Test
    default void aPartOfAnotherSizeIsRefusedAndStaysMissing(ApiBuilder builder) {
        Api api = builder.limits(SMALL_ONES_IN_PARTS).start();
        DirectUpload upload = DirectUpload.reserve(api, DirectUpload.link(Fresh.user(), Api.SMALL));
        byte[] longer = ImageMaker.jpegOfSize(Api.SMALL.length + 1);

        assertThat(upload.sendTo(upload.reserved(), 1, longer).status()).isBetween(400, 499);

        assertThat(upload.status()).has("/upload/parts/0/arrived", false);
        assertThat(upload.complete()).isProblem(409).naming("parts[1]");
    }

    @Test
    default void whatIsLargerThanTheThresholdHasPartsUnlessAFormIsAskedFor(ApiBuilder builder) {
        Api api = builder.limits(SMALL_ONES_IN_PARTS).start();
        UserId user = Fresh.user();

        assertThat(api.get("/limits")).has("/multipart_threshold", SMALL_THRESHOLD);
        assertThat(reserving(api, user, SMALL_THRESHOLD + 1, null)).has("/upload/parts/0/number", 1);
        assertThat(reserving(api, user, SMALL_THRESHOLD + 1, "PUT")).has("/upload/parts/0/number", 1);
        assertThat(reserving(api, user, SMALL_THRESHOLD + 1, "POST")).has("/upload/method", "POST");
        assertThat(reserving(api, user, SMALL_THRESHOLD, null)).has("/upload/method", "POST");
        assertThat(reserving(api, user, SMALL_THRESHOLD, "PUT")).isProblem(400).naming("sha256");
    }

    private static Answer reserving(Api api, UserId user, long size, @Nullable String method) {
        return api.send(asking(user, size, method));
    }

    private static Call asking(UserId user, long size, @Nullable String method) {
        return DirectUpload.asking("\"user_id\": \"%s\", \"content_type\": \"image/jpeg\", \"size\": %d, \"method\": %s"
                .formatted(user, size, method == null ? null : '"' + method + '"'));
    }
}
