package io.pixport.benchmarks;

import io.javalin.Javalin;

/** What Javalin itself needs to start: one route, on virtual threads. */
final class BareJavalin {
    private BareJavalin() {}

    public static void main(String[] args) {
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.routes.get("/health", context -> context.result("alive"));
                })
                .start("127.0.0.1", Integer.parseInt(System.getenv("PIXPORT_PORT")));
    }
}
