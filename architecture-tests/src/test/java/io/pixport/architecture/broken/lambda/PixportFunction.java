package io.pixport.architecture.broken.lambda;

import io.pixport.architecture.broken.settings.NameSettings;

public final class PixportFunction {
    private final NameSettings settings = new NameSettings(System.getenv().getOrDefault("NAME", "nobody"));

    NameSettings settings() {
        return settings;
    }
}
