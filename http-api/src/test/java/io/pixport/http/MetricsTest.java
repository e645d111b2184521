package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Pattern LINE = Pattern.compile(
            "# (HELP|TYPE) [a-z0-9_]+ .+|[a-z0-9_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? [-+0-9.EeInfNa]+");

    private final Metrics metrics = new Metrics();

    @Test
    void tellsHowLongRequestsTookByMethodRouteAndStatus() {
        metrics.record("GET", "/images/{image_id}", 200, Duration.ofMillis(3).toNanos());
        metrics.record("GET", "/images/{image_id}", 200, Duration.ofMillis(300).toNanos());
        metrics.record("GET", "/images/{image_id}", 200, Duration.ofMinutes(1).toNanos());
        metrics.record("GET", "/images/{image_id}", 404, Duration.ofMillis(1).toNanos());

        String found = "{method=\"GET\",route=\"/images/{image_id}\",status=\"200\"";
        assertThat(metrics.scrape().lines())
                .contains(
                        "# TYPE http_server_requests_seconds histogram",
                        "http_server_requests_seconds_bucket" + found + ",le=\"0.0025\"} 0",
                        "http_server_requests_seconds_bucket" + found + ",le=\"0.005\"} 1",
                        "http_server_requests_seconds_bucket" + found + ",le=\"0.5\"} 2",
                        "http_server_requests_seconds_bucket" + found + ",le=\"+Inf\"} 3",
                        "http_server_requests_seconds_count" + found + "} 3",
                        "http_server_requests_seconds_sum" + found + "} 60.303",
                        "http_server_requests_seconds_count" + found.replace("200", "404") + "} 1");
    }

    @Test
    void countsWhatComesAfterTheFirstScrape() {
        metrics.record("GET", "/limits", 200, 1);
        assertThat(metrics.scrape()).contains("route=\"/limits\",status=\"200\"} 1");

        metrics.record("GET", "/limits", 200, 1);

        assertThat(metrics.scrape()).contains("route=\"/limits\",status=\"200\"} 2");
    }

    @Test
    void keepsMethodsThatClientsInventTogether() {
        for (int i = 0; i < 100; i++) {
            metrics.record("BREW" + i, "/images", 405, 1);
        }

        assertThat(metrics.scrape())
                .contains("http_server_requests_seconds_count{method=\"OTHER\",route=\"/images\",status=\"405\"} 100")
                .doesNotContain("BREW");
    }

    @Test
    void countsTheBytesOfBodiesAndOfHeadNone() {
        Handler echo = metrics.around(request -> {
            try {
                int first = request.body().read();
                byte[] rest = request.body().readAllBytes();
                return Response.of(200, "text/plain", new byte[first < 0 ? 7 : rest.length + 1]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        echo.handle(request("POST", 1000));
        echo.handle(request("POST", 234));
        echo.handle(request("HEAD", 0));

        assertThat(metrics.scrape().lines())
                .contains(
                        "http_server_request_body_bytes_total 1234.0", "http_server_response_body_bytes_total 1234.0");
    }

    @Test
    void tellsWhatIsBeingHandled() {
        List<String> during = new ArrayList<>();
        Handler handler = metrics.around(request -> {
            during.add(metrics.scrape());
            return Response.of(204);
        });

        handler.handle(request("GET", 0));

        assertThat(during).singleElement().asString().contains("http_server_requests_in_flight 1.0");
        assertThat(metrics.scrape()).contains("http_server_requests_in_flight 0.0");
    }

    @Test
    void forgetsARequestThatFailed() {
        Handler failing = metrics.around(request -> {
            throw new IllegalStateException("a bug");
        });

        assertThatThrownBy(() -> failing.handle(request("GET", 0))).isInstanceOf(IllegalStateException.class);

        assertThat(metrics.scrape()).contains("http_server_requests_in_flight 0.0");
    }

    @Test
    void writesEveryLineInTheTextFormat() {
        metrics.record("GET", "/images", 200, 1);

        assertThat(metrics.scrape().lines()).allMatch(line -> LINE.matcher(line).matches());
    }

    @Test
    void tellsAboutTheJvm() {
        assertThat(metrics.scrape())
                .contains("jvm_memory_used_bytes{", "jvm_threads_live_threads ", "jvm_gc_collection_seconds_count{")
                .contains("process_uptime_seconds ", "system_cpu_count ");
    }

    @Test
    void belongsToItsInstance() {
        new Metrics().record("GET", "/images", 200, 1);

        assertThat(metrics.scrape()).doesNotContain("/images");
    }

    private static Request request(String method, int length) {
        return new Request(method, "/", "", Headers.of(), length, new ByteArrayInputStream(new byte[length]));
    }
}
