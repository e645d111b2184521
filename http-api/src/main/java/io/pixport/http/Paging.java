package io.pixport.http;

import io.pixport.core.model.Limits;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Pages of lists: which one is asked for, and how it is answered. */
final class Paging {
    private final PageTokens tokens;
    private final Limits limits;

    Paging(PageTokens tokens, Limits limits) {
        this.tokens = tokens;
        this.limits = limits;
    }

    /** @param list which list it is, with all its filters */
    @Nullable Position position(Exchange exchange, String list) {
        String token = exchange.query().single("page_token");
        return token == null ? null : tokens.decode(token, list);
    }

    int limit(Exchange exchange) {
        Long asked = exchange.number("limit");
        return asked == null ? limits.defaultPageSize() : Math.clamp(asked, -1, Integer.MAX_VALUE);
    }

    <T> Response response(Exchange exchange, Page<T> page, String list, BiConsumer<JsonGenerator, T> item) {
        String next = page.next().map(position -> tokens.encode(position, list)).orElse(null);
        Response response = JsonBytes.response(200, json -> {
            json.writeStartObject();
            json.writeNumberProperty("count", page.items().size());
            json.writeArrayPropertyStart("images");
            page.items().forEach(image -> item.accept(json, image));
            json.writeEndArray();
            if (next == null) {
                json.writeNullProperty("next_page_token");
            } else {
                json.writeStringProperty("next_page_token", next);
            }
            json.writeBooleanProperty("has_more", next != null);
            json.writeEndObject();
        });
        return next == null ? response : response.with("Link", linkToNext(exchange, next));
    }

    /** The same request with another token (RFC 8288). */
    private static String linkToNext(Exchange exchange, String token) {
        String kept = Arrays.stream(exchange.request().query().split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.equals("page_token") && !pair.startsWith("page_token="))
                .map(pair -> pair.replace("<", "%3C").replace(">", "%3E"))
                .collect(Collectors.joining("&", "", "&"));
        String query = (kept.equals("&") ? "" : kept) + "page_token=" + token;
        return "<" + exchange.path() + "?" + query + ">; rel=\"next\"";
    }
}
