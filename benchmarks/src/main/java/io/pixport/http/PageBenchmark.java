package io.pixport.http;

import io.pixport.benchmarks.Records;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Limits;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a page of 20 images takes once they are found: its JSON, and the token that the next one is asked for by. */
@State(Scope.Benchmark)
public class PageBenchmark {
    private static final String LIST = "user=user-1";

    private final PageTokens tokens = new PageTokens(Secret.of(new byte[32]));
    private final Paging paging = new Paging(tokens, Limits.DEFAULTS);
    private final Exchange exchange = exchange();
    private final Page<ActiveImage> page = page();
    private final ActiveImage last = page.items().getLast();
    private final Position position = new Position(last.uploadedAt(), last.id());
    private final String token = tokens.encode(position, LIST);

    private static Exchange exchange() {
        Request request =
                new Request("GET", "/users/user-1/images", "", Headers.of(), -1, InputStream.nullInputStream());
        return new Exchange(request, request.path(), Map.of(), Query.parse(""), new UserIdHeader(false));
    }

    private static Page<ActiveImage> page() {
        Records records = new Records();
        List<ActiveImage> images =
                Stream.generate(() -> records.next(1)).limit(20).toList();
        return new Page<>(images, Optional.empty());
    }

    /** Of a page that is the last and needs no token. */
    @Benchmark
    public Response pageOf20AsJson() {
        return paging.response(exchange, page, LIST, ImageJson::write);
    }

    @Benchmark
    public String tokenEncoded() {
        return tokens.encode(position, LIST);
    }

    @Benchmark
    public Position tokenDecoded() {
        return tokens.decode(token, LIST);
    }
}
