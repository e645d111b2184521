package io.pixport.inmemory;

import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.LinkGrant;
import io.pixport.core.port.LinkVerifier;
import io.pixport.core.port.MultipartStore;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PartLink;
import io.pixport.core.port.Payload;
import io.pixport.core.port.PostLink;
import io.pixport.core.port.PresignedPost;
import io.pixport.core.port.PresignedUrl;
import io.pixport.core.port.RangeOutsideException;
import io.pixport.core.port.ReadLink;
import io.pixport.core.port.StorageException;
import io.pixport.core.port.StoredObject;
import io.pixport.core.port.StoredPart;
import io.pixport.core.port.WriteLink;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps objects in memory, as a strict twin of an S3 bucket: bytes are copied in, and out unless they are transferred to an output;
 * creation is conditional, sizes and digests are verified, keys are ordered and listed without digests, and links are signed, expire, and
 * admit what they say and no more.
 * What it is asked for out of order is an {@link IllegalArgumentException}, as S3 refuses it.
 *
 * <p>It differs from S3 in three things. It forgets everything when the process stops. Its room is limited: what would go
 * beyond is refused with a {@link StorageException} of kind {@code FULL}, and what is deleted gives its room back. And its
 * links are served by the process it lives in, which asks {@link #verify} what they admit. It has no objects without
 * bytes, because no range of bytes would describe their content.
 *
 * <p>Every read sees every write that returned before. Writers of different keys do not wait for each other.
 */
public final class InMemoryImageStore implements ImageStore, LinkVerifier {
    /** Bytes of all objects and parts together: 1 GiB. */
    public static final long DEFAULT_CAPACITY = 1L << 30;

    private static final int MAX_KEYS = 1000;

    private final ConcurrentSkipListMap<ObjectKey, StoredBytes> objects = new ConcurrentSkipListMap<>();
    private final PartsInMemory parts = new PartsInMemory();
    private final Turns turns = new Turns();
    private final Room room;
    private final SignedLinks links;

    /**
     * @param clock decides when links expire
     * @param baseUrl what links begin with, such as {@code http://127.0.0.1:8080/dev}; asked for each link, because a server
     *     may learn its port late; its path must not have the segment {@code _store} in it
     * @param signingKey signs links, at least 32 bytes that nobody can guess; links of another key are denied
     * @param capacityBytes bytes of all objects and parts together, at most
     */
    public InMemoryImageStore(InstantSource clock, Supplier<URI> baseUrl, byte[] signingKey, long capacityBytes) {
        this.room = new Room(capacityBytes);
        this.links = new SignedLinks(clock, baseUrl, signingKey);
    }

    @Override
    public boolean put(ObjectKey key, Payload payload, ImageFormat format) {
        if (payload.size() < 1) {
            throw new IllegalArgumentException("an object has at least 1 byte, got " + payload.size());
        }
        return turns.take(key, () -> {
            StoredBytes present = objects.get(key);
            if (present == null) {
                store(key, payload);
                return true;
            }
            return present.size() == payload.size() && present.sha256().equals(payload.sha256());
        });
    }

    private void store(ObjectKey key, Payload payload) {
        objects.put(key, takenIn(payload));
    }

    private Chunks takenIn(Payload payload) {
        long size = payload.size();
        room.take(size);
        boolean taken = false;
        try {
            Chunks bytes = Chunks.copyOf(payload);
            taken = true;
            return bytes;
        } finally {
            if (!taken) {
                room.giveBack(size);
            }
        }
    }

    @Override
    public Optional<ObjectContent> open(ObjectKey key, @Nullable ByteRange range) {
        return Optional.ofNullable(objects.get(key)).map(object -> {
            ByteRange inside = inside(range, object.size());
            return new ObjectContent(inside, object.size(), object.open(inside));
        });
    }

    private static ByteRange inside(@Nullable ByteRange range, long size) {
        if (range == null) {
            return new ByteRange(0, size - 1);
        }
        if (range.first() >= size) {
            throw new RangeOutsideException(range, size);
        }
        return new ByteRange(range.first(), Math.min(range.last(), size - 1));
    }

    @Override
    public Optional<StoredObject> describe(ObjectKey key) {
        return Optional.ofNullable(objects.get(key))
                .map(object -> new StoredObject(key, object.size(), Optional.of(object.sha256())));
    }

    @Override
    public void delete(ObjectKey key) {
        StoredBytes removed = objects.remove(key);
        if (removed != null) {
            room.giveBack(removed.size());
        }
    }

    @Override
    public Set<ObjectKey> deleteAll(Set<ObjectKey> keys) {
        if (keys.isEmpty() || keys.size() > MAX_KEYS) {
            throw new IllegalArgumentException("1 to %d objects are deleted, got %d".formatted(MAX_KEYS, keys.size()));
        }
        keys.forEach(this::delete);
        return Set.of();
    }

    @Override
    public List<StoredObject> list(@Nullable ObjectKey after, int limit) {
        if (limit < 1 || limit > MAX_KEYS) {
            throw new IllegalArgumentException("1 to %d objects are listed, got %d".formatted(MAX_KEYS, limit));
        }
        Map<ObjectKey, StoredBytes> listed = after == null ? objects : objects.tailMap(after, false);
        return listed.entrySet().stream()
                .limit(limit)
                .map(entry -> new StoredObject(entry.getKey(), entry.getValue().size(), Optional.empty()))
                .toList();
    }

    @Override
    public PresignedUrl presignRead(ObjectKey key, ReadLink link) {
        return links.read(key, link);
    }

    @Override
    public PresignedUrl presignWrite(ObjectKey key, WriteLink link) {
        return links.write(key, link);
    }

    @Override
    public PresignedPost presignPost(ObjectKey key, PostLink link) {
        return links.post(key, link);
    }

    @Override
    public LinkGrant verify(String method, URI link) {
        LinkGrant grant = links.verify(method, link);
        return switch (grant) {
            case LinkGrant.Write write
            when objects.containsKey(write.key()) -> new LinkGrant.Denied("The link has been used.");
            case LinkGrant.Part part when !parts.has(part.upload()) -> new LinkGrant.Denied("The upload has ended.");
            default -> grant;
        };
    }

    @Override
    public MultipartUpload begin(ObjectKey key, ImageFormat format) {
        return parts.begin(key);
    }

    @Override
    public PresignedUrl presignPart(MultipartUpload upload, PartLink link) {
        return links.part(upload, link);
    }

    @Override
    public boolean putPart(LinkGrant.Part part, Payload payload) {
        if (payload.size() != part.size()) {
            throw new IllegalArgumentException("the part has %d bytes, got %d".formatted(part.size(), payload.size()));
        }
        Chunks bytes = takenIn(payload);
        return turns.take(part.upload().key(), () -> {
            boolean goesOn = parts.has(part.upload());
            Chunks unused = goesOn ? parts.put(part.upload(), part.number(), bytes) : bytes;
            if (unused != null) {
                room.giveBack(unused.size());
            }
            return goesOn;
        });
    }

    @Override
    public List<StoredPart> listParts(MultipartUpload upload) {
        return parts.list(upload);
    }

    @Override
    public boolean assemble(MultipartUpload upload, List<StoredPart> listed) {
        MultipartStore.requireAssemblable(listed);
        return turns.take(upload.key(), () -> {
            Optional<List<Chunks>> found = parts.find(upload, listed);
            if (found.isPresent() && !objects.containsKey(upload.key())) {
                AssembledBytes object = new AssembledBytes(found.get());
                objects.put(upload.key(), object);
                room.giveBack(sizeOf(parts.end(upload)) - object.size());
            }
            return objects.containsKey(upload.key());
        });
    }

    @Override
    public void abort(MultipartUpload upload) {
        turns.take(upload.key(), () -> {
            room.giveBack(sizeOf(parts.end(upload)));
            return true;
        });
    }

    private static long sizeOf(Collection<Chunks> parts) {
        return parts.stream().mapToLong(Chunks::size).sum();
    }

    @Override
    public List<MultipartUpload> listUploads(@Nullable MultipartUpload after, int limit) {
        if (limit < 1 || limit > MAX_KEYS) {
            throw new IllegalArgumentException("1 to %d uploads are listed, got %d".formatted(MAX_KEYS, limit));
        }
        return parts.list(after, limit);
    }
}
