package io.pixport.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a server that may be killed at any moment, and counts what comes of it. */
final class SoakClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern IMAGE_ID = Pattern.compile("\"image_id\":\"([^\"]+)\"");
    private static final Pattern NEXT_PAGE = Pattern.compile("\"next_page_token\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final IntSupplier port;
    private final LongAdder answered = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /** @param port of the server, as long as it lives */
    SoakClient(IntSupplier port) {
        this.port = port;
    }

    /** Nobody knows what became of a request: it was not answered, or with a failure of the server. */
    static final class UnknownOutcomeException extends Exception {
        private static final long serialVersionUID = 1;

        UnknownOutcomeException(String message) {
            super(message);
        }
    }

    /** An answer that is no failure of the server. */
    record Answer(int status, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        List<String> ids() {
            return IMAGE_ID.matcher(text()).results().map(id -> id.group(1)).toList();
        }
    }

    Answer get(String path) throws UnknownOutcomeException, InterruptedException {
        return ask(request(path).GET());
    }

    Answer delete(String path) throws UnknownOutcomeException, InterruptedException {
        return ask(request(path).DELETE());
    }

    Answer post(String path, String contentType, byte[] body) throws UnknownOutcomeException, InterruptedException {
        return ask(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    /** The ids of all images of a list, page by page. */
    List<String> list(String path) throws UnknownOutcomeException, InterruptedException {
        List<String> ids = new ArrayList<>();
        String next = path + "?limit=100";
        while (true) {
            Answer page = get(next);
            ids.addAll(page.ids());
            Matcher token = NEXT_PAGE.matcher(page.text());
            if (!token.find()) {
                return ids;
            }
            next = path + "?limit=100&page_token=" + token.group(1);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.getAsInt() + path))
                .timeout(PATIENCE);
    }

    private Answer ask(HttpRequest.Builder request) throws UnknownOutcomeException, InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            unanswered.increment();
            throw new UnknownOutcomeException("not answered: " + e.getClass().getSimpleName());
        }
        if (response.statusCode() >= 500) {
            failed.increment();
            throw new UnknownOutcomeException("answered with " + response.statusCode());
        }
        answered.increment();
        return new Answer(response.statusCode(), response.body());
    }

    long answered() {
        return answered.sum();
    }

    long unanswered() {
        return unanswered.sum();
    }

    /** Answered with a failure of the server. */
    long failed() {
        return failed.sum();
    }

    @Override
    public void close() {
        client.close();
    }
}
