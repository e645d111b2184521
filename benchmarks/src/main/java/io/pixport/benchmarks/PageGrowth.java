package io.pixport.benchmarks;

import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ImageQuery.TagMatch;
import io.pixport.core.port.MetadataRepository;
import io.pixport.http.Request;
import io.pixport.javalin.PixportServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * How much longer a page of 20 takes among 1,000,000 images than among 1,000: over HTTP, by one connection; through the
 * whole HTTP contract without a socket; and from the repository alone. Both are asked by turns, in one JVM.
 */
final class PageGrowth {
    private static final int SMALL = 1_000;
    private static final int LARGE = 1_000_000;
    private static final int IMAGES_OF_A_USER = 200;
    private static final int PAGE = 20;
    private static final int QUERIES = 4_096;
    private static final int WARM_UP = 20;

    private final Measurements measurements = new Measurements();
    private final List<String> ratios = new ArrayList<>();
    private final int rounds;

    private PageGrowth(int rounds) {
        this.rounds = rounds;
    }

    public static void main(String[] args) throws IOException {
        Machine.print();
        PageGrowth growth = new PageGrowth(Setting.number("RUNS", 30));
        growth.compare("5 users", 1, 5, Filter.values());
        growth.compare("5,000 users", 1, 5_000, Filter.values());
        growth.compare("5,000 users, and 1,000 stores of 1,000", 1_000, 5_000, Filter.USER, Filter.USER_AND_TAG);
        growth.measurements.print();
        growth.ratios.forEach(System.out::println);
    }

    /** One service, or several that know nothing of each other, each with images of the same users. */
    private record Stock(List<InProcess> services, int users) {
        static Stock of(int services, int images, int users) {
            Stock stock = new Stock(new ArrayList<>(), users);
            for (int i = 0; i < services; i++) {
                InProcess service = new InProcess();
                Records.fill(service.repository(), images, users);
                stock.services.add(service);
            }
            return stock;
        }

        InProcess service(Random random) {
            return services.get(random.nextInt(services.size()));
        }
    }

    /** Which filters a query has. */
    private enum Filter {
        USER,
        TAG,
        USER_AND_TAG;

        ImageQuery query(String user, String tag) {
            UserId owner = this == TAG ? null : new UserId(user);
            Set<Tag> tags = this == USER ? Set.of() : Set.of(new Tag(tag));
            return new ImageQuery(owner, tags, TagMatch.ALL, Set.of(), null, null, null);
        }

        Request request(String user, String tag) {
            return InProcess.get(path(user, tag), parameters(user, tag));
        }

        String url(String user, String tag) {
            return path(user, tag) + "?" + parameters(user, tag);
        }

        private String path(String user, String tag) {
            return switch (this) {
                case USER -> "/users/" + user + "/images";
                case TAG -> "/tags/" + tag + "/images";
                case USER_AND_TAG -> "/images";
            };
        }

        private String parameters(String user, String tag) {
            return this == USER_AND_TAG ? "user_id=" + user + "&tag=" + tag : "";
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * One store of 1,000 images is in the caches of the processor as a whole; of 1,000,000 images, and of 1,000 stores
     * asked by turns, only what is asked for often is.
     *
     * @param smallStores how many stores of 1,000 images there are
     * @param users of the 1,000,000 images; of 1,000 there are 5
     */
    private void compare(String shape, int smallStores, int users, Filter... filters) throws IOException {
        Stock small = Stock.of(smallStores, SMALL, SMALL / IMAGES_OF_A_USER);
        long before = usedMemory();
        Stock large = Stock.of(1, LARGE, users);
        measurements.add("an image's record, bytes; " + shape, (usedMemory() - before) / (double) LARGE);
        for (Filter filter : filters) {
            String by = "by " + filter + ", " + shape;
            if (smallStores == 1) {
                compareOverHttp("HTTP, " + by, small, large, filter);
            }
            compare("API, " + by, requests(small, filter), requests(large, filter));
            compare("repository, " + by, queries(small, filter), queries(large, filter));
        }
    }

    private void compareOverHttp(String name, Stock small, Stock large, Filter filter) throws IOException {
        try (PixportServer smallServer = small.services().getFirst().serve();
                PixportServer largeServer = large.services().getFirst().serve();
                Connection toSmall = new Connection(smallServer.port());
                Connection toLarge = new Connection(largeServer.port())) {
            compare(name, pagesOverHttp(small, filter, toSmall), pagesOverHttp(large, filter, toLarge));
        }
    }

    private void compare(String name, List<IntSupplier> ofSmall, List<IntSupplier> ofLarge) {
        for (int round = 0; round < WARM_UP; round++) {
            micros(ofSmall);
            micros(ofLarge);
        }
        String inSmall = "%s; among %,d, µs".formatted(name, SMALL);
        String inLarge = "%s; among %,d, µs".formatted(name, LARGE);
        for (int round = 0; round < rounds; round++) {
            measurements.add(inSmall, micros(ofSmall));
            measurements.add(inLarge, micros(ofLarge));
        }
        ratios.add(name + ", as a ratio: " + measurements.ratio(inLarge, inSmall));
    }

    /** What one of them takes on average. */
    private static double micros(List<IntSupplier> pages) {
        long start = System.nanoTime();
        int images = 0;
        for (IntSupplier page : pages) {
            images += page.getAsInt();
        }
        long nanos = System.nanoTime() - start;
        if (images != PAGE * pages.size()) {
            throw new IllegalStateException("a page is not full");
        }
        return nanos / 1e3 / pages.size();
    }

    private static List<IntSupplier> requests(Stock stock, Filter filter) {
        Random random = new Random(7);
        List<IntSupplier> pages = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            Request request = filter.request(user(stock, random), tag(random));
            InProcess service = stock.service(random);
            requireFullPage(service.api().handle(request).body().bytes());
            pages.add(() -> service.api().handle(request).status() == 200 ? PAGE : 0);
        }
        return pages;
    }

    private static List<IntSupplier> pagesOverHttp(Stock stock, Filter filter, Connection connection) {
        Random random = new Random(7);
        List<IntSupplier> pages = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            String url = filter.url(user(stock, random), tag(random));
            pages.add(() -> pageOverHttp(connection, url));
        }
        return pages;
    }

    private static int pageOverHttp(Connection connection, String url) {
        try {
            requireFullPage(connection.get(url));
            return PAGE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireFullPage(byte[] body) {
        String json = new String(body, StandardCharsets.UTF_8);
        if (!json.startsWith("{\"count\":" + PAGE + ",")) {
            throw new IllegalStateException("a page is not full: " + json);
        }
    }

    private static List<IntSupplier> queries(Stock stock, Filter filter) {
        Random random = new Random(7);
        List<IntSupplier> pages = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            ImageQuery query = filter.query(user(stock, random), tag(random));
            MetadataRepository repository = stock.service(random).repository();
            pages.add(() -> repository.list(query, null, PAGE).items().size());
        }
        return pages;
    }

    private static String user(Stock stock, Random random) {
        return Records.user(random.nextInt(stock.users()));
    }

    private static String tag(Random random) {
        return Records.tag(random.nextInt(Records.TAGS));
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
