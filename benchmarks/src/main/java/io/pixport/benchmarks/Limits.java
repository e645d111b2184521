package io.pixport.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;

/** What no server on this machine can exceed, in megabytes a second. */
final class Limits {
    private static final int BLOCK = 64 * 1024;

    private Limits() {}

    /** One thread that digests the same bytes again and again. */
    static double sha256(byte[] bytes, Duration duration) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            double count = 0;
            long start = System.nanoTime();
            while (System.nanoTime() - start < duration.toNanos()) {
                digest.update(bytes);
                digest.digest();
                count += bytes.length;
            }
            return perMicrosecond(count, start);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** One thread that writes, and one that reads. */
    static double loopback(Duration duration) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket reader = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket writer = server.accept()) {
            Thread.ofPlatform().daemon().start(() -> writeUntilClosed(writer));
            byte[] block = new byte[BLOCK];
            InputStream in = reader.getInputStream();
            double count = 0;
            long start = System.nanoTime();
            while (System.nanoTime() - start < duration.toNanos()) {
                count += in.read(block);
            }
            return perMicrosecond(count, start);
        }
    }

    private static void writeUntilClosed(Socket socket) {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = socket.getOutputStream()) {
            while (true) {
                out.write(block);
            }
        } catch (IOException closed) {
            // as it should be
        }
    }

    private static double perMicrosecond(double count, long start) {
        return count * 1e3 / (System.nanoTime() - start);
    }
}
