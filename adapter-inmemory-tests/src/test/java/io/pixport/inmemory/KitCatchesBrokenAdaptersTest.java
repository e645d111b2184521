package io.pixport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** An adapter that breaks a promise fails the test of that promise; one that keeps them all fails none. */
final class KitCatchesBrokenAdaptersTest {
    private static final String PROPERTY = "everyListIsTheSameFilterOverAPlainMap";

    @ParameterizedTest
    @CsvSource({
        "InMemoryImageStoreTest, 90",
        "InMemoryMetadataRepositoryTest, 110",
        "InMemoryIdempotencyStoreTest, 20",
        "InMemoryUseCasesTest, 100",
        "BrokenStores$SaysThatItIsOutOfReach, 6",
        "BrokenRecords$SaysThatItIsOutOfReach, 5"
    })
    void anAdapterThatKeepsItsPromisesFailsNoTest(String leaf, long tests) {
        EngineExecutionResults results =
                run("junit-jupiter", List.of(selectClass(getClass().getPackageName() + "." + leaf)));

        assertThat(failures(results)).isEmpty();
        assertThat(results.containerEvents().failed().list()).isEmpty();
        results.testEvents()
                .assertStatistics(statistics -> statistics.aborted(0).skipped(0));
        assertThat(results.testEvents().succeeded().count()).isGreaterThanOrEqualTo(tests);
    }

    @ParameterizedTest
    @MethodSource
    void aBrokenStoreFailsTheTestOfThePromiseItBreaks(Class<?> leaf, String test) {
        assertThat(failures(run(leaf, test))).containsExactly(test);
    }

    static Stream<Arguments> aBrokenStoreFailsTheTestOfThePromiseItBreaks() {
        return Stream.of(
                arguments(BrokenStores.KeepsTheCallersBytes.class, "thePayloadIsNotKept"),
                arguments(BrokenStores.SharesOneStreamAmongReaders.class, "eachOpeningReadsFromTheFirstByteByItself"),
                arguments(BrokenStores.OverwritesOnPut.class, "putOnATakenKeyWithOtherBytesIsFalseAndTheFirstStay"),
                arguments(
                        BrokenStores.AlwaysSaysThatItStored.class,
                        "ofManyPuttingDifferentBytesUnderOneKeyAtOnceOneWins"),
                arguments(BrokenStores.BelievesTheDigest.class, "bytesOfAnotherDigestAreRefused"),
                arguments(BrokenStores.ThrowsWhenThereIsNothingToDelete.class, "deletingWhatIsNotThereDoesNothing"),
                arguments(BrokenStores.TakesTheLastByteOfARangeForItsEnd.class, "aRangeGivesItsBytesAndNoOthers"),
                arguments(BrokenStores.ListsKeysUnsorted.class, "objectsAreListedInTheOrderOfTheirKeys"),
                arguments(
                        BrokenStores.LosesAnObjectBetweenPages.class,
                        "everyPageButTheLastIsFullAndEveryObjectIsSeenOnce"),
                arguments(BrokenStores.SignsLinksThatDoNotExpire.class, "aReadLinkIsRefusedFromWhenItExpires"),
                arguments(BrokenStores.TakesLinksForAnyMethod.class, "aReadLinkIsRefusedForAnotherMethod"),
                arguments(
                        BrokenStores.TakesOtherBytesThanALinkAdmits.class,
                        "bytesOfAnotherSizeAreRefusedAndNothingIsStored"),
                arguments(
                        BrokenStores.TakesOtherBytesThanALinkAdmits.class,
                        "bytesOfAnotherDigestAreRefusedAndNothingIsStored"),
                arguments(
                        BrokenStores.TakesMoreThanAFormAdmits.class,
                        "lessOrMoreThanAFormAdmitsIsRefusedAndNothingIsStored"),
                arguments(BrokenStores.DoesNotAbort.class, "anAbortedUploadHasNoPartsAndCannotBeAssembled"),
                arguments(
                        BrokenStores.AssemblesWhateverHasArrived.class,
                        "aPartThatWasSentAgainSinceItWasListedIsNotAssembledAndTheUploadGoesOn"),
                arguments(BrokenStores.OverwritesWhenItAssembles.class, "whatATakenKeyHasStaysAndTheUploadGoesOn"),
                arguments(
                        BrokenStores.LosesAnUploadBetweenPages.class,
                        "everyUploadIsSeenOnceFromPageToPageInTheOrderOfTheKeys"),
                arguments(
                        BrokenStores.TakesAnOutageForAnAbsence.class,
                        "openingWithoutABackendIsAnOutageAndNotAnAbsence"));
    }

    @ParameterizedTest
    @MethodSource
    void aBrokenRepositoryFailsTheTestOfThePromiseItBreaks(Class<?> leaf, String test) {
        assertThat(failures(run(leaf, test))).containsExactly(test);
    }

    static Stream<Arguments> aBrokenRepositoryFailsTheTestOfThePromiseItBreaks() {
        return Stream.of(
                arguments(BrokenLists.ListsTheOldestFirst.class, "theNewestIsFirstInWhicheverOrderTheyWereSaved"),
                arguments(BrokenLists.OrdersTiesTheOtherWay.class, "imagesOfTheSameMillisecondAreOrderedByTheirIds"),
                arguments(BrokenLists.LosesAnImageBetweenPages.class, "byEveryLimitEveryImageIsSeenOnceInOrder"),
                arguments(BrokenLists.RepeatsAnImageOnTheNextPage.class, "byEveryLimitEveryImageIsSeenOnceInOrder"),
                arguments(BrokenLists.FiltersAfterItHasCutThePage.class, "pagesAreFullAlsoWhereAFilterLeavesMuchOut"),
                arguments(BrokenLists.FindsTagsByAPartOfThem.class, "aTagIsAWholeTagAndNotAPartOfOne"),
                arguments(BrokenLists.FindsTheFirstTagOnly.class, "anImageIsListedByEveryTagItHasAndNotOnlyTheFirst"),
                arguments(BrokenLists.IgnoresTagsThatAreNotWanted.class, "anImageWithATagThatIsNotWantedIsNotListed"),
                arguments(
                        BrokenLists.TakesTheEndOfADateRangeForInside.class, "theBeginOfADateRangeIsInItAndItsEndIsNot"),
                arguments(BrokenLists.ListsWhatIsInTheTrash.class, "aTrashedImageIsInTheTrashAndInNoOtherList"),
                arguments(
                        BrokenRecords.UpdatesWhicheverVersionThereIs.class,
                        "anUpdateFromAVersionThatIsGoneIsFalseAndChangesNothing"),
                arguments(
                        BrokenRecords.ComparesOnlyTheVersion.class,
                        "anUpdateOfAnotherRecordOfTheSameVersionIsFalseAndChangesNothing"),
                arguments(
                        BrokenRecords.ComparesOnlyTheVersion.class,
                        "deletingAnotherRecordOfTheSameVersionIsFalseAndTheRecordStays"),
                arguments(
                        BrokenRecords.DoesNotKnowItsOwnUpdate.class,
                        "anUpdateRepeatedBecauseItsAnswerWasLostIsTrueAndChangesNothing"),
                arguments(
                        BrokenRecords.OverwritesOnSave.class,
                        "savingAnotherRecordUnderATakenIdIsFalseAndTheFirstStays"),
                arguments(BrokenRecords.FailsToDeleteWhatIsNotThere.class, "deletingWhatWasNeverThereIsTrue"),
                arguments(BrokenRecords.ExpiresAMomentLate.class, "everyStateThatExpiresIsListedFromWhenItExpires"),
                arguments(
                        BrokenRecords.ListsTheTrashByTheAgeOfItsImages.class, "theLastDeletedIsFirstAndNotTheYoungest"),
                arguments(
                        BrokenRecords.ForgetsCopiesInTheTrash.class,
                        "copiesAreListedTheNewestFirstWhetherTheyAreInTheTrashOrNot"),
                arguments(
                        BrokenRecords.ForgetsReservationsThatBecameNothing.class,
                        "reservationsAreListedTheLastMadeFirstWhateverHasBecomeOfThem"),
                arguments(
                        BrokenRecords.TakesAnOutageForAnEmptyPage.class,
                        "everyListWithoutABackendIsAnOutageAndNotAnEmptyPage"),
                arguments(
                        BrokenRecords.TakesAnOutageForAnAbsence.class,
                        "findingWithoutABackendIsAnOutageAndNotAnAbsence"));
    }

    @ParameterizedTest
    @MethodSource
    void aBrokenStoreOfRequestKeysFailsTheTestOfThePromiseItBreaks(Class<?> leaf, String test) {
        assertThat(failures(run(leaf, test))).containsExactly(test);
    }

    static Stream<Arguments> aBrokenStoreOfRequestKeysFailsTheTestOfThePromiseItBreaks() {
        return Stream.of(
                arguments(BrokenIdempotencyStores.LetsEverybodyBegin.class, "ofManyThatBeginAtOnceExactlyOneIsTold"),
                arguments(
                        BrokenIdempotencyStores.AnswersAnyRequestUnderTheKey.class,
                        "anotherRequestUnderTheKeyIsAMismatchOnceTheFirstIsAnswered"),
                arguments(
                        BrokenIdempotencyStores.ForgetsWhatWasIntended.class,
                        "whoTakesOverTheSameRequestIsToldTheIntentOfTheFirst"),
                arguments(
                        BrokenIdempotencyStores.NeverTakesOver.class,
                        "aClaimIsFreeForTheSameRequestFromTheEndOfItsLease"));
    }

    @ParameterizedTest
    @MethodSource
    void useCasesOverABrokenAdapterFailTheTestOfWhatItBreaks(Class<?> leaf, String test) {
        assertThat(failures(run(leaf, test))).containsExactly(test);
    }

    static Stream<Arguments> useCasesOverABrokenAdapterFailTheTestOfWhatItBreaks() {
        return Stream.of(
                arguments(BrokenPairs.KeepsBytesThatAreDeleted.class, "anErasedImageIsGoneWithItsBytes"),
                arguments(BrokenPairs.KeepsBytesThatAreDeleted.class, "anErasureInterruptedAnywhere"),
                arguments(
                        BrokenPairs.HidesReservations.class,
                        "everythingOfAnOwnerIsGoneWithItsBytesAndNothingOfAnother"),
                arguments(BrokenPairs.DropsBytesThatAreStored.class, "anUploadedImageIsThereWholeAndListed"),
                arguments(
                        BrokenPairs.SavesOverABar.class,
                        "anUploadWhoseRecordIsSavedLateFailsInsteadOfLeavingARecordWithoutBytes"),
                arguments(
                        BrokenPairs.StoresOverOtherBytes.class,
                        "whatWasTakenOverBeforeACrashIsTheImageWhateverIsPostedAfter"),
                arguments(
                        BrokenPairs.KeepsBytesThatAreDeletedTogether.class,
                        "anExpiredReservationIsNotFoundAndPurgedWithWhateverHasArrived"),
                arguments(
                        BrokenPairs.KeepsBytesThatAreDeletedTogether.class,
                        "whatIsNoImageIsRejectedWithTheReasonAndItsBytesAreRemoved"),
                arguments(
                        BrokenPairs.ReplacesWhateverThereIs.class,
                        "aReservationThatIsPurgedMeanwhileIsNotFoundAndLeavesNothing"));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                BrokenLists.ListsTheOldestFirst.class,
                BrokenLists.OrdersTiesTheOtherWay.class,
                BrokenLists.LosesAnImageBetweenPages.class,
                BrokenLists.RepeatsAnImageOnTheNextPage.class,
                BrokenLists.FiltersAfterItHasCutThePage.class,
                BrokenLists.FindsTheFirstTagOnly.class,
                BrokenLists.IgnoresTagsThatAreNotWanted.class,
                BrokenLists.TakesTheEndOfADateRangeForInside.class,
                BrokenLists.ListsWhatIsInTheTrash.class,
                BrokenRecords.ListsTheTrashByTheAgeOfItsImages.class
            })
    void aBrokenListFailsTheProperty(Class<?> leaf) {
        assertThat(failures(run("jqwik", List.of(selectClass(leaf))))).containsExactly(PROPERTY);
    }

    /** Runs the tests of this name alone. */
    private static EngineExecutionResults run(Class<?> leaf, String test) {
        List<MethodSelector> tests = Stream.of(leaf.getMethods())
                .filter(method -> method.getName().equals(test))
                .map(method -> selectMethod(leaf, method))
                .toList();
        return run("junit-jupiter", tests);
    }

    private static EngineExecutionResults run(String engine, List<? extends DiscoverySelector> tests) {
        return EngineTestKit.engine(engine)
                .selectors(tests.toArray(DiscoverySelector[]::new))
                .configurationParameter("jqwik.shrinking.default", "OFF")
                .configurationParameter("jqwik.database", "")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .execute();
    }

    /** The names of the methods that failed. */
    private static List<String> failures(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .map(Event::getTestDescriptor)
                .map(KitCatchesBrokenAdaptersTest::method)
                .distinct()
                .toList();
    }

    private static String method(TestDescriptor test) {
        TestSource source = test.getSource().orElseThrow();
        return ((org.junit.platform.engine.support.descriptor.MethodSource) source).getMethodName();
    }
}
