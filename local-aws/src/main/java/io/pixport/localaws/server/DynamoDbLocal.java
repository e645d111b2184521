package io.pixport.localaws.server;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDB Local in memory, over HTTP. Its own server would listen on every address of the machine. */
public final class DynamoDbLocal {
    private DynamoDbLocal() {}

    /** @return the port of 127.0.0.1 that it listens on until the process ends */
    public static int start() throws Exception {
        Server server = new Server();
        ServerConnector loopback = new ServerConnector(server);
        loopback.setHost("127.0.0.1");
        server.addConnector(loopback);
        LocalDynamoDBRequestHandler tables = new LocalDynamoDBRequestHandler(0, true, null, true, false);
        server.setHandler(new LocalDynamoDBServerHandler(tables, null));
        server.start();
        return loopback.getLocalPort();
    }
}
