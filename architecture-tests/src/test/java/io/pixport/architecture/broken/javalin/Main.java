package io.pixport.architecture.broken.javalin;

import io.pixport.architecture.broken.core.probe.NameProbe;
import io.pixport.architecture.broken.core.usecase.StoreName;
import io.pixport.architecture.broken.http.NameApi;
import io.pixport.architecture.broken.inmemory.InMemoryNameStore;

public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        String text = System.getenv().getOrDefault("NAME", "nobody");
        NameApi api = new NameApi(new StoreName(new InMemoryNameStore(), new NameProbe()));
        System.out.println(api.storeName().store(text));
    }
}
