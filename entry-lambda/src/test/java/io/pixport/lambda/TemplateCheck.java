package io.pixport.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.pixport.settings.Settings;
import io.pixport.settings.SettingsException;
import java.lang.reflect.Constructor;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds the template against the code: every way in which they disagree is a sentence.
 *
 * @param calls what each function calls, by its name
 * @param provisioned what the command makes
 */
record TemplateCheck(Map<String, Set<Operation>> calls, Provisioned provisioned) {
    /** What may be set for a bucket besides. */
    private static final Set<String> FREE = Set.of("Tags", "CorsConfiguration", "NotificationConfiguration");

    List<String> problems(Template template) {
        List<String> problems = new ArrayList<>();
        for (TemplateFunction function : template.functions()) {
            handler(function, problems);
            settings(function, problems);
            rights(function, problems);
            events(function, problems);
        }
        api(template, problems);
        uploads(template, problems);
        wildcards(template, problems);
        stores(template, problems);
        logs(template, problems);
        alarms(template, problems);
        return problems;
    }

    private static void handler(TemplateFunction function, List<String> problems) {
        try {
            Constructor<?> maker = Class.forName(function.handler()).getConstructor();
            if (!RequestStreamHandler.class.isAssignableFrom(maker.getDeclaringClass())) {
                problems.add(function.handler() + " handles no streams");
            }
        } catch (ReflectiveOperationException e) {
            problems.add("Lambda cannot make " + function.handler());
        }
        if (!function.text("Runtime").equals("java25")
                || !function.globals().path("Architectures").toString().equals("[\"arm64\"]")) {
            problems.add(function.name() + " is not for Java 25 on arm64");
        }
        // Were it said for all functions together, AWS's tools would upload the directory instead.
        if (!function.own().path("CodeUri").asString("").equals("target/pixport-lambda.jar")) {
            problems.add(function.name() + " is not the jar that the build makes");
        }
    }

    private static void settings(TemplateFunction function, List<String> problems) {
        try {
            Settings.of(function.environment(), InstantSource.system()).warnings().stream()
                    .filter(warning -> warning.contains("has no effect"))
                    .forEach(problems::add);
        } catch (SettingsException e) {
            problems.add(e.getMessage());
        }
    }

    private void rights(TemplateFunction function, List<String> problems) {
        Set<Right> needed = new HashSet<>();
        calls.getOrDefault(function.name(), Set.of()).forEach(call -> needed.add(call.right()));
        String log = function.own().at("/LoggingConfig/LogGroup").asString("none") + ".Arn";
        needed.add(new Right("logs:CreateLogStream", log));
        needed.add(new Right("logs:PutLogEvents", log));
        if (function.own().has("DeadLetterQueue")) {
            needed.add(new Right(
                    "sqs:SendMessage",
                    function.own().at("/DeadLetterQueue/TargetArn").asString("none")));
        }
        Set<Right> allowed = function.rights();
        needed.stream()
                .filter(right -> !allowed.contains(right))
                .forEach(right -> problems.add(function.name() + " lacks " + right));
        allowed.stream()
                .filter(right -> !needed.contains(right))
                .forEach(right -> problems.add(function.name() + " never needs " + right));
    }

    /** What nobody waits for must not be lost without a trace. */
    private static void events(TemplateFunction function, List<String> problems) {
        if (function.own().has("Events") && !function.own().has("DeadLetterQueue")) {
            problems.add("Events that %s fails on are lost".formatted(function.name()));
        }
    }

    private static void api(Template template, List<String> problems) {
        JsonNode function = template.properties("ApiFunction");
        if (!function.at("/SnapStart/ApplyOn").asString("").equals("PublishedVersions")
                || !function.has("AutoPublishAlias")) {
            problems.add("ApiFunction has no snapshot");
        }
        Map.of("ApiIntegration", "IntegrationUri", "ApiPermission", "FunctionName")
                .forEach((resource, property) -> {
                    if (!template.properties(resource)
                            .path(property)
                            .asString("")
                            .equals("ApiFunction.Alias")) {
                        problems.add("%s does not name the alias, which has the snapshot".formatted(resource));
                    }
                });
        JsonNode throttled = template.properties("ApiStage").path("RouteSettings");
        for (String route : template.resourcesOf("AWS::ApiGatewayV2::Route")) {
            String key = template.properties(route).path("RouteKey").asString();
            boolean signed =
                    template.properties(route).path("AuthorizerId").asString("").equals("Authorizer");
            if (!key.equals("$default") && !throttled.has(key)) {
                problems.add(key + " is not throttled");
            }
            if (!key.equals("$default")
                    && signed != !template.properties("Authorizer").isMissingNode()) {
                problems.add(key + " passes by the authorizer");
            }
        }
    }

    /** The events that {@link UploadFunction} reads have to come about, and to pass the rule. */
    private static void uploads(Template template, List<String> problems) {
        if (!template.properties("Bucket")
                .at("/NotificationConfiguration/EventBridgeConfiguration/EventBridgeEnabled")
                .asBoolean(false)) {
            problems.add("The bucket tells nobody of its objects");
        }
        JsonNode pattern = template.properties("UploadFunction").at("/Events/ObjectCreated/Properties/Pattern");
        JsonNode event = TestGateway.event("object-created");
        for (String member : List.of("source", "detail-type")) {
            if (TemplateFunction.texts(pattern.path(member))
                    .noneMatch(event.path(member).asString()::equals)) {
                problems.add("The rule lets no arriving upload through, by its " + member);
            }
        }
        if (!pattern.at("/detail/bucket/name/0").asString("").equals("Bucket")) {
            problems.add("The rule is for another bucket");
        }
    }

    private static void wildcards(Template template, List<String> problems) {
        template.statements()
                .filter(statement -> statement.path("Effect").asString("").equals("Allow"))
                .forEach(statement -> {
                    if (TemplateFunction.texts(statement.path("Action")).anyMatch(action -> action.contains("*"))) {
                        problems.add("Any action is allowed by " + statement);
                    }
                    if (TemplateFunction.texts(statement.path("Resource")).anyMatch("*"::equals)) {
                        problems.add("Any resource is allowed by " + statement);
                    }
                });
    }

    private void stores(Template template, List<String> problems) {
        compare("Bucket", fixed(template.properties("Bucket")), provisioned.bucket(), problems);
        compare("Table", fixed(template.properties("Table")), provisioned.table(), problems);
        compare(
                "The bucket's policy",
                template.properties("BucketPolicy").path("PolicyDocument"),
                provisioned.policy(),
                problems);
    }

    private static JsonNode fixed(JsonNode properties) {
        return properties instanceof ObjectNode object ? object.deepCopy().remove(FREE) : properties;
    }

    private static void compare(String what, JsonNode found, JsonNode made, List<String> problems) {
        if (!found.equals(made)) {
            problems.add("%s is %s, and by the command %s".formatted(what, found, made));
        }
    }

    private static void logs(Template template, List<String> problems) {
        template.resourcesOf("AWS::Logs::LogGroup").stream()
                .filter(log -> !template.properties(log).has("RetentionInDays"))
                .forEach(log -> problems.add(log + " is kept for ever"));
    }

    private static void alarms(Template template, List<String> problems) {
        Set<String> watched = template.resourcesOf("AWS::CloudWatch::Alarm").stream()
                .map(alarm -> template.properties(alarm).path("MetricName").asString())
                .collect(Collectors.toSet());
        Set<String> unwatched =
                new TreeSet<>(Set.of("Errors", "Throttles", "Latency", "5xx", "ApproximateNumberOfMessagesVisible"));
        unwatched.removeAll(watched);
        unwatched.forEach(metric -> problems.add("No alarm watches " + metric));
    }
}
