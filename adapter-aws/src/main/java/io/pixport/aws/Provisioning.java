package io.pixport.aws;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes the bucket and the table, or looks whether they are as they should be. It only adds what is missing: whatever is
 * there in another shape is told, and left alone. Run again, or by several at once, it comes to the same.
 *
 * <p>The bucket: in the region of the clients, owned by its account without access control lists, closed to the public,
 * encrypted, reached by TLS only, and rid of incomplete uploads after a day. The table: its keys, paid by request,
 * encrypted, with a time to live and recovery to any second.
 */
public final class Provisioning {
    private static final Set<String> UNKNOWN_TO_ENDPOINT = Set.of("NotImplemented", "UnknownOperationException");

    private final AwsConfig config;
    private final BucketTraits bucket;
    private final TableTraits table;

    /** @param clients belong to the caller, who closes them */
    public Provisioning(AwsClients clients) {
        this.config = clients.config();
        this.bucket = new BucketTraits(clients.s3(), config);
        this.table = new TableTraits(clients.dynamoDb(), config.table());
    }

    /**
     * What became of one thing.
     *
     * @param subject the bucket or the table, and which of its traits
     * @param detail what was expected and what was found; empty when there is no more to say
     */
    public record Step(String subject, Outcome outcome, String detail) {
        /** How a step ended. */
        public enum Outcome {
            PRESENT("present"),
            CREATED("created"),
            MISSING("missing"),
            DIFFERENT("different"),
            /** By an endpoint that is not AWS. */
            UNSUPPORTED("not supported by this endpoint"),
            FAILED("failed");

            private final String text;

            Outcome(String text) {
                this.text = text;
            }
        }

        /** One line for people. */
        @Override
        public String toString() {
            return subject + ": " + outcome.text + (detail.isEmpty() ? "" : " (" + detail + ")");
        }
    }

    /** All steps, in their order; those that presuppose what is not there are left out. */
    public record Report(List<Step> steps) {
        public Report {
            steps = List.copyOf(steps);
        }

        /** Whether everything is as it should be, as far as the endpoint can. */
        public boolean complete() {
            return steps.stream().noneMatch(step -> switch (step.outcome()) {
                case PRESENT, CREATED, UNSUPPORTED -> false;
                case MISSING, DIFFERENT, FAILED -> true;
            });
        }
    }

    /** Makes what is missing. Nothing is thrown for what fails: that is a step of the report. */
    public Report apply() {
        return walk(true);
    }

    /** Changes nothing. */
    public Report check() {
        return walk(false);
    }

    private Report walk(boolean create) {
        List<Step> steps = new ArrayList<>();
        walk(bucket.all(), config.s3Endpoint(), create, steps);
        walk(table.all(), config.dynamoDbEndpoint(), create, steps);
        return new Report(steps);
    }

    private static void walk(List<Trait> traits, @Nullable URI endpoint, boolean create, List<Step> steps) {
        Step existence = step(traits.getFirst(), false, create);
        steps.add(existence);
        if (new Report(List.of(existence)).complete()) {
            boolean lenient = endpoint != null && !endpoint.getHost().contains(".amazonaws.com");
            traits.stream().skip(1).map(trait -> step(trait, lenient, create)).forEach(steps::add);
        }
    }

    /** @param lenient whether the endpoint may do without what is not about objects and items, because it is not AWS */
    private static Step step(Trait trait, boolean lenient, boolean create) {
        try {
            return step(trait, trait.found().get(), lenient, create);
        } catch (SdkException e) {
            return lenient && isUnknown(e)
                    ? new Step(trait.name(), Step.Outcome.UNSUPPORTED, "")
                    : new Step(trait.name(), Step.Outcome.FAILED, Diagnosis.of(e));
        }
    }

    private static Step step(Trait trait, String found, boolean lenient, boolean create) {
        if (found.equals(trait.expected())) {
            return new Step(trait.name(), Step.Outcome.PRESENT, "");
        }
        if (found.equals(Trait.NONE_OR_UNSUPPORTED) && lenient) {
            return new Step(trait.name(), Step.Outcome.UNSUPPORTED, "");
        }
        if (!found.equals(Trait.NONE) && !found.equals(Trait.NONE_OR_UNSUPPORTED)) {
            String detail = "expected %s, found %s".formatted(trait.expected(), found);
            return new Step(trait.name(), Step.Outcome.DIFFERENT, detail);
        }
        return create
                ? new Step(trait.name(), created(trait), "")
                : new Step(trait.name(), Step.Outcome.MISSING, "expected " + trait.expected());
    }

    private static Step.Outcome created(Trait trait) {
        try {
            trait.create().run();
            return Step.Outcome.CREATED;
        } catch (AwsServiceException e) {
            // Another who provisions at the same time may have been faster.
            if (trait.found().get().equals(trait.expected())) {
                return Step.Outcome.PRESENT;
            }
            throw e;
        }
    }

    private static boolean isUnknown(SdkException e) {
        return e instanceof AwsServiceException service
                && (service.statusCode() == 501
                        || UNKNOWN_TO_ENDPOINT.contains(
                                String.valueOf(service.awsErrorDetails().errorCode())));
    }

    /** The first of bucket and table that cannot be used; empty when both can. It asks for each once, and changes nothing. */
    public Optional<Step> obstacle() {
        return Stream.of(bucket.existence(), table.existence())
                .map(trait -> step(trait, false, false))
                .filter(step -> step.outcome() != Step.Outcome.PRESENT)
                .findFirst();
    }
}
