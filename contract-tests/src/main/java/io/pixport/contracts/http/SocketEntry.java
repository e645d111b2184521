package io.pixport.contracts.http;

import io.pixport.http.Headers;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A server on a socket, spoken to in HTTP/1.1 (RFC 9112) byte by byte, so that anything can be said to it. Each call has a
 * connection of its own, and its answer is read while its body is still being sent; large bodies wait for the server to
 * ask for them, as curl does.
 */
public final class SocketEntry implements Entry {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long EXPECT_ABOVE = 1 << 20;

    private final URI origin;
    private final Runnable stop;

    /**
     * @param origin where the server listens, such as {@code http://127.0.0.1:8080}
     * @param stop stops the server
     */
    public SocketEntry(URI origin, Runnable stop) {
        this.origin = origin;
        this.stop = stop;
    }

    @Override
    public URI origin() {
        return origin;
    }

    @Override
    public Answer send(Call call) {
        try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            CountDownLatch bodyWanted = new CountDownLatch(expects(call) ? 1 : 0);
            Thread writer = Thread.startVirtualThread(() -> write(call, socket, bodyWanted));
            try {
                return read(call, new BufferedInputStream(socket.getInputStream()), bodyWanted);
            } finally {
                writer.interrupt();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean expects(Call call) {
        return call.body().length() > EXPECT_ABOVE;
    }

    private void write(Call call, Socket socket, CountDownLatch bodyWanted) {
        try (InputStream body = call.body().open().get()) {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            out.write(head(call).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            if (bodyWanted.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                writeBody(body, out, call.body().length() < 0);
            }
        } catch (UncheckedIOException bodyFailed) {
            hangUp(socket);
        } catch (IOException | InterruptedException notWanted) {
            // The server has answered, and closed the connection, before it had everything.
            return;
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String head(Call call) {
        StringBuilder head = new StringBuilder();
        head.append(call.method()).append(' ').append(call.target()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(origin.getAuthority()).append("\r\nConnection: close\r\n");
        call.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (call.body().length() < 0) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (call.body().length() > 0) {
            head.append("Content-Length: ").append(call.body().length()).append("\r\n");
        }
        return head.append(expects(call) ? "Expect: 100-continue\r\n\r\n" : "\r\n")
                .toString();
    }

    private static void writeBody(InputStream body, OutputStream out, boolean chunked) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        int length;
        while ((length = next(body, buffer)) >= 0) {
            if (chunked) {
                out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            out.write(buffer, 0, length);
            if (chunked) {
                out.write('\r');
                out.write('\n');
            }
            out.flush();
        }
        if (chunked) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
    }

    private static int next(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer read(Call call, InputStream in, CountDownLatch bodyWanted) throws IOException {
        int status;
        Headers headers;
        do {
            status = Integer.parseInt(line(in).split(" ", 3)[1]);
            headers = headers(in);
            if (status == 100) {
                bodyWanted.countDown();
            }
        } while (status < 200);
        return new Answer(status, headers, hasBody(call, status) ? body(in, headers) : new byte[0]);
    }

    private static boolean hasBody(Call call, int status) {
        return !call.method().equals("HEAD") && status != 204 && status != 304;
    }

    private static Headers headers(InputStream in) throws IOException {
        Headers headers = Headers.of();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] body(InputStream in, Headers headers) throws IOException {
        if (headers.contains("Transfer-Encoding")) {
            return chunks(in);
        }
        String length = headers.first("Content-Length").orElse("");
        return length.isEmpty() ? in.readAllBytes() : exactly(in, Integer.parseInt(length));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length;
        while ((length = Integer.parseInt(line(in), 16)) > 0) {
            out.writeBytes(exactly(in, length));
            line(in);
        }
        line(in);
        return out.toByteArray();
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection ended after %d of %d bytes".formatted(bytes.length, length));
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b;
        while ((b = in.read()) != '\n') {
            if (b < 0) {
                throw new EOFException("the connection ended inside of " + line);
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public Duration delay() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void close() {
        stop.run();
    }
}
