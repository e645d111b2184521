package io.pixport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.pixport.architecture.Accesses.named;
import static io.pixport.architecture.Accesses.to;
import static io.pixport.architecture.Accesses.toPackage;
import static io.pixport.architecture.Accesses.with;
import static io.pixport.architecture.Accesses.withoutParameters;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Console;
import java.lang.invoke.MethodHandles;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** What code may not reach for by itself: the core nothing of the outer world, and the rest no environment and no console. */
final class Purity {
    private Purity() {}

    static ArchRule noClock(House house) {
        return inCore(
                house,
                "a clock of its own",
                List.of(
                        to(System.class, "currentTimeMillis", "nanoTime"),
                        toPackage("java.time").and(named("now")).and(DescribedPredicate.not(with(Clock.class))),
                        to(Clock.class, "system", "systemUTC", "systemDefaultZone"),
                        to(Clock.class, "tickMillis", "tickSeconds", "tickMinutes"),
                        to(InstantSource.class, "system"),
                        to(Date.class, "<init>").and(withoutParameters()),
                        to(Calendar.class, "getInstance")));
    }

    static ArchRule noEnvironment(House house) {
        return inCore(
                house,
                "its environment",
                List.of(
                        to(System.class, "getenv", "getProperty", "getProperties", "setProperty", "clearProperty"),
                        to(System.class, "lineSeparator", "exit"),
                        to(Boolean.class, "getBoolean"),
                        to(Integer.class, "getInteger"),
                        to(Long.class, "getLong"),
                        to(Locale.class, "getDefault"),
                        to(ZoneId.class, "systemDefault"),
                        to(TimeZone.class, "getDefault"),
                        to(Charset.class, "defaultCharset"),
                        to(InetAddress.class),
                        to(Runtime.class),
                        to(ProcessBuilder.class),
                        to(ProcessHandle.class)));
    }

    static ArchRule noRandomness(House house) {
        return inCore(
                house,
                "randomness of its own",
                List.of(
                        to(Math.class, "random"),
                        to(StrictMath.class, "random"),
                        to(Random.class),
                        to(SplittableRandom.class),
                        to(RandomGenerator.class, "getDefault", "of"),
                        to(RandomGeneratorFactory.class),
                        to(UUID.class, "randomUUID"),
                        to(Collections.class, "shuffle")));
    }

    static ArchRule noConsoleOrLog(House house) {
        return inCore(
                house,
                "a console or a log",
                List.of(
                        toConsole(),
                        to(System.class, "in", "console", "getLogger"),
                        to(Console.class),
                        to(IO.class),
                        to(System.Logger.class),
                        toPackage("java.util.logging")));
    }

    static ArchRule noThreads(House house) {
        return inCore(
                house,
                "threads",
                List.of(
                        to(Thread.class),
                        to(Thread.Builder.class),
                        to(Executors.class),
                        to(Executor.class),
                        to(CompletableFuture.class),
                        to(Timer.class),
                        to(TimeUnit.class, "sleep"),
                        to(LockSupport.class),
                        toPackage("java.util").and(named("parallel", "parallelStream"))));
    }

    static ArchRule noReflection(House house) {
        return inCore(
                house,
                "reflection",
                List.of(
                        to(Class.class)
                                .and(DescribedPredicate.not(named("isInstance", "cast", "getSimpleName", "getName"))),
                        to(ClassLoader.class),
                        to(ServiceLoader.class),
                        toPackage("java.lang.reflect"),
                        to(MethodHandles.class, "lookup", "privateLookupIn", "publicLookup"),
                        to(MethodHandles.Lookup.class)));
    }

    static ArchRule environmentInEntriesOnly(House house) {
        return outside(
                List.of(
                        main(house),
                        house.packageOf(Part.LAMBDA) + ".PixportFunction",
                        house.packageOf(Part.LAMBDA) + ".MaintenanceFunction",
                        house.packageOf(Part.LAMBDA) + ".UploadFunction"),
                "environment variables",
                to(System.class, "getenv"));
    }

    static ArchRule consoleInMainOnly(House house) {
        return outside(List.of(main(house)), "the console", toConsole());
    }

    private static DescribedPredicate<JavaAccess<?>> toConsole() {
        return to(System.class, "out", "err").or(named("printStackTrace").and(withoutParameters()));
    }

    private static ArchRule inCore(House house, String what, List<DescribedPredicate<JavaAccess<?>>> accesses) {
        return noClasses()
                .that()
                .resideInAPackage(house.in(Part.CORE))
                .should()
                .accessTargetWhere(
                        DescribedPredicate.<JavaAccess<?>>or(accesses).as("it is " + what));
    }

    private static String main(House house) {
        return house.packageOf(Part.JAVALIN) + ".Main";
    }

    private static ArchRule outside(List<String> permitted, String what, DescribedPredicate<JavaAccess<?>> accesses) {
        return noClasses()
                .that(describe("are none of " + permitted, type -> permitted.stream()
                        .noneMatch(name ->
                                type.getName().equals(name) || type.getName().startsWith(name + "$"))))
                .should()
                .accessTargetWhere(accesses.as("it is " + what));
    }
}
