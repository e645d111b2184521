package io.pixport.architecture.broken.http;

import io.javalin.http.Context;
import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;

@Breaks(Rule.HTTP_KNOWS_THE_CORE_AND_NO_SERVER)
final class KnowsAServer {
    String path(Context context) {
        return context.path();
    }
}
