package io.pixport.inmemory;

import io.pixport.core.model.Sha256;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.Payload;
import io.pixport.core.port.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Bytes that arrived together. All chunks are of {@link #SIZE} but the last, which is as long as need be. */
final class Chunks implements StoredBytes {
    /** With its header of 16 bytes, a chunk takes exactly 64 KiB: many fit into a region of the garbage collector. */
    static final int SIZE = 64 * 1024 - 16;

    private final byte[][] chunks;
    private final long size;
    private final Sha256 sha256;

    private Chunks(byte[][] chunks, long size, Sha256 sha256) {
        this.chunks = chunks;
        this.size = size;
        this.sha256 = sha256;
    }

    /** @throws StorageException of kind {@code FAILED} when the payload is not what it says it is */
    static Chunks copyOf(Payload payload) {
        MessageDigest digest = Sha256.newDigest();
        long size = payload.size();
        byte[][] chunks = new byte[Math.toIntExact((size + SIZE - 1) / SIZE)][];
        try (InputStream in = payload.open()) {
            long done = 0;
            for (int i = 0; i < chunks.length; i++) {
                byte[] chunk = new byte[(int) Math.min(SIZE, size - done)];
                int length = in.readNBytes(chunk, 0, chunk.length);
                digest.update(chunk, 0, length);
                done += length;
                require(length == chunk.length, "it ended after " + done + " of " + size + " bytes");
                chunks[i] = chunk;
            }
            require(in.read() < 0, "it has more than " + size + " bytes");
        } catch (IOException e) {
            throw new StorageException(StorageException.Kind.FAILED, "the payload could not be read", e);
        }
        require(Sha256.of(digest.digest()).equals(payload.sha256()), "its SHA-256 is another");
        return new Chunks(chunks, size, payload.sha256());
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new StorageException(
                    StorageException.Kind.FAILED, "the payload is not what it says it is: " + otherwise, null);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Sha256 sha256() {
        return sha256;
    }

    @Override
    public InputStream open(ByteRange range) {
        return new ChunkStream(chunks, range);
    }
}
