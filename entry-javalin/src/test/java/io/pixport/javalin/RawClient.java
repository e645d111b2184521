package io.pixport.javalin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A client that sends exactly what it is told to, well-formed or not, and reads answers one by one. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    RawClient(PixportServer server) throws IOException {
        this(server.port());
    }

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** An answer; the names of its headers are in lower case. */
    record Answer(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        boolean closes() {
            return header("connection").equals("close");
        }
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient send(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
        return this;
    }

    /** Reads an answer whose body has the announced length; HEAD is for {@link #headers}. */
    Answer answer() throws IOException {
        Answer head = headers();
        int length = Integer.parseInt(head.headers().getOrDefault("content-length", "0"));
        byte[] body = socket.getInputStream().readNBytes(length);
        return new Answer(head.status(), head.headers(), new String(body, StandardCharsets.UTF_8));
    }

    /** Reads a status line and header fields. */
    Answer headers() throws IOException {
        String[] status = line().split(" ", 3);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Answer(Integer.parseInt(status[1]), headers, "");
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    /** Reads until the server closes the connection, whether gently or not, and says how many bytes still came. */
    long countUntilClosed() throws IOException {
        long count = 0;
        try {
            while (in().read() >= 0) {
                count++;
            }
        } catch (SocketException reset) {
            // As good as an end.
        }
        return count;
    }

    /** Hangs up with a reset instead of a goodbye. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in().read(); next != '\n'; next = in().read()) {
            if (next < 0) {
                throw new IOException("the server hung up after \"" + line + "\"");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
