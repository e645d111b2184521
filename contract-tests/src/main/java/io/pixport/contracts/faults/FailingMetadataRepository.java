package io.pixport.contracts.faults;

import io.pixport.contracts.faults.Faults.Step;
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

/** A repository that fails as planned. */
public final class FailingMetadataRepository implements MetadataRepository {
    private final MetadataRepository repository;
    private final Faults faults;

    public FailingMetadataRepository(MetadataRepository repository, Faults faults) {
        this.repository = repository;
        this.faults = faults;
    }

    @Override
    public boolean save(Image image) {
        return faults.call(Step.SAVE, () -> repository.save(image));
    }

    @Override
    public Optional<Image> find(ImageId id) {
        return faults.call(Step.FIND, () -> repository.find(id));
    }

    @Override
    public boolean update(Image seen, Image image) {
        return faults.call(Step.UPDATE, () -> repository.update(seen, image));
    }

    @Override
    public boolean delete(Image seen) {
        return faults.call(Step.DELETE_RECORD, () -> repository.delete(seen));
    }

    @Override
    public Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit) {
        return faults.call(Step.LIST, () -> repository.list(query, after, limit));
    }

    @Override
    public Page<TrashedImage> listTrash(UserId owner, @Nullable Position after, int limit) {
        return faults.call(Step.LIST_TRASH, () -> repository.listTrash(owner, after, limit));
    }

    @Override
    public Page<Upload> listReservations(UserId owner, @Nullable Position after, int limit) {
        return faults.call(Step.LIST_RESERVATIONS, () -> repository.listReservations(owner, after, limit));
    }

    @Override
    public Page<Image> listCopies(UserId owner, Sha256 sha256, @Nullable Position after, int limit) {
        return faults.call(Step.LIST_COPIES, () -> repository.listCopies(owner, sha256, after, limit));
    }

    @Override
    public Page<MissingImage> listMissing(@Nullable Position after, int limit) {
        return faults.call(Step.LIST_MISSING, () -> repository.listMissing(after, limit));
    }

    @Override
    public Page<Image> listExpired(Instant now, @Nullable Position after, int limit) {
        return faults.call(Step.LIST_EXPIRED, () -> repository.listExpired(now, after, limit));
    }

    @Override
    public ListWindow mendLists(@Nullable String after, boolean dryRun) {
        return faults.call(Step.MEND_LISTS, () -> repository.mendLists(after, dryRun));
    }
}
