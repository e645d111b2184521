package io.pixport.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection to a server on this machine that speaks as much HTTP/1.1 as is needed: bodies of stated lengths. */
final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    /**
     * The body at a path.
     *
     * @throws IOException also when the status is another than 200
     */
    byte[] get(String path) throws IOException {
        return ask("GET", path);
    }

    /** The same for what is deleted. */
    byte[] delete(String path) throws IOException {
        return ask("DELETE", path);
    }

    private byte[] ask(String method, String path) throws IOException {
        begin(method, path).write(ascii("\r\n"));
        return receive(200);
    }

    /** Sends the head of a request with a body, which is then written to the stream. */
    OutputStream post(String path, String contentType, long contentLength) throws IOException {
        OutputStream out = begin("POST", path);
        out.write(ascii("Content-Type: %s\r\nContent-Length: %d\r\n\r\n".formatted(contentType, contentLength)));
        return out;
    }

    private OutputStream begin(String method, String path) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(ascii("%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n".formatted(method, path)));
        return out;
    }

    /** The same as text. */
    String getText(String path) throws IOException {
        return new String(get(path), StandardCharsets.UTF_8);
    }

    /**
     * The body of an answer.
     *
     * @throws IOException also when the status is another than the one expected
     */
    byte[] receive(int expectedStatus) throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] field = line.split(":", 2);
            if (field[0].toLowerCase(Locale.ROOT).equals("content-length")) {
                length = Integer.parseInt(field[1].strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (status != expectedStatus || body.length != length) {
            String text = new String(body, StandardCharsets.UTF_8);
            throw new IOException("got " + status + " instead of " + expectedStatus + ": " + text);
        }
        return body;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int c;
        while ((c = in.read()) != '\n') {
            if (c < 0) {
                throw new IOException("the server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
