package io.pixport.contracts.listmodel;

import io.pixport.contracts.metadata.RepositoryFixture;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * The list of every filter equals the same filter over a plain sorted map, page by page, also while images come and go
 * between the pages.
 */
public interface ListModelProperty extends RepositoryFixture {
    @Property(edgeCases = EdgeCasesMode.NONE)
    default void everyListIsTheSameFilterOverAPlainMap(@ForAll("stories") List<Move> moves) {
        Story story = new Story(this);
        for (Move move : moves) {
            switch (move) {
                case Move.Change change -> story.play(change);
                case Move.Read read -> ListModelProperty.collect(read, story.read(read));
            }
        }
        story.compareTheRest();
    }

    /** Counts how often the filters that are hard to get right let something pass: a comparison of nothing proves little. */
    private static void collect(Move.Read read, int seen) {
        Filter filter = read.filter();
        collect("several tags, all of them", filter.tags().size() > 1 && !filter.anyTag(), seen);
        collect("several tags, any of them", filter.tags().size() > 1 && filter.anyTag(), seen);
        collect("without tags", !filter.notTags().isEmpty(), seen);
        collect("date range", filter.from() != null || filter.until() != null, seen);
        collect("user and tag", filter.owner() != null && !filter.tags().isEmpty(), seen);
        collect("several pages", seen > read.limit(), seen);
        collect("everybody", filter.owner() == null && filter.tags().isEmpty(), seen);
    }

    private static void collect(String label, boolean applies, int seen) {
        if (applies) {
            Statistics.label(label)
                    .collect(seen > 0 ? "listed something" : "listed nothing")
                    .coverage(coverage -> coverage.check("listed something").percentage(share -> share > 10));
        }
    }

    /** Stories of a few dozen moves, a third of them reading. */
    @Provide
    default Arbitrary<List<Move>> stories() {
        Arbitrary<Move.Change> changes = changes();
        Arbitrary<Move> reads = Combinators.combine(
                        filters(),
                        Arbitraries.integers().between(1, 6),
                        changes.list().ofMaxSize(6))
                .as(Move.Read::new);
        return Arbitraries.frequencyOf(Tuple.of(2, changes), Tuple.of(1, reads))
                .list()
                .ofMinSize(10)
                .ofMaxSize(60);
    }

    private static Arbitrary<Move.Change> changes() {
        Arbitrary<Integer> pauses = Arbitraries.integers().between(0, 2);
        Arbitrary<Integer> picks = Arbitraries.integers().between(0, 1000);
        Arbitrary<Integer> owners = Arbitraries.integers().between(0, Story.USERS - 1);
        Arbitrary<Integer> formats = Arbitraries.integers().between(0, Story.FORMATS.size() - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Combinators.combine(pauses, owners, tags(Story.TAGS), formats)
                                .as(Move.Save::new)),
                Tuple.of(2, Combinators.combine(pauses, picks, tags(Story.TAGS)).as(Move.Edit::new)),
                Tuple.of(2, Combinators.combine(pauses, picks).as(Move.Trash::new)),
                Tuple.of(1, Combinators.combine(pauses, picks).as(Move.Restore::new)),
                Tuple.of(1, Combinators.combine(pauses, picks).as(Move.Purge::new)));
    }

    private static Arbitrary<Filter> filters() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, Story.USERS - 1).injectNull(0.5),
                        tags(Story.TAGS),
                        Arbitraries.of(true, false),
                        Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(Set.<Integer>of())), Tuple.of(1, tags(1))),
                        Arbitraries.integers()
                                .between(0, Story.FORMATS.size() - 1)
                                .injectNull(0.7),
                        Arbitraries.integers().between(0, 40).injectNull(0.7),
                        Arbitraries.integers().between(0, 40).injectNull(0.7))
                .as(Filter::new);
    }

    private static Arbitrary<Set<Integer>> tags(int atMost) {
        return Arbitraries.integers().between(0, Story.TAGS - 1).set().ofMaxSize(atMost);
    }
}
