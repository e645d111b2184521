package io.pixport.architecture.broken.javalin;

import io.pixport.architecture.broken.core.probe.NameProbe;
import io.pixport.architecture.broken.core.usecase.StoreName;
import io.pixport.architecture.broken.http.NameApi;
import io.pixport.architecture.broken.settings.NameSettings;

public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        NameSettings settings = new NameSettings(System.getenv().getOrDefault("NAME", "nobody"));
        NameApi api = new NameApi(new StoreName(settings.openStore(), new NameProbe()));
        System.out.println(api.storeName().store(settings.name()));
    }
}
