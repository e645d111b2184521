package io.pixport.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.http.Handler;
import io.pixport.http.Response;
import io.pixport.javalin.RawClient.Answer;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How a server begins and ends. */
final class StopTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private Handler waiting() {
        return request -> {
            arrived.countDown();
            try {
                return Response.of(released.await(20, TimeUnit.SECONDS) ? 200 : 500);
            } catch (InterruptedException e) {
                return Response.of(500);
            }
        };
    }

    @Test
    void a_request_in_flight_finishes_while_new_ones_are_refused() throws Exception {
        PixportServer server = TestServers.start(waiting());
        int port = server.port();
        try (RawClient inFlight = new RawClient(server)) {
            inFlight.send(GET);
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            Thread stopping = Thread.ofVirtual().start(server::close);
            awaitRefusal(port);
            released.countDown();
            Answer answer = inFlight.answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.closes()).isTrue();
            assertThat(stopping.join(PATIENCE)).isTrue();
        }
    }

    @Test
    void an_upload_in_flight_may_pause_while_the_server_stops() throws Exception {
        PixportServer server = TestServers.start(request -> {
            arrived.countDown();
            return TestServers.count(request);
        });
        int port = server.port();
        try (RawClient inFlight = new RawClient(server)) {
            inFlight.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n12345");
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            Thread stopping = Thread.ofVirtual().start(server::close);
            awaitRefusal(port);
            assertThat(stopping.join(Duration.ofMillis(1500))).isFalse();
            assertThat(inFlight.send("67890").answer().body()).isEqualTo("10");
            assertThat(stopping.join(PATIENCE)).isTrue();
        }
    }

    @Test
    void a_request_that_takes_too_long_does_not_hold_the_stop_up() throws Exception {
        PixportServer server = TestServers.startWithShortShutdown(waiting());
        try (RawClient inFlight = new RawClient(server)) {
            inFlight.send(GET);
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            Thread stopping = Thread.ofVirtual().start(server::close);
            assertThat(stopping.join(PATIENCE)).isTrue();
        } finally {
            released.countDown();
        }
    }

    @Test
    void idle_connections_do_not_hold_the_stop_up() throws Exception {
        PixportServer server = TestServers.start(request -> Response.of(200));
        try (RawClient idle = new RawClient(server)) {
            assertThat(idle.send(GET).answer().status()).isEqualTo(200);
            Thread stopping = Thread.ofVirtual().start(server::close);
            assertThat(stopping.join(PATIENCE)).isTrue();
            assertThat(idle.countUntilClosed()).isZero();
        }
    }

    @Test
    void stopping_twice_is_stopping_once() throws Exception {
        PixportServer server = TestServers.start(request -> Response.of(200));
        int port = server.port();
        server.close();
        server.close();
        assertThatThrownBy(() -> new RawClient(port)).isInstanceOf(ConnectException.class);
    }

    @Test
    void a_port_in_use_is_said_so() throws Exception {
        try (PixportServer server = TestServers.start(request -> Response.of(200))) {
            assertThatThrownBy(() -> TestServers.startOn("127.0.0.1", server.port()))
                    .isInstanceOf(BindException.class)
                    .hasMessage("127.0.0.1:%d cannot be listened on: Address already in use", server.port());
        }
    }

    @Test
    void an_address_of_another_machine_is_said_so() {
        assertThatThrownBy(() -> TestServers.startOn("192.0.2.1", 0))
                .isInstanceOf(BindException.class)
                .hasMessageStartingWith("192.0.2.1:0 cannot be listened on: ");
    }

    /** Connects until nobody listens any more. */
    private static void awaitRefusal(int port) throws IOException {
        try {
            while (true) {
                new RawClient(port).close();
            }
        } catch (ConnectException refused) {
            assertThat(refused).hasMessageContaining("refused");
        }
    }
}
