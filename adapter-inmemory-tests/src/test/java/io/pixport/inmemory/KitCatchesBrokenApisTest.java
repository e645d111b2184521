package io.pixport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.pixport.contracts.http.BoundedHttpContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** An API that breaks a promise fails the test of that promise. */
final class KitCatchesBrokenApisTest {
    private static final String API = "io.pixport.contracts.http.Api";
    private static final String WHEN = "io.pixport.contracts.faults.Faults$When";
    private static final String BUILDER = "io.pixport.contracts.http.ApiBuilder";

    @ParameterizedTest
    @MethodSource
    void aBrokenApiFailsTheTestOfThePromiseItBreaks(Class<?> leaf, String test, String parameter) {
        assertThat(run(leaf, test, parameter).failed().count()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("aBrokenApiFailsTheTestOfThePromiseItBreaks")
    void anApiThatKeepsThePromiseDoesNot(Class<?> leaf, String test, String parameter) {
        Class<?> good = BoundedHttpContract.class.isAssignableFrom(leaf)
                ? InMemoryBoundedHttpTest.class
                : InMemoryHttpTest.class;
        Events events = run(good, test, parameter);

        assertThat(events.succeeded().count()).isPositive();
        assertThat(events.failed().count()).isZero();
    }

    static Stream<Arguments> aBrokenApiFailsTheTestOfThePromiseItBreaks() {
        return Stream.of(
                arguments(BrokenApis.IgnoresRanges.class, "aRangeIsAPartOfTheBytes", API),
                arguments(BrokenApis.SendsWhatTheClientHas.class, "whatTheClientHasIsNotSentAgain", API),
                arguments(BrokenApis.LosesTheLastByte.class, "theContentIsTheBytesThatWereUploaded", API),
                arguments(BrokenApis.DecodesQueriesTwice.class, "aTextIsKeptAsItIs", API),
                arguments(BrokenApis.ChangesAnyVersion.class, "ofManyWhoMeanTheSameVersionOneIsDone", API),
                arguments(BrokenApis.ChangesAnyVersion.class, "aPatchMeantForAnotherVersionIsRefused", API),
                arguments(
                        BrokenApis.StoresAgainUnderTheSameKey.class, "twentyUploadsUnderOneKeyAtOnceAreOneImage", API),
                arguments(BrokenApis.StoresAgainUnderTheSameKey.class, "twoUploadsUnderOneKeyAreOneImage", BUILDER),
                arguments(
                        BrokenApis.ReservesAgainUnderTheSameKey.class,
                        "aReservationSentAgainUnderItsKeyIsTheSame",
                        API),
                arguments(BrokenApis.ShowsALinkForEver.class, "aReservationSentAgainShowsNoLinkOnceItIsComplete", API),
                arguments(
                        BrokenApis.StoresTheSameBytesAgain.class,
                        "theImageOfTheSameBytesIsReturnedInWhicheverFormTheyCome",
                        API),
                arguments(
                        BrokenApis.StoresAgainAfterACrash.class,
                        "anUploadThatFailsAnywhereIsOneImageWhenItIsSentAgain",
                        WHEN + ", " + BUILDER),
                arguments(
                        BrokenApis.EndsAnExportWhereAStoreFails.class,
                        "anExportThatAStoreFailsInTheMiddleOfIsNeverWhole",
                        BUILDER),
                arguments(BrokenApis.LetsAnybodyComplete.class, "aReservationIsItsOwnersAlone", API),
                arguments(BrokenApis.AsksNobodyWhoTheyAre.class, "anotherMayDoNothing", API),
                arguments(BrokenApis.ListsEveryTag.class, "aTagIsAWholeTagAndNotAPartOfOne", API),
                arguments(BrokenApis.ListsBeyondTheEnd.class, "theStartIsInTheListAndTheEndIsNot", API),
                arguments(BrokenApis.BeginsAgainWithAnyToken.class, "aTokenOfOtherFiltersIsRefused", API),
                arguments(BrokenApis.BeginsAgainWithAnyToken.class, "everyPageButTheLastHoldsExactlyTheLimit", API),
                arguments(BrokenApis.ForgetsToDelete.class, "aDeletedImageIsFoundNowhere", API),
                arguments(
                        BrokenApis.TakesAnOutageForAnAbsence.class,
                        "withoutTheRepositoryEverythingThatNeedsItIsUnavailable",
                        BUILDER),
                arguments(BrokenApis.CallsProblemsJson.class, "aProblemSaysWhatItIsAndNothingElse", API),
                arguments(BrokenApis.LeavesAFieldOut.class, "aMultipartUploadIsAnsweredWithTheWholeImage", API),
                arguments(BrokenApis.StoresSomethingWhenItRefuses.class, "noFile", API),
                arguments(BrokenApis.LetsClientsKeepRedirects.class, "theContentIsAtALinkThatNobodyKeeps", API),
                arguments(BrokenApis.NamesTheDownloadUrlOtherwise.class, "theProgramOfDocument003Runs", BUILDER));
    }

    private static Events run(Class<?> leaf, String test, String parameter) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(leaf, test, parameter))
                .execute()
                .testEvents();
    }
}
