package io.pixport.lambda;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A function of the template.
 *
 * @param globals what all functions have
 * @param own what it has besides
 */
record TemplateFunction(Template template, String name, JsonNode globals, JsonNode own) {
    String handler() {
        return text("Handler");
    }

    /** Its own, else that of all functions; empty when there is neither. */
    String text(String property) {
        return own.path(property).asString(globals.path(property).asString(""));
    }

    Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        Stream.of(globals, own)
                .flatMap(properties -> properties.at("/Environment/Variables").propertyStream())
                .forEach(variable ->
                        variables.put(variable.getKey(), variable.getValue().asString()));
        return variables;
    }

    /** What its role allows. */
    Set<Right> rights() {
        return template.properties(text("Role").replace(".Arn", "")).path("Policies").findValues("Statement").stream()
                .flatMap(JsonNode::valueStream)
                .filter(statement -> statement.path("Effect").asString("").equals("Allow"))
                .flatMap(
                        statement -> texts(statement.path("Action")).flatMap(action -> texts(statement.path("Resource"))
                                .map(resource -> new Right(action, resource))))
                .collect(Collectors.toSet());
    }

    /** Of one, or of a list. */
    static Stream<String> texts(JsonNode node) {
        return node.isArray() ? node.valueStream().map(JsonNode::asString) : Stream.of(node.asString());
    }
}
