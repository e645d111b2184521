package io.pixport.contracts.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.Multipart;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageIdGenerator;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PostLink;
import io.pixport.core.port.PresignedPost;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What the API holds to where it serves the links of its store itself, and not a server that speaks S3. */
public interface ServedLinkHttpContract extends HttpFixture {
    @Test
    default void theFieldsOfAFormComeBeforeItsFile(Api api) {
        ObjectKey key = ObjectKey.of(new ImageIdGenerator(api.clock(), ThreadLocalRandom.current()).next());
        PresignedPost form =
                api.backend().store().presignPost(key, new PostLink(Duration.ofMinutes(10), 2000, ImageFormat.PNG));
        Multipart fileFirst = new Multipart().file("file", "a.png", Fresh.bytes(1000));
        form.fields().forEach(fileFirst::field);

        assertThat(api.post(form, fileFirst).status()).isEqualTo(403);

        assertThat(api.backend().store().describe(key)).isEmpty();
    }
}
