package io.pixport.http;

import java.util.List;
import java.util.Locale;

/** The header {@code Accept} (RFC 9110, section 12.5.1). */
final class Accept {
    private Accept() {}

    /** @throws ProblemException 406 when the client takes none of the media types */
    static void require(Headers headers, List<String> produced) {
        List<String> values = headers.all("Accept");
        if (values.isEmpty() || produced.isEmpty()) {
            return;
        }
        List<String> ranges = values.stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .toList();
        if (produced.stream().noneMatch(type -> takes(ranges, type))) {
            throw Problem.of(
                    ProblemType.NOT_ACCEPTABLE, "this is answered as " + String.join(", ", produced) + " only");
        }
    }

    /** Whether the most specific range that fits the type does not rule it out. */
    private static boolean takes(List<String> ranges, String type) {
        int best = -1;
        boolean taken = false;
        for (String range : ranges) {
            String[] parts = range.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
            int specificity = specificity(parts[0], type);
            if (specificity > best) {
                best = specificity;
                taken = !rulesOut(parts);
            }
        }
        return taken;
    }

    private static int specificity(String range, String type) {
        if (range.equals(type)) {
            return 2;
        }
        String mainType = type.substring(0, type.indexOf('/') + 1);
        if (range.equals(mainType + "*")) {
            return 1;
        }
        return range.equals("*/*") || range.equals("*") ? 0 : -1;
    }

    private static boolean rulesOut(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].matches("q=0(\\.0{0,3})?")) {
                return true;
            }
        }
        return false;
    }
}
