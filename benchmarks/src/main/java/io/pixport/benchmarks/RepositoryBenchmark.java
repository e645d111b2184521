package io.pixport.benchmarks;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.Page;
import io.pixport.inmemory.InMemoryMetadataRepository;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The memory repository alone, among few and many images; each user has 200. */
@State(Scope.Benchmark)
public class RepositoryBenchmark {
    private static final int IMAGES_OF_A_USER = 200;
    private static final int PAGE = 20;
    private static final int SAVED = 200;

    @Param({"1000", "100000", "1000000"})
    public int images;

    private final MetadataRepository repository = new InMemoryMetadataRepository();
    private Records records = new Records();
    private List<ImageQuery> pagesOfUsers = List.of();
    private int asked;

    @Setup
    public void prepare() {
        records = Records.fill(repository, images, users());
        pagesOfUsers = IntStream.range(0, users())
                .mapToObj(user -> Filter.USER.query(Records.user(user), ""))
                .toList();
    }

    private int users() {
        return images / IMAGES_OF_A_USER;
    }

    /** Images that are not there before they are saved, nor afterwards. */
    @State(Scope.Thread)
    public static class Unsaved {
        private List<ActiveImage> images = List.of();
        private MetadataRepository repository = new InMemoryMetadataRepository();

        @Setup
        public void prepare(RepositoryBenchmark among) {
            repository = among.repository;
            images = IntStream.range(0, SAVED)
                    .mapToObj(number -> among.records.next(number % among.users()))
                    .toList();
        }

        @TearDown(Level.Invocation)
        public void remove() {
            images.forEach(repository::delete);
        }
    }

    /** Of one user after the other. */
    @Benchmark
    public Page<ActiveImage> pageOf20Found() {
        asked = (asked + 1) % pagesOfUsers.size();
        return repository.list(pagesOfUsers.get(asked), null, PAGE);
    }

    @Benchmark
    @OperationsPerInvocation(SAVED)
    public void recordSaved(Unsaved unsaved) {
        unsaved.images.forEach(repository::save);
    }
}
