package io.pixport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.pixport.inmemory.BrokenUseCases.Leaf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A use case that breaks a promise is found by so many histories, or orders of clients, as a build has. */
final class PlantedBugsTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                BrokenUseCases.UploadsTheRecordBeforeTheBytes.class,
                BrokenUseCases.AnswersAnUploadThatFailed.class,
                BrokenUseCases.RestoresWhatHasExpired.class,
                BrokenUseCases.DeletesTheBytesWithTheImage.class,
                BrokenUseCases.ReconcilesWithoutLookingForLeftovers.class,
                BrokenUseCases.PurgesTheRecordBeforeTheBytes.class,
                BrokenUseCases.PurgesTheRecordThoughTheBytesStay.class,
                BrokenUseCases.PurgesTooEarly.class,
                BrokenUseCases.PurgesNothingOfForms.class,
                BrokenUseCases.CompletesWithoutTakingTheBytesOver.class,
                BrokenUseCases.CompletesPartsWithoutLookingAtTheDigestOfTheWhole.class,
                BrokenUseCases.ErasesAnOwnerButTheReservations.class,
                BrokenUseCases.ReconcilesWithoutEndingUploads.class,
                BrokenUseCases.StoresAgainWhatAKeyWasUsedFor.class,
                BrokenUseCases.DropsWhatAFormPutBeforeTheRecord.class,
                BrokenUseCases.ErasesTheRecordAlone.class,
                BrokenUseCases.ReusesWhatOthersHave.class,
                BrokenUseCases.ReusesWhatIsInTheTrash.class,
                BrokenUseCases.GoesOnBehindTheMillisecond.class,
                BrokenUseCases.TakesAnOutageForAnEmptyPage.class,
                BrokenUseCases.TakesAnOutageForAnAbsence.class
            })
    void aBugIsFoundByHistories(Class<? extends Leaf> bug) {
        assertThat(failures(
                        "jqwik",
                        selectMethod(
                                bug,
                                "whateverHappensWhatWasAnsweredStaysTrue",
                                "io.pixport.contracts.history.History")))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "UpdatesWhicheverVersionThereIs, ofADeleteAndAnUpdateThatMeanTheSameVersionOneIsDone",
        "RestoresWhateverHasBecomeOfIt, anImageThatIsErasedBesideARestoreIsGone",
        "ReconcilesWithoutAge, anUploadBesideAReconcilerIsDone",
        "ReconcilesWithoutABar, anUploadBesideALateReconcilerIsThereWholeOrFails",
        "PurgesTheBytesBeforeTheRecordIsMarked, anImageThatIsRestoredBesideAPurgeIsThereWholeOrGone",
        "RemovesTheBytesOfWhoeverWon, twoThatCompleteAnswerTheSame"
    })
    void aBugIsFoundByInterleavedClients(String bug, String test) throws ClassNotFoundException {
        Class<?> leaf = Class.forName(BrokenUseCases.class.getName() + "$" + bug);
        String parameters = test.startsWith("two") ? "io.pixport.core.model.Announcement$Method" : "";

        assertThat(failures("junit-jupiter", selectMethod(leaf, test, parameters)))
                .isPositive();
    }

    private static long failures(String engine, DiscoverySelector bug) {
        return EngineTestKit.engine(engine)
                .selectors(bug)
                .configurationParameter("jqwik.database", "")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .execute()
                .testEvents()
                .failed()
                .count();
    }
}
