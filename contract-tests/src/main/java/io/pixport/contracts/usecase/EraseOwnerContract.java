package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.Images;
import io.pixport.contracts.faults.Faults.Step;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.usecase.EraseOwner.Report;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.Reconcile.Scope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deleting everything of an owner for good. */
public interface EraseOwnerContract extends UseCaseFixture {
    @Test
    default void everythingOfAnOwnerIsGoneWithItsBytesAndNothingOfAnother() {
        TestService service = service();
        TestService other = service();
        ActiveImage others = other.upload();
        ImageId reserved =
                other.reserve(Method.POST, ImageMaker.png(50, 50)).image().id();
        ActiveImage image = service.upload(Fresh.tag());
        service.upload();
        trash(service, service.upload());
        service.reserve(Method.PUT, ImageMaker.png(50, 50));
        service.arrived(Method.PUT, ImageMaker.png(50, 50));
        service.arrived(Method.POST, ImageMaker.png(50, 50));
        service.complete(service.arrived(Method.POST, Images.bytes("bad/truncated.png"))
                .image()
                .id());
        service.complete(
                service.arrived(Method.PUT, service.content(image)).image().id(), OnDuplicate.RETURN);

        assertThat(erase(service)).isEqualTo(new Report(2, 1, 5, 0, true));

        service.assertNothingIsThereBut(List.of());
        assertThat(service.reservations()).isEmpty();
        assertThat(erase(service)).isEqualTo(new Report(0, 0, 0, 0, true));
        assertThat(other.content(others)).isNotEmpty();
        assertThat(repository().find(reserved)).isPresent();
    }

    @Test
    default void whatHasLostItsBytesIsErasedAsWell() {
        TestService service = service();
        TestService other = service();
        ImageId lost = service.upload().id();
        ImageId others = other.upload().id();
        store().delete(ObjectKey.of(lost));
        store().delete(ObjectKey.of(others));
        for (TestService each : List.of(service, other)) {
            each.clock().advance(TestService.ORPHAN_AGE);
            each.cases().reconcile().run(Scope.EVERYTHING);
        }

        assertThat(erase(service)).isEqualTo(new Report(1, 0, 0, 0, true));

        assertThat(repository().find(lost)).isEmpty();
        assertThat(repository().find(others)).get().isInstanceOf(MissingImage.class);
    }

    @Test
    default void onlyTheOwnerOrNobodyInParticularMayEraseEverything() {
        TestService service = service();
        service.upload();

        assertThat(service.cases().eraseOwner().erase(service.owner(), Fresh.user()))
                .isInstanceOf(Outcome.NotOwner.class);
        assertThat(service.images()).hasSize(1);
        assertThat(TestService.done(service.cases().eraseOwner().erase(service.owner(), service.owner()))
                        .images())
                .isEqualTo(1);
    }

    @Test
    default void whatThereIsNoTimeForIsLeftToTheNextCall() {
        TestService service = service();
        for (int i = 0; i < 60; i++) {
            service.upload();
        }
        service.faults().before(Step.UPDATE, () -> service.clock().advance(Duration.ofSeconds(11)));

        Report first = erase(service);

        assertThat(first.done()).isFalse();
        assertThat(first.images()).isEqualTo(50);
        assertThat(service.images()).hasSize(10);
        service.assertAnswersAgree();
        assertThat(erase(service)).isEqualTo(new Report(10, 0, 0, 0, true));
        service.assertNothingIsThereBut(List.of());
    }

    @Test
    default void whatIsUploadedMeanwhileStays() {
        TestService service = service();
        ActiveImage before = service.upload();
        service.faults().before(Step.LIST, service::upload);

        assertThat(erase(service)).isEqualTo(new Report(1, 0, 0, 0, true));

        assertThat(service.get(before.id())).isEmpty();
        assertThat(service.images()).hasSize(1);
        service.assertAnswersAgree();
    }

    /** Between the lists that are gone through, one after the other. */
    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"LIST_RESERVATIONS", "LIST_TRASH", "LIST"})
    default void whatMovesOnMeanwhileIsMetWhereItGoes(Step step) {
        TestService service = service();
        ImageId completed =
                service.arrived(Method.PUT, ImageMaker.png(50, 50)).image().id();
        ActiveImage trashed = service.upload();
        service.faults().before(step, () -> {
            service.complete(completed);
            trash(service, trashed);
        });

        while (!erase(service).done()) {
            service.assertAnswersAgree();
        }

        service.assertNothingIsThereBut(List.of());
        assertThat(service.reservations()).isEmpty();
    }

    @Test
    default void whatIsChangedMeanwhileIsLeftAndToldSo() {
        TestService service = service();
        ImageId id = service.upload().id();
        service.faults()
                .before(
                        Step.UPDATE,
                        () -> TestService.done(service.cases()
                                .updateImage()
                                .update(id, null, null, details -> details.withTitle("New"))));

        assertThat(erase(service)).isEqualTo(new Report(0, 0, 0, 0, false));

        assertThat(service.get(id)).isPresent();
        assertThat(erase(service)).isEqualTo(new Report(1, 0, 0, 0, true));
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"UPDATE", "DELETE_OBJECTS", "DELETE_RECORD"})
    default void whatAStoreFailsOnIsToldAndHiddenOrStillThere(Step step) {
        TestService service = service();
        service.upload();
        service.faults().failBefore(step);

        assertThat(erase(service)).isEqualTo(new Report(0, 0, 0, 1, false));

        service.assertAnswersAgree();
        erase(service);
        service.tidy();
        service.assertNothingIsThereBut(List.of());
    }

    @Test
    default void severalAtOnceEraseEverything() {
        TestService service = service();
        for (int i = 0; i < 12; i++) {
            service.upload();
        }

        List<Report> reports = AtOnce.call(4, i -> erase(service));

        assertThat(reports).allMatch(report -> report.images() <= 12);
        while (!erase(service).done()) {
            service.assertAnswersAgree();
        }
        service.assertNothingIsThereBut(List.of());
    }

    private static void trash(TestService service, ActiveImage image) {
        TestService.done(service.cases().deleteImage().delete(image.id(), null, null));
    }

    private static Report erase(TestService service) {
        return TestService.done(service.cases().eraseOwner().erase(service.owner(), null));
    }
}
