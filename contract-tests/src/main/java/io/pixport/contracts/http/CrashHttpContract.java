package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.faults.Faults.Step;
import io.pixport.contracts.faults.Faults.Then;
import io.pixport.contracts.faults.Faults.When;
import io.pixport.core.model.ImageId;
import io.pixport.core.port.ObjectKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A request under an {@code Idempotency-Key} whose process dies, or whose backend fails, before or after any of its steps:
 * sent again, to another process, it is done once.
 */
public interface CrashHttpContract extends HttpFixture {
    @ParameterizedTest
    @EnumSource(When.class)
    default void anUploadThatFailsAnywhereIsOneImageWhenItIsSentAgain(When when, ApiBuilder builder) {
        Processes processes = Processes.start(builder.aloneInTime());
        List<String> ids = new ArrayList<>();

        processes.failEverywhere(when, Api.uploading(processes.user(), "title", "T"), again -> {
            ids.add(Api.idOf(again));
            assertThat(again).has("/metadata/title", "T").isLocatedAt("/images/" + Api.idOf(again));
            assertThat(processes.images()).containsExactlyInAnyOrderElementsOf(ids);
        });

        processes.assertNothingIsThereBut(ids);
    }

    @ParameterizedTest
    @EnumSource(When.class)
    default void aReservationThatFailsAnywhereIsOneWhenItIsSentAgain(When when, ApiBuilder builder) {
        Processes processes = Processes.start(builder.aloneInTime());
        List<String> ids = new ArrayList<>();

        processes.failEverywhere(when, DirectUpload.link(processes.user(), Api.SMALL), again -> {
            DirectUpload upload = new DirectUpload(processes.second(), again);
            assertThat(again).hasStatus(201).isLocatedAt(upload.path());
            assertThat(processes.reservations()).containsExactly(upload.id());
            processes.arrive(ObjectKey.of(processes.id(upload)));
            assertThat(upload.complete()).hasStatus(200);
            ids.add(upload.id());
        });

        processes.assertNothingIsThereBut(ids);
    }

    @ParameterizedTest
    @EnumSource(When.class)
    default void aReservationInPartsThatFailsAnywhereIsOneWhenItIsSentAgain(When when, ApiBuilder builder) {
        Processes processes = Processes.start(builder.aloneInTime().limits(PartsHttpContract.SMALL_ONES_IN_PARTS));
        List<String> ids = new ArrayList<>();

        processes.failEverywhere(when, DirectUpload.link(processes.user(), Api.SMALL), again -> {
            DirectUpload upload = new DirectUpload(processes.second(), again);
            assertThat(again).hasStatus(201).has("/upload/parts/0/number", 1);
            ids.add(upload.id());
            assertThat(processes.reservations()).containsExactlyInAnyOrderElementsOf(ids);
        });

        processes.assertNothingIsThereBut(List.of());
        assertThat(processes.uploads()).noneMatch(processes::isOfThisTest);
    }

    @ParameterizedTest
    @EnumSource(When.class)
    default void aCompletionInPartsThatFailsAnywhereIsDoneWhenItIsSentAgain(When when, ApiBuilder builder) {
        Processes processes = Processes.start(
                builder.startingAgo(Duration.ofMinutes(40)).limits(PartsHttpContract.SMALL_ONES_IN_PARTS));
        List<String> ids = new ArrayList<>();
        boolean came = true;
        while (came) {
            DirectUpload upload =
                    DirectUpload.reserve(processes.second(), DirectUpload.link(processes.user(), Api.SMALL));
            ids.add(upload.id());
            assertThat(upload.sendPart(upload.reserved(), 1, Api.SMALL).status())
                    .isBetween(200, 299);
            came = processes.failsAt(ids.size(), when, Processes.keyed(upload.completing()), again -> assertThat(again)
                    .hasStatus(200)
                    .has("/status", "active"));
            assertThat(processes
                            .second()
                            .get("/images/" + upload.id() + "/content")
                            .body())
                    .isEqualTo(Api.SMALL);
        }
        assertThat(processes.images()).hasSizeGreaterThan(5).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(processes.uploads())
                .doesNotContainAnyElementsOf(ids.stream()
                        .map(id -> ObjectKey.of(ImageId.parse(id).orElseThrow()))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(When.class)
    default void aCompletionThatFailsAnywhereIsDoneWhenItIsSentAgain(When when, ApiBuilder builder) {
        Processes processes = Processes.start(builder.aloneInTime());
        List<String> ids = new ArrayList<>();
        boolean came = true;
        for (int call = 1; came; call++) {
            DirectUpload upload = DirectUpload.reserve(processes.second(), DirectUpload.form(processes.user()));
            processes.arrive(ObjectKey.uploaded(processes.id(upload)));
            came = processes.failsAt(call, when, Processes.keyed(upload.completing()), again -> assertThat(again)
                    .hasStatus(200)
                    .has("/status", "active"));
            ids.add(upload.id());
        }

        processes.assertNothingIsThereBut(ids);
    }

    @ParameterizedTest
    @EnumSource(When.class)
    default void aBatchThatFailsAnywhereIsDoneWhenItIsSentAgain(When when, ApiBuilder builder) {
        Processes processes = Processes.start(builder.aloneInTime());
        List<String> ids = new ArrayList<>();
        boolean came = true;
        for (int call = 1; came; call++) {
            String tagged = processes.second().uploaded(processes.user());
            String restored = processes.second().uploaded(processes.user());
            assertThat(processes.second().send(Call.delete("/images/" + restored)))
                    .hasStatus(200);
            Call batch = Processes.keyed(BatchHttpContract.batch(
                    BatchHttpContract.operation("tag", tagged, "sea"),
                    BatchHttpContract.operation("restore", restored)));
            processes.faults().failCall(call, when, Then.STAY_DOWN);
            processes.first().send(batch);
            came = processes.faults().mend();
            processes.endLease();

            assertThat(processes.second().send(batch)).hasStatus(200).has("/failed", 0);
            assertThat(processes.second().get("/images/" + tagged)).has("/metadata/tags", List.of("sea"));
            ids.addAll(List.of(tagged, restored));
        }

        processes.assertNothingIsThereBut(ids);
    }

    @Test
    default void aReservationThatWasCompletedBeforeItsAnswerCameIsAnsweredWithoutALink(ApiBuilder builder) {
        Processes processes = Processes.start(builder.aloneInTime());
        Call asking = Processes.keyed(DirectUpload.link(processes.user(), Api.SMALL));
        processes.faults().failBefore(Step.FINISH);
        assertThat(processes.first().send(asking)).isProblem(503);
        String id = processes.reservations().getFirst();
        processes.arrive(ObjectKey.of(ImageId.parse(id).orElseThrow()));
        assertThat(processes.second().send(Call.post("/uploads/" + id + "/complete")))
                .hasStatus(200);

        Answer again = processes.second().send(asking);

        assertThat(again).hasStatus(200).has("/image_id", id).has("/status", "active");
        assertThat(again.text()).doesNotContain("\"upload\"");
        assertThat(processes.second().send(asking)).hasStatus(200).has("", again.at(""));
    }

    @Test
    default void anUploadThatWasDeletedBeforeItsAnswerCameStaysDeleted(ApiBuilder builder) {
        Processes processes = Processes.start(builder.aloneInTime());
        Call uploading = Processes.keyed(Api.uploading(processes.user()));
        processes.faults().failAfter(Step.SAVE);
        assertThat(processes.first().send(uploading)).isProblem(503);
        String id = processes.images().getFirst();
        assertThat(processes.second().send(Call.delete("/images/" + id))).hasStatus(200);

        Answer again = processes.second().send(uploading);

        assertThat(again).hasStatus(201).has("/image_id", id);
        assertThat(processes.images()).isEmpty();
        assertThat(processes.second().get("/users/" + processes.user() + "/trash"))
                .has("/count", 1);
    }

    @Test
    default void whoIsSlowerThanItsLeaseIsOvertakenAndStoresNothing(ApiBuilder builder) {
        Processes processes = Processes.start(builder.aloneInTime());
        Call uploading = Processes.keyed(Api.uploading(processes.user()));
        List<Answer> faster = new ArrayList<>();
        processes.faults().before(Step.SAVE, () -> {
            processes.endLease();
            faster.add(processes.second().send(uploading));
        });

        Answer slow = processes.first().send(uploading);

        assertThat(slow).isProblem(503);
        assertThat(processes.second().send(uploading)).hasStatus(201).has("/image_id", Api.idOf(faster.getFirst()));
        processes.assertNothingIsThereBut(List.of(Api.idOf(faster.getFirst())));
    }

    @Test
    default void manyWhoTakeOverAtOnceStoreOneImage(ApiBuilder builder) {
        Processes processes = Processes.start(builder.aloneInTime());
        for (Step step : List.of(Step.PUT, Step.SAVE, Step.FINISH)) {
            List<String> before = processes.images();
            Call uploading = Processes.keyed(Api.uploading(processes.user()));
            processes.faults().failAfter(step);
            assertThat(processes.first().send(uploading)).isProblem(503);
            processes.endLease();

            List<Answer> answers =
                    AtOnce.call(6, i -> (i % 2 == 0 ? processes.first() : processes.second()).send(uploading));

            assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409).contains(201);
            assertThat(processes.images()).hasSize(before.size() + 1);
        }
        processes.assertNothingIsThereBut(processes.images());
    }
}
