package io.pixport.inmemory;

import io.pixport.contracts.Images;
import io.pixport.contracts.http.ArchiveHttpContract;
import io.pixport.contracts.http.AuthHttpContract;
import io.pixport.contracts.http.BadInputHttpContract;
import io.pixport.contracts.http.BoundedHttpContract;
import io.pixport.contracts.http.ContentHttpContract;
import io.pixport.contracts.http.CrashHttpContract;
import io.pixport.contracts.http.DeleteHttpContract;
import io.pixport.contracts.http.DirectEntry;
import io.pixport.contracts.http.DirectUploadHttpContract;
import io.pixport.contracts.http.DuplicateHttpContract;
import io.pixport.contracts.http.Entry;
import io.pixport.contracts.http.ErrorHttpContract;
import io.pixport.contracts.http.HttpFixture;
import io.pixport.contracts.http.IdempotencyHttpContract;
import io.pixport.contracts.http.KeyRaceHttpContract;
import io.pixport.contracts.http.ListHttpContract;
import io.pixport.contracts.http.OutageHttpContract;
import io.pixport.contracts.http.PagingHttpContract;
import io.pixport.contracts.http.PatchHttpContract;
import io.pixport.contracts.http.ReservationHttpContract;
import io.pixport.contracts.http.SeedConformanceContract;
import io.pixport.contracts.http.TextHttpContract;
import io.pixport.contracts.http.UploadHttpContract;
import io.pixport.http.Backend;
import io.pixport.http.Handler;
import io.pixport.http.Headers;
import io.pixport.http.PayloadLimits;
import io.pixport.http.Request;
import io.pixport.http.Response;
import io.pixport.http.ResponseBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** APIs that are broken in one way each, as the leaf tests that an entry to one of that kind would have. */
final class BrokenApis {
    private BrokenApis() {}

    /** A leaf test over a good API and what is made of it. */
    abstract static class Leaf implements HttpFixture {
        private final InMemoryHttpTest good = new InMemoryHttpTest();

        @Override
        public Backend backend(InstantSource clock, Supplier<URI> baseUrl) {
            return good.backend(clock, baseUrl);
        }

        @Override
        public Entry entry(Handler handler) {
            return new DirectEntry(request -> answer(request, handler));
        }

        abstract Response answer(Request request, Handler api);
    }

    static final class IgnoresRanges extends Leaf implements ContentHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            return api.handle(without("Range", request));
        }
    }

    static final class SendsWhatTheClientHas extends Leaf implements ContentHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            return api.handle(without("If-None-Match", request));
        }
    }

    static final class LosesTheLastByte extends Leaf implements ContentHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            Response response = api.handle(request);
            byte[] body = request.path().endsWith("/content") ? bytes(response) : new byte[0];
            return body.length == 0 ? response : with(response, Arrays.copyOf(body, body.length - 1));
        }
    }

    static final class ChangesAnyVersion extends Leaf implements PatchHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            return api.handle(without("If-Match", request));
        }
    }

    static final class StoresAgainUnderTheSameKey extends Leaf implements IdempotencyHttpContract, KeyRaceHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            return api.handle(without("Idempotency-Key", request));
        }
    }

    static final class AsksNobodyWhoTheyAre extends Leaf implements AuthHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            return api.handle(without("X-User-Id", request));
        }
    }

    static final class ReservesAgainUnderTheSameKey extends Leaf implements ReservationHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            return api.handle(without("Idempotency-Key", request));
        }
    }

    static final class ShowsALinkForEver extends Leaf implements ReservationHttpContract {
        private final Map<String, Response> first = new ConcurrentHashMap<>();

        @Override
        Response answer(Request request, Handler api) {
            String key = request.headers().first("Idempotency-Key").orElse(null);
            return key == null || !request.path().equals("/uploads")
                    ? api.handle(request)
                    : first.computeIfAbsent(key, unused -> api.handle(request));
        }
    }

    static final class StoresTheSameBytesAgain extends Leaf implements DuplicateHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            String query = request.query().replace("on_duplicate=return", "on_duplicate=keep");
            return api.handle(new Request(
                    request.method(),
                    request.basePath(),
                    request.path(),
                    query,
                    request.headers(),
                    request.contentLength(),
                    request.body()));
        }
    }

    static final class LetsAnybodyComplete extends Leaf implements DirectUploadHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            return api.handle(request.path().startsWith("/uploads/") ? without("X-User-Id", request) : request);
        }
    }

    static final class ListsEveryTag extends Leaf implements ListHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            return api.handle(withQuery(request.query().replaceAll("\\btags?=", "x="), request));
        }
    }

    static final class ListsBeyondTheEnd extends Leaf implements ListHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            return api.handle(withQuery(request.query().replace("end_date=", "x="), request));
        }
    }

    static final class BeginsAgainWithAnyToken extends Leaf implements PagingHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            return api.handle(withQuery(request.query().replace("page_token=", "x="), request));
        }
    }

    static final class ForgetsToDelete extends Leaf implements DeleteHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            if (!request.method().equals("DELETE")) {
                return api.handle(request);
            }
            String id = request.path().substring("/images/".length());
            String json = "{\"message\":\"Image deleted successfully\",\"image_id\":\"" + id + "\"}";
            return Response.of(200, "application/json", json);
        }
    }

    static final class TakesAnOutageForAnAbsence extends Leaf implements OutageHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            Response response = api.handle(request);
            return response.status() == 503 ? new Response(404, response.headers(), response.body()) : response;
        }
    }

    static final class CallsProblemsJson extends Leaf implements ErrorHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            Response response = api.handle(request);
            return response.status() >= 400 ? response.with("Content-Type", "application/json") : response;
        }
    }

    static final class LeavesAFieldOut extends Leaf implements UploadHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            Response response = api.handle(request);
            String json = new String(bytes(response), StandardCharsets.UTF_8).replaceAll("\"frames\":\\d+,", "");
            return with(response, json.getBytes(StandardCharsets.UTF_8));
        }
    }

    static final class DecodesQueriesTwice extends Leaf implements TextHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            return api.handle(withQuery(request.query().replace("%25", "%"), request));
        }
    }

    static final class StoresSomethingWhenItRefuses extends Leaf implements BadInputHttpContract {
        private static final byte[] IMAGE = Images.bytes("good/exif.jpg");

        @Override
        Response answer(Request request, Handler api) {
            Response response = api.handle(request);
            if (response.status() >= 400 && request.method().equals("POST")) {
                api.handle(new Request(
                        "POST",
                        "/images",
                        "user_id=me",
                        Headers.of("Content-Type", "image/jpeg"),
                        IMAGE.length,
                        new ByteArrayInputStream(IMAGE)));
            }
            return response;
        }
    }

    static final class LetsClientsKeepRedirects extends Leaf implements BoundedHttpContract {
        @Override
        public PayloadLimits payloadLimits() {
            return new InMemoryBoundedHttpTest().payloadLimits();
        }

        @Override
        Response answer(Request request, Handler api) {
            Response response = api.handle(request);
            return response.status() == 307 ? response.with("ETag", "\"1\"") : response;
        }
    }

    static final class NamesTheDownloadUrlOtherwise extends Leaf implements SeedConformanceContract {
        @Override
        Response answer(Request request, Handler api) {
            Response response = api.handle(request);
            String json = new String(bytes(response), StandardCharsets.UTF_8);
            return with(response, json.replace("\"download_url\"", "\"url\"").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A store of request keys that forgets what was intended, under a good API. */
    static final class StoresAgainAfterACrash extends Leaf implements CrashHttpContract {
        @Override
        public Backend backend(InstantSource clock, Supplier<URI> baseUrl) {
            Backend good = super.backend(clock, baseUrl);
            return new Backend(
                    good.store(),
                    good.repository(),
                    new BrokenIdempotencyStores.ForgetsWhatWasIntended(),
                    good.linkVerifier());
        }

        @Override
        Response answer(Request request, Handler api) {
            return api.handle(request);
        }
    }

    static final class EndsAnExportWhereAStoreFails extends Leaf implements ArchiveHttpContract {
        @Override
        Response answer(Request request, Handler api) {
            Response response = api.handle(request);
            boolean archive = response.body().length() == ResponseBody.UNKNOWN_LENGTH;
            return archive ? with(response, untilItFails(response)) : response;
        }

        private static byte[] untilItFails(Response response) {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            try (InputStream body = response.body().open()) {
                body.transferTo(read);
            } catch (IOException e) {
                return read.toByteArray();
            }
            return read.toByteArray();
        }
    }

    private static Request without(String header, Request request) {
        Headers others = Headers.of();
        request.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase(header)) {
                others.add(name, value);
            }
        });
        return new Request(
                request.method(), request.path(), request.query(), others, request.contentLength(), request.body());
    }

    private static Request withQuery(String query, Request request) {
        return new Request(
                request.method(), request.path(), query, request.headers(), request.contentLength(), request.body());
    }

    private static Response with(Response response, byte[] body) {
        return new Response(response.status(), response.headers(), ResponseBody.of(body));
    }

    private static byte[] bytes(Response response) {
        try (InputStream body = response.body().open()) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
