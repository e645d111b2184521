package io.pixport.lambda;

import io.pixport.settings.Upkeep;
import java.io.StringWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What is asked of a run of maintenance, and what it came to. */
final class MaintenanceJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private MaintenanceJson() {}

    /** @throws IllegalArgumentException when it is no JSON object, or says something else than true or false */
    static boolean isDryRun(byte[] event) {
        try (JsonParser parser = EventReader.parser(event, 0, event.length)) {
            boolean dryRun = false;
            require(parser.nextToken() == JsonToken.START_OBJECT, "The event is no JSON object");
            String name;
            while ((name = parser.nextName()) != null) {
                JsonToken value = parser.nextToken();
                if (name.equals("dry_run")) {
                    require(value.isBoolean(), "dry_run is not true or false");
                    dryRun = value == JsonToken.VALUE_TRUE;
                } else {
                    parser.skipChildren();
                }
            }
            return dryRun;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The event is no JSON object");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Without those of what failed or was not to be. */
    static String numbers(Upkeep.Report report) {
        StringWriter numbers = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), numbers)) {
            json.writeStartObject();
            if (report.purge() != null) {
                json.writeNumberProperty("purged", report.purge().purged());
                json.writeNumberProperty("not_purged", report.purge().failed());
            }
            if (report.reconciliation() != null) {
                json.writeNumberProperty("objects", report.reconciliation().objects());
                json.writeNumberProperty("images", report.reconciliation().images());
                json.writeNumberProperty(
                        "without_record", report.reconciliation().orphans());
                json.writeNumberProperty("removed", report.reconciliation().removed());
                json.writeNumberProperty(
                        "without_bytes", report.reconciliation().missing().size());
                json.writeNumberProperty(
                        "with_bytes_again", report.reconciliation().found());
                json.writeBooleanProperty("complete", report.reconciliation().complete());
            }
            json.writeEndObject();
        }
        return numbers.toString();
    }
}
