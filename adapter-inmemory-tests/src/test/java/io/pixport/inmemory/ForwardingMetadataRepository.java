package io.pixport.inmemory;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.Upload;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ListWindow;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A good repository, to be broken in one method. */
class ForwardingMetadataRepository implements MetadataRepository {
    final MetadataRepository good;

    ForwardingMetadataRepository(MetadataRepository good) {
        this.good = good;
    }

    @Override
    public boolean save(Image image) {
        return good.save(image);
    }

    @Override
    public Optional<Image> find(ImageId id) {
        return good.find(id);
    }

    @Override
    public boolean update(Image seen, Image image) {
        return good.update(seen, image);
    }

    @Override
    public boolean delete(Image seen) {
        return good.delete(seen);
    }

    @Override
    public Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit) {
        return good.list(query, after, limit);
    }

    @Override
    public Page<TrashedImage> listTrash(UserId owner, @Nullable Position after, int limit) {
        return good.listTrash(owner, after, limit);
    }

    @Override
    public Page<Upload> listReservations(UserId owner, @Nullable Position after, int limit) {
        return good.listReservations(owner, after, limit);
    }

    @Override
    public Page<Image> listCopies(UserId owner, Sha256 sha256, @Nullable Position after, int limit) {
        return good.listCopies(owner, sha256, after, limit);
    }

    @Override
    public Page<MissingImage> listMissing(@Nullable Position after, int limit) {
        return good.listMissing(after, limit);
    }

    @Override
    public Page<Image> listExpired(Instant now, @Nullable Position after, int limit) {
        return good.listExpired(now, after, limit);
    }

    @Override
    public ListWindow mendLists(@Nullable String after, boolean dryRun) {
        return good.mendLists(after, dryRun);
    }
}
