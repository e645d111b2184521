package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''    | /images      | ''   | ''        | /images",
                "''    | /dev/images  | /dev | /dev      | /images",
                "''    | /images      | /dev | /dev      | /images",
                "''    | /dev         | /dev | /dev      | /dev",
                "/prod | /images      | ''   | /prod     | /images",
                "/prod | /dev/images  | /dev | /prod/dev | /images",
                "/prod | /prod/images | ''   | /prod     | /prod/images",
            })
    void goesOnUnderALongerBasePath(
            String basePath, String path, String more, String expectedBasePath, String expectedPath) {
        Request request =
                new Request("GET", basePath, path, "", Headers.of(), 0, InputStream.nullInputStream()).under(more);

        assertThat(request.basePath()).isEqualTo(expectedBasePath);
        assertThat(request.path()).isEqualTo(expectedPath);
    }
}
