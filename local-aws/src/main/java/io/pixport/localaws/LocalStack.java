package io.pixport.localaws;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** LocalStack in Docker. */
final class LocalStack {
    /** The last version that starts without an account. */
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private LocalStack() {}

    static LocalAws start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException("LocalStack needs Docker, which is not running here."
                    + " Without the profile localstack, the tests need nothing that is not on Maven Central.");
        }
        @SuppressWarnings("resource") // ends with the process, by the containers' own reaper
        LocalStackContainer container = new LocalStackContainer(IMAGE).withServices("s3", "dynamodb");
        container.start();
        return new LocalAws(
                container.getEndpoint(),
                container.getEndpoint(),
                container.getRegion(),
                container.getAccessKey(),
                container.getSecretKey());
    }
}
