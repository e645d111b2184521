package io.pixport.inmemory;

import io.pixport.core.model.Sha256;
import io.pixport.core.port.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The bytes of parts one after the other, where each of them lies. */
final class AssembledBytes implements StoredBytes {
    private final List<Chunks> parts;
    private final long size;
    private final Sha256 sha256;

    /** @param parts at least one */
    AssembledBytes(List<Chunks> parts) {
        this.parts = List.copyOf(parts);
        this.size = parts.stream().mapToLong(Chunks::size).sum();
        this.sha256 = digest();
    }

    private Sha256 digest() {
        try (DigestInputStream in = new DigestInputStream(open(new ByteRange(0, size - 1)), Sha256.newDigest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return Sha256.of(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be read", e);
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
        List<InputStream> streams = new ArrayList<>();
        long start = 0;
        for (Chunks part : parts) {
            long first = Math.max(range.first() - start, 0);
            long last = Math.min(range.last() - start, part.size() - 1);
            if (first <= last) {
                streams.add(part.open(new ByteRange(first, last)));
            }
            start += part.size();
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }
}
