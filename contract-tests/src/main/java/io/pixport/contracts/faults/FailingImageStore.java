package io.pixport.contracts.faults;

import io.pixport.contracts.faults.Faults.Step;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PartLink;
import io.pixport.core.port.Payload;
import io.pixport.core.port.PostLink;
import io.pixport.core.port.PresignedPost;
import io.pixport.core.port.PresignedUrl;
import io.pixport.core.port.ReadLink;
import io.pixport.core.port.StorageException;
import io.pixport.core.port.StoredObject;
import io.pixport.core.port.StoredPart;
import io.pixport.core.port.WriteLink;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store that fails as planned, and knows under which keys it was told to store and how much of what it opened is open. */
public final class FailingImageStore implements ImageStore {
    private final ImageStore store;
    private final Faults faults;
    private final Set<ObjectKey> offered = new ConcurrentSkipListSet<>();
    private final AtomicInteger open = new AtomicInteger();

    public FailingImageStore(ImageStore store, Faults faults) {
        this.store = store;
        this.faults = faults;
    }

    /** Every key that something was to be put under, by whomever, whatever came of it, in order. */
    public List<ObjectKey> offered() {
        return List.copyOf(offered);
    }

    /** How many objects have been opened and not closed. */
    public int open() {
        return open.get();
    }

    @Override
    public boolean put(ObjectKey key, Payload payload, ImageFormat format) {
        offered.add(key);
        return faults.call(Step.PUT, () -> store.put(key, payload, format));
    }

    @Override
    public Optional<ObjectContent> open(ObjectKey key, @Nullable ByteRange range) {
        List<ObjectContent> opened = new ArrayList<>(1);
        try {
            return faults.call(Step.OPEN, () -> {
                Optional<ObjectContent> content = store.open(key, range).map(this::counted);
                content.ifPresent(opened::add);
                return content;
            });
        } catch (StorageException | Faults.ProcessDied answerIsLost) {
            opened.forEach(FailingImageStore::close);
            throw answerIsLost;
        }
    }

    private ObjectContent counted(ObjectContent content) {
        open.incrementAndGet();
        InputStream stream = new FilterInputStream(content.stream()) {
            private boolean closed;

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    open.decrementAndGet();
                }
                super.close();
            }
        };
        return new ObjectContent(content.range(), content.totalSize(), stream);
    }

    private static void close(ObjectContent content) {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<StoredObject> describe(ObjectKey key) {
        return faults.call(Step.DESCRIBE, () -> store.describe(key));
    }

    @Override
    public void delete(ObjectKey key) {
        faults.run(Step.DELETE_OBJECT, () -> store.delete(key));
    }

    @Override
    public Set<ObjectKey> deleteAll(Set<ObjectKey> keys) {
        return faults.call(Step.DELETE_OBJECTS, () -> store.deleteAll(keys));
    }

    @Override
    public List<StoredObject> list(@Nullable ObjectKey after, int limit) {
        return faults.call(Step.LIST_OBJECTS, () -> store.list(after, limit));
    }

    @Override
    public PresignedUrl presignRead(ObjectKey key, ReadLink link) {
        return store.presignRead(key, link);
    }

    @Override
    public PresignedUrl presignWrite(ObjectKey key, WriteLink link) {
        offered.add(key);
        return store.presignWrite(key, link);
    }

    @Override
    public PresignedPost presignPost(ObjectKey key, PostLink link) {
        offered.add(key);
        return store.presignPost(key, link);
    }

    @Override
    public MultipartUpload begin(ObjectKey key, ImageFormat format) {
        offered.add(key);
        return faults.call(Step.BEGIN_UPLOAD, () -> store.begin(key, format));
    }

    @Override
    public PresignedUrl presignPart(MultipartUpload upload, PartLink link) {
        return store.presignPart(upload, link);
    }

    @Override
    public List<StoredPart> listParts(MultipartUpload upload) {
        return faults.call(Step.LIST_PARTS, () -> store.listParts(upload));
    }

    @Override
    public boolean assemble(MultipartUpload upload, List<StoredPart> parts) {
        return faults.call(Step.ASSEMBLE, () -> store.assemble(upload, parts));
    }

    @Override
    public void abort(MultipartUpload upload) {
        faults.run(Step.ABORT_UPLOAD, () -> store.abort(upload));
    }

    @Override
    public List<MultipartUpload> listUploads(@Nullable MultipartUpload after, int limit) {
        return faults.call(Step.LIST_UPLOADS, () -> store.listUploads(after, limit));
    }
}
