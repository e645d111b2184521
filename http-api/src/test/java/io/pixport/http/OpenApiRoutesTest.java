package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.core.model.Limits;
import io.pixport.core.port.IdempotencyStore;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.LinkVerifier;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Spool;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiRoutesTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document =
            JsonMapper.shared().readTree(new Docs().openApi("").body().bytes());

    @Test
    void every_route_is_described_and_everything_described_is_a_route() {
        assertThat(described()).isNotEmpty().isEqualTo(routes());
    }

    /** The links of the memory store are opaque to clients, who get them whole. */
    private static Set<String> routes() {
        return api().routes().stream()
                .map(route -> route.method() + " " + route.template())
                .filter(route -> !route.contains("/_store/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ImageApi api() {
        ImageStore store = unused(ImageStore.class);
        MetadataRepository repository = unused(MetadataRepository.class);
        Backend backend = new Backend(store, repository, unused(IdempotencyStore.class), unused(LinkVerifier.class));
        Spool spool = new Spool(Path.of(""), 0);
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        ImageService service =
                ImageService.over(store, repository, clock, RandomGenerator.getDefault(), spool, Limits.DEFAULTS);
        Secret secret = Secret.of("a secret of at least thirty-two bytes");
        return new ImageApi(
                service, backend, spool, clock, new ApiConfig("", new UserIdHeader(false), CorsPolicy.OFF, secret));
    }

    /** A port that is not called: routes are only listed. */
    private static <T> T unused(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            throw new AssertionError(method + " was called");
        }));
    }

    private Set<String> described() {
        Set<String> described = new TreeSet<>();
        document.path("paths").properties().forEach(path -> path.getValue().propertyNames().stream()
                .filter(METHODS::contains)
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return described;
    }
}
