package io.pixport.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The template as CloudFormation reads it for some values of its parameters. What is known only when it is deployed stays as
 * it is written: {@code !Ref Table} is {@code Table}, {@code !GetAtt Table.Arn} is {@code Table.Arn}.
 */
final class Template {
    private static final Path FILE = Path.of("template.yaml");
    private static final Object NO_VALUE = new Object();

    private final Map<?, ?> document;
    private final Map<String, String> values;
    private final JsonNode resources;

    private Template(Map<?, ?> document, Map<String, String> values) {
        this.document = document;
        this.values = values;
        Map<Object, Object> made = new LinkedHashMap<>();
        section("Resources").forEach((id, resource) -> {
            if (((Map<?, ?>) resource).get("Condition") instanceof String condition && !holds(condition)) {
                return;
            }
            made.put(id, resolved(resource));
        });
        this.resources = JsonMapper.shared().valueToTree(made);
    }

    static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it is, for trying out. */
    static Template open() {
        return of(text(), Map.of("Authentication", "open"));
    }

    /** @param values of parameters; others have their defaults */
    static Template of(String text, Map<String, String> values) {
        return new Template(new Yaml(new Intrinsics()).load(text), values);
    }

    /** Missing when there is no such resource. */
    JsonNode properties(String resource) {
        return resources.path(resource).path("Properties");
    }

    List<String> resourcesOf(String type) {
        return resources
                .propertyStream()
                .filter(resource -> type.equals(resource.getValue().path("Type").asString("")))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Every statement of every policy, whatever it is attached to. */
    Stream<JsonNode> statements() {
        return resources.findValues("Statement").stream().flatMap(JsonNode::valueStream);
    }

    List<TemplateFunction> functions() {
        JsonNode globals = JsonMapper.shared().valueToTree(resolved(section("Globals")));
        return resourcesOf("AWS::Serverless::Function").stream()
                .map(name -> new TemplateFunction(this, name, globals.path("Function"), properties(name)))
                .toList();
    }

    /** The function that this class handles the events of. */
    Optional<TemplateFunction> function(String handler) {
        return functions().stream()
                .filter(function -> function.handler().equals(handler))
                .findFirst();
    }

    private Map<?, ?> section(String name) {
        return (Map<?, ?>) Objects.requireNonNull(document.get(name), name);
    }

    private Object resolved(Object value) {
        return switch (value) {
            case Map<?, ?> map
            when map.size() == 1 && isIntrinsic(map) ->
                evaluated(
                        (String) map.keySet().iterator().next(),
                        map.values().iterator().next());
            case Map<?, ?> map -> {
                Map<Object, Object> resolved = new LinkedHashMap<>();
                map.forEach((key, member) -> resolved.put(key, resolved(member)));
                resolved.values().removeIf(member -> member == NO_VALUE);
                yield resolved;
            }
            case List<?> list -> {
                List<Object> resolved = new ArrayList<>();
                list.forEach(element -> resolved.add(resolved(element)));
                resolved.removeIf(element -> element == NO_VALUE);
                yield resolved;
            }
            default -> value;
        };
    }

    private static boolean isIntrinsic(Map<?, ?> map) {
        return map.keySet().iterator().next() instanceof String name && (name.equals("Ref") || name.startsWith("Fn::"));
    }

    private Object evaluated(String function, Object argument) {
        return switch (function) {
            case "Ref" -> referred((String) argument);
            case "Fn::GetAtt", "Fn::Sub" -> argument;
            case "Fn::If" -> {
                List<?> choice = (List<?>) argument;
                yield resolved(choice.get(holds((String) choice.get(0)) ? 1 : 2));
            }
            case "Fn::Join" -> {
                List<?> parts = (List<?>) argument;
                List<?> texts = (List<?>) resolved(parts.get(1));
                yield String.join(
                        (String) parts.get(0),
                        texts.stream().map(String::valueOf).toList());
            }
            case "Fn::Equals" -> {
                List<?> sides = (List<?>) resolved(argument);
                yield String.valueOf(sides.get(0)).equals(String.valueOf(sides.get(1)));
            }
            case "Fn::Not" -> !(Boolean) resolved(((List<?>) argument).get(0));
            default -> throw new IllegalArgumentException("no test can read " + function);
        };
    }

    private boolean holds(String condition) {
        return (Boolean) resolved(Objects.requireNonNull(section("Conditions").get(condition), condition));
    }

    private Object referred(String name) {
        if (name.equals("AWS::NoValue")) {
            return NO_VALUE;
        }
        if (!(section("Parameters").get(name) instanceof Map<?, ?> parameter)) {
            return name;
        }
        Object value = values.getOrDefault(name, String.valueOf(parameter.get("Default")));
        return "CommaDelimitedList".equals(parameter.get("Type"))
                ? List.of(value.toString().split(","))
                : value;
    }

    /** Reads {@code !Sub x} as {@code {Fn::Sub: x}}. */
    private static final class Intrinsics extends SafeConstructor {
        Intrinsics() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    String name = node.getTag().getValue().substring(1);
                    return Map.of(name.equals("Ref") ? name : "Fn::" + name, argument(node));
                }
            });
        }

        private Object argument(Node node) {
            return switch (node) {
                case ScalarNode scalar -> constructScalar(scalar);
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalArgumentException(node.toString());
            };
        }
    }
}
