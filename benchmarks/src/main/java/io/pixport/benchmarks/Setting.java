package io.pixport.benchmarks;

/** How much is measured, from the environment. */
final class Setting {
    private Setting() {}

    static int number(String name, int fallback) {
        String value = System.getenv(name);
        return value == null ? fallback : Integer.parseInt(value);
    }

    static String text(String name, String fallback) {
        return System.getenv().getOrDefault(name, fallback);
    }
}
