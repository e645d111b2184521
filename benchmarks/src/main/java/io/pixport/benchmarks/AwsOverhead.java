package io.pixport.benchmarks;

import io.pixport.aws.AwsClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/**
 * What the use cases cost over S3 and DynamoDB beside the requests that they send: each is carried out on one bucket and
 * table, and then its very requests are sent again, by the bare SDK, to another bucket and table.
 */
final class AwsOverhead implements AwsUseCases.Carrier {
    private static final int WARM_UP = 100;
    private static final int ROUND = 25;
    private static final double MOST = 1.15;

    private final byte[] photo;
    private final AwsRequests sent = new AwsRequests();
    private final AwsClients raw = LocalClients.open("pixport-raw");
    private final AwsUseCases useCases;
    private final Map<String, List<Case>> round = new LinkedHashMap<>();

    private AwsOverhead(byte[] photo) {
        this.photo = photo;
        this.useCases = new AwsUseCases(LocalClients.open("pixport-cases", sent), photo, this);
    }

    /** A use case that was carried out once. */
    private record Case(
            double micros, double microsAlone, long toDynamoDb, long toS3, double readUnits, double writeUnits) {}

    /** @param args a JPEG */
    public static void main(String[] args) throws Exception {
        AwsOverhead overhead = new AwsOverhead(Files.readAllBytes(Path.of(args[0])));
        overhead.useCases.fillTrash();
        overhead.useCases.run(Setting.number("WARM_UP", WARM_UP));
        Results results = new Results("aws");
        for (int run = Setting.number("RUNS", 10); run > 0; run--) {
            overhead.round.clear();
            overhead.useCases.run(ROUND);
            overhead.round.forEach((useCase, cases) -> add(results, useCase, cases));
        }
        overhead.round.keySet().forEach(useCase -> results.compare(useCase, alone(useCase), "µs", Wanted.atMost(MOST)));
        results.finish();
    }

    private static String alone(String useCase) {
        return useCase + ": its requests alone";
    }

    /** The median of a round, and how much was asked for, which is the same in all of it. */
    private static void add(Results results, String useCase, List<Case> cases) {
        results.add(useCase, "µs", median(cases, Case::micros));
        results.add(alone(useCase), "µs", median(cases, Case::microsAlone));
        results.add(useCase, "requests to DynamoDB", median(cases, Case::toDynamoDb));
        results.add(useCase, "requests to S3", median(cases, Case::toS3));
        results.add(useCase, "read units", median(cases, Case::readUnits));
        results.add(useCase, "write units", median(cases, Case::writeUnits));
    }

    private static double median(List<Case> cases, ToDoubleFunction<Case> figure) {
        return Spread.of(cases.stream().mapToDouble(figure).boxed().toList()).median();
    }

    /** One after the other, so that both sides meet the same moments. */
    @Override
    public <T> T carryOut(String useCase, Callable<T> call) throws Exception {
        sent.clear();
        long start = System.nanoTime();
        T result = call.call();
        long between = System.nanoTime();
        sent.sendAgain(raw, photo);
        long end = System.nanoTime();
        round.computeIfAbsent(useCase, first -> new ArrayList<>())
                .add(new Case(
                        (between - start) / 1e3,
                        (end - between) / 1e3,
                        sent.toDynamoDb(),
                        sent.toS3(),
                        sent.readUnits(),
                        sent.writeUnits()));
        return result;
    }

    @Override
    public <T> T prepare(Callable<T> call) throws Exception {
        sent.clear();
        T result = call.call();
        sent.sendAgain(raw, photo);
        return result;
    }
}
