package io.pixport.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * The least that a server could do: it reads a body and answers its SHA-256; a path that ends with {@code /content} it answers with the
 * bytes of an image, and everything else with those of a JSON document, both of which it has in memory. Jetty as it comes.
 */
final class BareJetty extends Handler.Abstract {
    private static final int BUFFER_SIZE = 64 * 1024;

    private final byte[] document;
    private final byte[] image;

    private BareJetty(byte[] document, byte[] image) {
        this.document = document;
        this.image = image;
    }

    /** @param args the files with the document and with the image, a JPEG */
    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(System.getenv("PIXPORT_PORT")));
        server.addConnector(connector);
        server.setHandler(new BareJetty(Files.readAllBytes(Path.of(args[0])), Files.readAllBytes(Path.of(args[1]))));
        server.start();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean upload = HttpMethod.POST.is(request.getMethod());
        boolean content = !upload && Request.getPathInContext(request).endsWith("/content");
        byte[] answer = upload ? digest(request) : content ? image : document;
        response.setStatus(upload ? 201 : 200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, content ? "image/jpeg" : "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length);
        response.write(true, ByteBuffer.wrap(answer), callback);
        return true;
    }

    private static byte[] digest(Request request) throws IOException, GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[BUFFER_SIZE];
        long size = 0;
        try (InputStream in = new DigestInputStream(Content.Source.asInputStream(request), digest)) {
            int count;
            while ((count = in.read(buffer)) >= 0) {
                size += count;
            }
        }
        String json =
                "{\"size\":%d,\"sha256\":\"%s\"}".formatted(size, HexFormat.of().formatHex(digest.digest()));
        return json.getBytes(StandardCharsets.US_ASCII);
    }
}
