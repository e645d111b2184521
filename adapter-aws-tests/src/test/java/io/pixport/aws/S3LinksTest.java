package io.pixport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PostLink;
import io.pixport.core.port.PresignedPost;
import io.pixport.core.port.PresignedUrl;
import io.pixport.core.port.ReadLink;
import io.pixport.core.port.StorageException;
import io.pixport.core.port.WriteLink;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Where links lead, and how long they live; whether they are honoured is the contract's matter. */
final class S3LinksTest {
    private static final Instant NOW = Instant.parse("2026-02-11T10:30:00Z");
    private static final ObjectKey KEY = new ObjectKey("images/1");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final ReadLink READ = new ReadLink(HOUR, ImageFormat.PNG, new FileName("a b.png"));
    private static final WriteLink WRITE = new WriteLink(HOUR, 10, Digests.sha256(Fresh.bytes(10)), ImageFormat.PNG);
    private static final PostLink POST = new PostLink(HOUR, 10, ImageFormat.PNG);
    private static final AwsCredentials LASTING = AwsBasicCredentials.create("id", "secret");

    @Test
    void linksOfAwsHaveTheBucketInTheirHost() {
        try (AwsClients clients = clients(LASTING, null, null)) {
            S3ImageStore store = TestAws.store(clients, InstantSource.fixed(NOW));

            assertThat(store.presignRead(KEY, READ).url())
                    .asString()
                    .startsWith("https://photos.s3.eu-central-1.amazonaws.com/images/1?");
            assertThat(store.presignPost(KEY, POST).url())
                    .isEqualTo(URI.create("https://photos.s3.eu-central-1.amazonaws.com"));
        }
    }

    @Test
    void linksLeadToThePublicEndpointWhereThereIsOne() {
        URI inside = URI.create("http://store:9000");
        URI outside = URI.create("https://photos.example.org");
        try (AwsClients clients = clients(LASTING, inside, outside)) {
            S3ImageStore store = TestAws.store(clients, InstantSource.fixed(NOW));

            assertThat(store.presignRead(KEY, READ).url())
                    .asString()
                    .startsWith("https://photos.example.org/photos/images/1?");
            assertThat(store.presignWrite(KEY, WRITE).url())
                    .asString()
                    .startsWith("https://photos.example.org/photos/images/1?");
            assertThat(store.presignPost(KEY, POST).url()).isEqualTo(URI.create("https://photos.example.org/photos"));
        }
    }

    @Test
    void aLinkLivesAsLongAsItWasAskedTo() {
        try (AwsClients clients = clients(LASTING, null, null)) {
            PresignedUrl link = TestAws.store(clients, InstantSource.fixed(NOW)).presignRead(KEY, READ);

            assertThat(link.expiresAt()).isEqualTo(NOW.plus(HOUR));
            assertThat(link.url().getQuery()).contains("X-Amz-Expires=3600", "X-Amz-Date=20260211T103000Z");
        }
    }

    @Test
    void aLinkLivesNoLongerThanTheCredentialsThatSignedIt() {
        Instant end = NOW.plusSeconds(600);
        try (AwsClients clients = clients(temporary(end), null, null)) {
            S3ImageStore store = TestAws.store(clients, InstantSource.fixed(NOW));

            PresignedUrl link = store.presignRead(KEY, READ);
            PresignedPost form = store.presignPost(KEY, POST);

            assertThat(link.expiresAt()).isEqualTo(end);
            assertThat(link.url().getQuery()).contains("X-Amz-Expires=600", "X-Amz-Security-Token=token");
            assertThat(store.presignWrite(KEY, WRITE).expiresAt()).isEqualTo(end);
            assertThat(form.expiresAt()).isEqualTo(end);
            assertThat(form.fields()).containsEntry("x-amz-security-token", "token");
        }
    }

    @Test
    void credentialsThatLiveLongerGiveALinkNoLongerLife() {
        try (AwsClients clients = clients(temporary(NOW.plus(HOUR).plusSeconds(1)), null, null)) {
            S3ImageStore store = TestAws.store(clients, InstantSource.fixed(NOW));

            assertThat(store.presignRead(KEY, READ).expiresAt()).isEqualTo(NOW.plus(HOUR));
        }
    }

    @Test
    void credentialsThatHaveExpiredSignNothing() {
        try (AwsClients clients = clients(temporary(NOW), null, null)) {
            S3ImageStore store = TestAws.store(clients, InstantSource.fixed(NOW));

            assertThatThrownBy(() -> store.presignRead(KEY, READ))
                    .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.retryMayHelp())
                            .isTrue());
        }
    }

    private static AwsCredentials temporary(Instant end) {
        return AwsSessionCredentials.builder()
                .accessKeyId("id")
                .secretAccessKey("secret")
                .sessionToken("token")
                .expirationTime(end)
                .build();
    }

    private static AwsClients clients(
            AwsCredentials credentials, @Nullable URI endpoint, @Nullable URI publicEndpoint) {
        AwsConfig config =
                new AwsConfig("photos", "table", "eu-central-1", endpoint, null, publicEndpoint, endpoint != null);
        return AwsClients.open(config, StaticCredentialsProvider.create(credentials));
    }
}
