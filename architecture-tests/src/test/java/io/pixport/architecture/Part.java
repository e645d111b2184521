package io.pixport.architecture;

import java.util.List;

/** The parts of the house: where each lies under the root, and what it may depend on beside itself and the JDK. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are those of List.of.
enum Part {
    CORE("core"),
    MODEL("core.model"),
    PORT("core.port", List.of(MODEL)),
    PROBE("core.probe", List.of(MODEL)),
    USE_CASES("core.usecase", List.of(MODEL, PORT, PROBE)),
    INMEMORY("inmemory", List.of(CORE), "javax.crypto.."),
    AWS("aws", List.of(CORE), "software.amazon.awssdk..", "javax.crypto.."),
    HTTP(
            "http",
            List.of(CORE),
            "tools.jackson..",
            "org.apache.commons.fileupload2..",
            "io.micrometer..",
            "io.prometheus.metrics.model..",
            "com.nimbusds..",
            "org.slf4j..",
            "javax.crypto.."),
    SETTINGS("settings", List.of(CORE, INMEMORY, AWS, HTTP), "software.amazon.awssdk..", "org.slf4j.."),
    JAVALIN(
            "javalin",
            List.of(CORE, AWS, HTTP, SETTINGS),
            "io.javalin..",
            "org.eclipse.jetty..",
            "jakarta.servlet..",
            "ch.qos.logback..",
            "org.slf4j.."),
    LAMBDA(
            "lambda",
            List.of(CORE, HTTP, SETTINGS),
            "com.amazonaws.services.lambda.runtime..",
            "org.crac..",
            "tools.jackson.core..",
            "org.slf4j.."),
    CONTRACTS(
            "contracts",
            List.of(CORE, HTTP),
            "org.junit.jupiter..",
            "net.jqwik..",
            "org.assertj..",
            "tools.jackson..",
            "javax.imageio..");

    private final String packageName;
    private final List<Part> parts;
    private final List<String> libraries;

    Part(String packageName) {
        this(packageName, List.of());
    }

    Part(String packageName, List<Part> parts, String... libraries) {
        this.packageName = packageName;
        this.parts = parts;
        this.libraries = List.of(libraries);
    }

    /** The package under the root. */
    String packageName() {
        return packageName;
    }

    /** The parts that this one may depend on. */
    List<Part> parts() {
        return parts;
    }

    /** The packages of libraries, and of the JDK outside {@code java}, that this part may depend on. */
    List<String> libraries() {
        return libraries;
    }
}
