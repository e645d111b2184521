package io.pixport.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the route of a request. Of two that fit, the one with more literal segments at the front was to be given first. */
final class Router {
    private final List<Compiled> routes;

    Router(List<Route> routes) {
        this.routes = routes.stream().map(Compiled::of).toList();
    }

    /** A route and what its template found in the path. */
    record Match(Route route, Map<String, String> parameters) {}

    List<Route> routes() {
        return routes.stream().map(Compiled::route).toList();
    }

    /**
     * @param path percent-encoded, beginning with a slash
     * @throws ProblemException when there is nothing at the path, or not for the method
     */
    Match match(String method, String path) {
        String[] segments = path.substring(1).split("/", -1);
        String wanted = method.equals("HEAD") ? "GET" : method;
        List<Compiled> atPath = new ArrayList<>(2);
        for (Compiled compiled : routes) {
            if (compiled.fits(segments)) {
                if (compiled.route.method().equals(wanted)) {
                    return new Match(compiled.route, compiled.parameters(segments));
                }
                atPath.add(compiled);
            }
        }
        if (atPath.isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND, "there is nothing at this path");
        }
        String allowed = allowed(atPath);
        throw Problem.of(
                ProblemType.METHOD_NOT_ALLOWED,
                "this path takes " + allowed + ", got " + method,
                Headers.of("Allow", allowed));
    }

    private static String allowed(List<Compiled> routes) {
        TreeSet<String> methods = new TreeSet<>();
        for (Compiled compiled : routes) {
            methods.add(compiled.route.method());
            if (compiled.route.method().equals("GET")) {
                methods.add("HEAD");
            }
        }
        return String.join(", ", methods);
    }

    /** A template cut into its segments: literals, and names of parameters, which are null among the literals. */
    private record Compiled(Route route, List<@Nullable String> literals, List<String> names, boolean takesRest) {
        static Compiled of(Route route) {
            List<@Nullable String> literals = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (String segment : route.template().substring(1).split("/", -1)) {
                boolean parameter = segment.startsWith("{");
                literals.add(parameter ? null : segment);
                names.add(parameter ? segment.substring(1, segment.length() - 1) : "");
            }
            boolean takesRest = names.getLast().endsWith("*");
            return new Compiled(route, literals, names, takesRest);
        }

        boolean fits(String[] segments) {
            if (takesRest ? segments.length < literals.size() : segments.length != literals.size()) {
                return false;
            }
            for (int i = 0; i < literals.size(); i++) {
                String literal = literals.get(i);
                if (literal != null && !literal.equals(segments[i])) {
                    return false;
                }
            }
            return true;
        }

        Map<String, String> parameters(String[] segments) {
            Map<String, String> parameters = new LinkedHashMap<>(2);
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                if (takesRest && i == names.size() - 1) {
                    String rest = String.join("/", List.of(segments).subList(i, segments.length));
                    parameters.put(name.substring(0, name.length() - 1), rest);
                } else if (!name.isEmpty()) {
                    parameters.put(name, segments[i]);
                }
            }
            return parameters;
        }
    }
}
