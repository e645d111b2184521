package io.pixport.benchmarks;

import io.pixport.benchmarks.Stock.Call;
import io.pixport.javalin.PixportServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The same calls over HTTP, through the server and one connection in the same process. */
final class StockServer implements AutoCloseable {
    private static final int LONGEST_PAGE = 100;
    private static final Pattern NEXT = Pattern.compile("\"next_page_token\":\"([^\"]+)\"");

    private final Stock stock;
    private final PixportServer server;
    private final Connection connection;

    StockServer(Stock stock) throws IOException {
        this.stock = stock;
        this.server = new InProcess(stock.repository()).serve();
        this.connection = new Connection(server.port());
    }

    List<Call> pages(Filter filter, int number) {
        return stock.queries(filter, number).stream()
                .map(query -> page(Filter.path(query)))
                .toList();
    }

    List<Call> deepPages(int number) {
        String token = "";
        for (int left = stock.beforeDeepest(); left > 0; left -= LONGEST_PAGE) {
            String page = get("/images?limit=" + Math.min(left, LONGEST_PAGE) + token);
            Matcher next = NEXT.matcher(page);
            if (!next.find()) {
                throw new IllegalStateException("a page is the last too soon");
            }
            token = "&page_token=" + next.group(1);
        }
        Call page = page("/images?limit=" + Stock.PAGE + token);
        return Stream.generate(() -> page).limit(number).toList();
    }

    List<Call> gets(int number) {
        return stock.ids(number).stream()
                .map(id -> new Call(() -> get("/images/" + id)))
                .toList();
    }

    private Call page(String path) {
        return new Call(() -> {
            if (!get(path).startsWith("{\"count\":" + Stock.PAGE + ",")) {
                throw new IllegalStateException("a page is not full: " + path);
            }
        });
    }

    private String get(String path) {
        try {
            return new String(connection.get(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
        server.close();
    }
}
