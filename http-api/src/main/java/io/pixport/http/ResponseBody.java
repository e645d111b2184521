package io.pixport.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a response, either at hand or still to be read. */
public final class ResponseBody implements AutoCloseable {
    /** The length of a body that is known when it has been read. */
    public static final long UNKNOWN_LENGTH = -1;

    /** No bytes. */
    public static final ResponseBody EMPTY = new ResponseBody(new byte[0]);

    private final byte[] bytes;
    private final InputStream stream;
    private final long length;
    private final boolean inMemory;

    private ResponseBody(byte[] bytes) {
        this.bytes = bytes;
        this.stream = InputStream.nullInputStream();
        this.length = bytes.length;
        this.inMemory = true;
    }

    private ResponseBody(InputStream stream, long length) {
        this.bytes = new byte[0];
        this.stream = stream;
        this.length = length;
        this.inMemory = false;
    }

    /** Bytes at hand, which must not be changed afterwards. */
    public static ResponseBody of(byte[] bytes) {
        return new ResponseBody(bytes);
    }

    /** Bytes to be read; the stream gives exactly {@code length} of them, or fails. */
    public static ResponseBody of(InputStream stream, long length) {
        return new ResponseBody(stream, length);
    }

    /**
     * Bytes to be read, as many as there are. Where reading fails, whoever gets them has to notice, so they are sent in
     * chunks whose end is missing then.
     */
    public static ResponseBody of(InputStream stream) {
        return new ResponseBody(stream, UNKNOWN_LENGTH);
    }

    /** The number of bytes, or {@link #UNKNOWN_LENGTH}. */
    public long length() {
        return length;
    }

    /** Whether {@link #bytes} has them all; else {@link #open} has to be read. */
    public boolean inMemory() {
        return inMemory;
    }

    /** The bytes, when they are in memory; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The bytes as a stream, which can be read once. */
    public InputStream open() {
        return inMemory ? new ByteArrayInputStream(bytes) : stream;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
