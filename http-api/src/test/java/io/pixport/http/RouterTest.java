package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
    private final Router router = new Router(List.of(
            route("GET", "/images"),
            route("POST", "/images"),
            route("GET", "/images/{image_id}"),
            route("DELETE", "/images/{image_id}"),
            route("GET", "/images/{image_id}/content"),
            route("PUT", "/_store/{key*}")));

    @ParameterizedTest
    @CsvSource({
        "GET, /images, GET /images",
        "HEAD, /images, GET /images",
        "POST, /images, POST /images",
        "DELETE, /images/1, DELETE /images/{image_id}",
        "GET, /images/1/content, GET /images/{image_id}/content",
        "GET, /images/, GET /images/{image_id}",
        "PUT, /_store/images/1, PUT /_store/{key*}"
    })
    void a_request_finds_its_route(String method, String path, String expected) {
        Route route = router.match(method, path).route();

        assertThat(route.method() + " " + route.template()).isEqualTo(expected);
    }

    @Test
    void parameters_are_what_stands_in_their_place_still_encoded() {
        assertThat(router.match("GET", "/images/a%2Fb/content").parameters())
                .containsExactly(entry("image_id", "a%2Fb"));
        assertThat(router.match("PUT", "/_store/images/a%20b").parameters())
                .containsExactly(entry("key", "images/a%20b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/image", "/images/1/2", "/images/1/content/2", "/Images", "//images", "/_store"})
    void a_path_without_a_route_is_404(String path) {
        assertThatThrownBy(() -> router.match("GET", path))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    @Test
    void a_method_without_a_route_is_405_and_says_which_have_one() {
        assertThatThrownBy(() -> router.match("PUT", "/images/1")).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().type()).isEqualTo(ProblemType.METHOD_NOT_ALLOWED);
            assertThat(e.problem().headers().first("Allow")).contains("DELETE, GET, HEAD");
        });
    }

    private static Map.Entry<String, String> entry(String name, String value) {
        return Map.entry(name, value);
    }

    private static Route route(String method, String template) {
        return Route.json(method, template, exchange -> Response.of(200));
    }
}
