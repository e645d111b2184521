package io.pixport.benchmarks;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Sha256;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.Payload;
import io.pixport.core.usecase.Purge;
import io.pixport.core.usecase.PurgeExpired;
import io.pixport.core.usecase.Reconcile;
import io.pixport.core.usecase.Reconcile.Scope;
import io.pixport.inmemory.InMemoryImageStore;
import io.pixport.inmemory.InMemoryMetadataRepository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Reconciles and purges many images of 1 KB in memory, of which every tenth lacks its record, and every second is in the trash. */
final class Upkeep {
    private static final int IMAGES = 100_000;
    private static final int USERS = 1_000;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final byte[] BYTES = new byte[1024];
    private static final Sha256 SHA256 = Sha256.of(Sha256.newDigest().digest(BYTES));

    private final MetadataRepository repository = new InMemoryMetadataRepository();
    private final ImageStore store;
    private final InstantSource clock;

    private Upkeep() {
        Records records = new Records();
        store = new InMemoryImageStore(
                InstantSource.system(),
                () -> URI.create("http://127.0.0.1:8080"),
                new byte[32],
                InMemoryImageStore.DEFAULT_CAPACITY);
        Instant now = Instant.EPOCH;
        for (int i = 0; i < IMAGES; i++) {
            ActiveImage image = records.next(i % USERS);
            now = image.uploadedAt();
            store.put(ObjectKey.of(image.id()), payload(), ImageFormat.JPEG);
            if (i % 10 != 0) {
                repository.save(i % 2 == 0 ? image : image.trash(now, Duration.ZERO));
            }
        }
        clock = InstantSource.fixed(now.plus(HOUR.multipliedBy(2)));
    }

    public static void main(String[] args) throws IOException {
        Results results = new Results("upkeep");
        for (int run = Setting.number("RUNS", 5); run > 0; run--) {
            Upkeep upkeep = new Upkeep();
            results.add("reconciled objects", "a second", perSecond(upkeep::reconcile));
            results.add("purged images", "a second", perSecond(upkeep::purge));
        }
        results.finish();
    }

    private static double perSecond(LongSupplier work) {
        long start = System.nanoTime();
        long done = work.getAsLong();
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private long reconcile() {
        Reconcile.Report report = new Reconcile(store, repository, clock, HOUR).run(Scope.EVERYTHING);
        require(report.objects() == IMAGES && report.removed() == IMAGES / 10, report);
        return report.objects();
    }

    private long purge() {
        PurgeExpired.Report report =
                new PurgeExpired(repository, new Purge(store, repository, clock, HOUR), clock).run();
        require(report.purged() == IMAGES / 2, report);
        return report.purged();
    }

    private static void require(boolean holds, Object report) {
        if (!holds) {
            throw new IllegalStateException("not what was to be done: " + report);
        }
    }

    private static Payload payload() {
        return new Payload() {
            @Override
            public long size() {
                return BYTES.length;
            }

            @Override
            public Sha256 sha256() {
                return SHA256;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(BYTES);
            }
        };
    }
}
