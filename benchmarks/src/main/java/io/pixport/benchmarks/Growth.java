package io.pixport.benchmarks;

import io.pixport.aws.AwsClients;
import io.pixport.aws.DynamoDbMetadataRepository;
import io.pixport.benchmarks.Stock.Call;
import io.pixport.inmemory.InMemoryMetadataRepository;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * How much longer a call takes among many images than among few: of the repositories alone, in memory and on DynamoDB, and
 * over HTTP with the images in memory. All sizes are asked by turns.
 */
final class Growth {
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
    private static final int SMALL = SIZES.getFirst();
    private static final int LARGE = SIZES.getLast();
    private static final int CALLS = 4_000;
    private static final int CALLS_OVER_HTTP = 1_000;
    private static final int CALLS_TO_DYNAMODB = 100;
    private static final int FILLERS = 4;
    private static final double MOST_OF_A_PAGE = 1.5;
    private static final double MOST_BYTES = 1_500;
    private static final String P99 = "99% within, µs";

    private final Results results = new Results("growth");
    private final int rounds = Setting.number("RUNS", 10);

    private Growth() throws IOException {}

    public static void main(String[] args) throws IOException {
        Growth growth = new Growth();
        growth.inMemory();
        growth.onDynamoDb();
        growth.results.finish();
    }

    private void inMemory() throws IOException {
        List<Stock> stocks = SIZES.stream().map(this::stockInMemory).toList();
        compareRepositories("in memory", stocks, CALLS, Wanted.LOWER);
        compareColdPages(stocks.getLast());
        try (StockServer small = new StockServer(stocks.getFirst());
                StockServer large = new StockServer(stocks.getLast())) {
            compareServers(small, large);
        }
    }

    private Stock stockInMemory(int images) {
        long before = usedMemory();
        Stock stock = new Stock(new InMemoryMetadataRepository(), images);
        stock.contents().forEach(stock.repository()::save);
        String row = "an image in memory" + among(images);
        results.add(row, "memory, B", (usedMemory() - before) / (double) images);
        if (images == LARGE) {
            results.add("asked for", "memory, B", MOST_BYTES);
            results.compare(row, "asked for", "memory, B", Wanted.atMost(1));
        }
        return stock;
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void compareRepositories(String where, List<Stock> stocks, int calls, Wanted wanted) {
        for (Filter filter : Filter.values()) {
            compare(where + ": page " + filter, stocks, stock -> stock.pages(filter, calls), wanted);
        }
        compare(where + ": deep page", stocks, stock -> stock.deepPages(calls), wanted);
        compare(where + ": get", stocks, stock -> stock.gets(calls), wanted);
        compare(where + ": save", stocks, stock -> stock.saves(calls), wanted);
    }

    private void compare(String name, List<Stock> stocks, Function<Stock, List<Call>> calls, Wanted wanted) {
        Map<String, List<Call>> bySize = new LinkedHashMap<>();
        stocks.forEach(stock -> bySize.put(name + among(stock.images()), calls.apply(stock)));
        measure(bySize);
        compare(
                name + among(stocks.getLast().images()),
                name + among(stocks.getFirst().images()),
                wanted);
    }

    private void compare(String row, String toRow, Wanted wanted) {
        results.compare(row, toRow, P99, wanted);
    }

    /**
     * One store of 1,000 images is in the caches of the processor as a whole; of 1,000,000 images, and of 1,000 stores asked
     * by turns, only what is asked for often is.
     */
    private void compareColdPages(Stock large) {
        String name = "in memory: page of a user";
        String cold = name + among(SMALL) + " in each of 1,000 stores";
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < LARGE / SMALL; i++) {
            Stock stock = new Stock(new InMemoryMetadataRepository(), SMALL);
            stock.contents().forEach(stock.repository()::save);
            calls.addAll(stock.pages(Filter.USER, CALLS / (LARGE / SMALL)));
        }
        Collections.shuffle(calls, new Random(7));
        measure(Map.of(cold, calls));
        compare(name + among(LARGE), cold, Wanted.LOWER);
    }

    private void compareServers(StockServer small, StockServer large) {
        Map<String, Function<StockServer, List<Call>>> asked = new LinkedHashMap<>();
        for (Filter filter : Filter.values()) {
            asked.put("HTTP: page " + filter, server -> server.pages(filter, CALLS_OVER_HTTP));
        }
        asked.put("HTTP: deep page", server -> server.deepPages(CALLS_OVER_HTTP));
        asked.put("HTTP: get", server -> server.gets(CALLS_OVER_HTTP));
        asked.forEach((name, calls) -> {
            String inSmall = name + among(SMALL);
            String inLarge = name + among(LARGE);
            Map<String, List<Call>> byRow = new LinkedHashMap<>();
            byRow.put(inSmall, calls.apply(small));
            byRow.put(inLarge, calls.apply(large));
            measure(byRow);
            compare(inLarge, inSmall, Wanted.atMost(MOST_OF_A_PAGE));
        });
    }

    private void onDynamoDb() {
        int largest = Setting.number("LARGEST_TABLE", 100_000);
        List<Stock> stocks = SIZES.stream()
                .filter(size -> size <= largest)
                .map(Growth::stockOnDynamoDb)
                .toList();
        compareRepositories("DynamoDB", stocks, CALLS_TO_DYNAMODB, Wanted.LOWER);
    }

    private static Stock stockOnDynamoDb(int images) {
        String table = "pixport-growth-" + images;
        AwsClients clients = LocalClients.open(table);
        Stock stock = new Stock(new DynamoDbMetadataRepository(clients.dynamoDb(), table), images);
        try (ExecutorService fillers = Executors.newFixedThreadPool(FILLERS)) {
            stock.contents()
                    .map(image ->
                            CompletableFuture.runAsync(() -> stock.repository().save(image), fillers))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        return stock;
    }

    /** By turns: so many rounds to get warm, and then those that count. */
    private void measure(Map<String, List<Call>> callsByRow) {
        for (int round = -rounds; round < rounds; round++) {
            boolean counts = round >= 0;
            callsByRow.forEach((row, calls) -> {
                Histogram nanos = timesOf(calls);
                if (counts) {
                    results.add(row, "median, µs", nanos.getValueAtPercentile(50) / 1e3);
                    results.add(row, P99, nanos.getValueAtPercentile(99) / 1e3);
                }
            });
        }
    }

    private static Histogram timesOf(List<Call> calls) {
        Histogram nanos = new Histogram(3);
        for (Call call : calls) {
            long start = System.nanoTime();
            call.asked().run();
            nanos.recordValue(System.nanoTime() - start);
            call.undone().run();
        }
        return nanos;
    }

    private static String among(int images) {
        return String.format(Locale.ROOT, ", among %,d", images);
    }
}
