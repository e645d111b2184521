package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.aws.AwsClients;
import io.pixport.contracts.Fresh;
import io.pixport.core.port.ObjectKey;
import io.pixport.http.Backend;
import io.pixport.settings.AwsStores;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests over S3 and DynamoDB fail when the template takes a right away. */
final class RoleInterceptorTest {
    private final TestTable table = TestTable.provisioned();

    @Test
    void whatTheTemplateAllowsIsDone() {
        try (AwsClients clients = clients(Template.text())) {
            assertThat(store(clients).store().describe(Fresh.key())).isEmpty();
        }
    }

    @Test
    void whatItDoesNotAllowFails() {
        try (AwsClients clients = clients(Template.text().replace("s3:DeleteObject", "s3:GetObject"))) {
            ObjectKey key = Fresh.key();
            assertThatThrownBy(() -> store(clients).store().delete(key))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("does not allow s3:DeleteObject on ${Bucket.Arn}/*");
        }
    }

    @Test
    void anObjectThatIsNotThereIsNotToldWithoutTheRightToList() {
        try (AwsClients clients = clients(Template.text().replace("s3:ListBucket", "s3:GetObject"))) {
            ObjectKey key = Fresh.key();
            assertThatThrownBy(() -> store(clients).store().open(key, null))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("MISS_OBJECT");
        }
    }

    private AwsClients clients(String template) {
        TemplateFunction function = Template.of(template, Map.of("Authentication", "open"))
                .function(PixportFunction.class.getName())
                .orElseThrow();
        return table.open(new RoleInterceptor(function));
    }

    private static Backend store(AwsClients clients) {
        return AwsStores.backend(clients, InstantSource.system());
    }
}
