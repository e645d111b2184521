package io.pixport.inmemory;

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
import io.pixport.core.port.StoredObject;
import io.pixport.core.port.StoredPart;
import io.pixport.core.port.WriteLink;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A good store, to be broken in one method. */
class ForwardingImageStore implements ImageStore {
    final ImageStore good;

    ForwardingImageStore(ImageStore good) {
        this.good = good;
    }

    @Override
    public boolean put(ObjectKey key, Payload payload, ImageFormat format) {
        return good.put(key, payload, format);
    }

    @Override
    public Optional<ObjectContent> open(ObjectKey key, @Nullable ByteRange range) {
        return good.open(key, range);
    }

    @Override
    public Optional<StoredObject> describe(ObjectKey key) {
        return good.describe(key);
    }

    @Override
    public void delete(ObjectKey key) {
        good.delete(key);
    }

    @Override
    public Set<ObjectKey> deleteAll(Set<ObjectKey> keys) {
        return good.deleteAll(keys);
    }

    @Override
    public List<StoredObject> list(@Nullable ObjectKey after, int limit) {
        return good.list(after, limit);
    }

    @Override
    public PresignedUrl presignRead(ObjectKey key, ReadLink link) {
        return good.presignRead(key, link);
    }

    @Override
    public PresignedUrl presignWrite(ObjectKey key, WriteLink link) {
        return good.presignWrite(key, link);
    }

    @Override
    public PresignedPost presignPost(ObjectKey key, PostLink link) {
        return good.presignPost(key, link);
    }

    @Override
    public MultipartUpload begin(ObjectKey key, ImageFormat format) {
        return good.begin(key, format);
    }

    @Override
    public PresignedUrl presignPart(MultipartUpload upload, PartLink link) {
        return good.presignPart(upload, link);
    }

    @Override
    public List<StoredPart> listParts(MultipartUpload upload) {
        return good.listParts(upload);
    }

    @Override
    public boolean assemble(MultipartUpload upload, List<StoredPart> parts) {
        return good.assemble(upload, parts);
    }

    @Override
    public void abort(MultipartUpload upload) {
        good.abort(upload);
    }

    @Override
    public List<MultipartUpload> listUploads(@Nullable MultipartUpload after, int limit) {
        return good.listUploads(after, limit);
    }
}
