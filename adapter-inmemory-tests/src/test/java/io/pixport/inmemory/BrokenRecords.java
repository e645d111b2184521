package io.pixport.inmemory;

import io.pixport.contracts.faults.FailingMetadataRepository;
import io.pixport.contracts.faults.Faults;
import io.pixport.contracts.metadata.MetadataRepositoryOutageContract;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.Upload;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import io.pixport.core.port.StorageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Repositories that are broken in one way each where they keep records, trash and expiry, or are out of reach. */
final class BrokenRecords {
    private BrokenRecords() {}

    static final class UpdatesWhicheverVersionThereIs extends BrokenRepositoryLeaf {
        UpdatesWhicheverVersionThereIs() {
            super(new ForwardingMetadataRepository(new InMemoryMetadataRepository()) {
                @Override
                public boolean update(Image seen, Image image) {
                    Optional<Image> found = good.find(image.id());
                    return found.isPresent() && good.delete(found.get()) && good.save(image);
                }
            });
        }
    }

    static final class ComparesOnlyTheVersion extends BrokenRepositoryLeaf {
        ComparesOnlyTheVersion() {
            super(new ForwardingMetadataRepository(new InMemoryMetadataRepository()) {
                @Override
                public boolean update(Image seen, Image image) {
                    return super.update(thereOfTheSameVersion(seen), image);
                }

                @Override
                public boolean delete(Image seen) {
                    return super.delete(thereOfTheSameVersion(seen));
                }

                private Image thereOfTheSameVersion(Image seen) {
                    return good.find(seen.id())
                            .filter(there -> there.version() == seen.version())
                            .orElse(seen);
                }
            });
        }
    }

    static final class DoesNotKnowItsOwnUpdate extends BrokenRepositoryLeaf {
        DoesNotKnowItsOwnUpdate() {
            super(new ForwardingMetadataRepository(new InMemoryMetadataRepository()) {
                @Override
                public boolean update(Image seen, Image image) {
                    return !good.find(image.id()).equals(Optional.of(image)) && super.update(seen, image);
                }
            });
        }
    }

    static final class OverwritesOnSave extends BrokenRepositoryLeaf {
        OverwritesOnSave() {
            super(new ForwardingMetadataRepository(new InMemoryMetadataRepository()) {
                @Override
                public boolean save(Image image) {
                    good.find(image.id()).ifPresent(good::delete);
                    return super.save(image);
                }
            });
        }
    }

    static final class FailsToDeleteWhatIsNotThere extends BrokenRepositoryLeaf {
        FailsToDeleteWhatIsNotThere() {
            super(new ForwardingMetadataRepository(new InMemoryMetadataRepository()) {
                @Override
                public boolean delete(Image seen) {
                    return good.find(seen.id()).isPresent() && super.delete(seen);
                }
            });
        }
    }

    static final class ExpiresAMomentLate extends BrokenRepositoryLeaf {
        ExpiresAMomentLate() {
            super(new ForwardingMetadataRepository(new InMemoryMetadataRepository()) {
                @Override
                public Page<Image> listExpired(Instant now, @Nullable Position after, int limit) {
                    return super.listExpired(now.minusMillis(1), after, limit);
                }
            });
        }
    }

    static final class ListsTheTrashByTheAgeOfItsImages extends BrokenRepositoryLeaf {
        ListsTheTrashByTheAgeOfItsImages() {
            super(new ForwardingMetadataRepository(new InMemoryMetadataRepository()) {
                @Override
                public Page<TrashedImage> listTrash(UserId owner, @Nullable Position after, int limit) {
                    Page<TrashedImage> page = super.listTrash(owner, after, limit);
                    List<TrashedImage> items = new ArrayList<>(page.items());
                    items.sort(Comparator.comparing(TrashedImage::id).reversed());
                    return new Page<>(items, page.next());
                }
            });
        }
    }

    static final class ForgetsCopiesInTheTrash extends BrokenRepositoryLeaf {
        ForgetsCopiesInTheTrash() {
            super(new ForwardingMetadataRepository(new InMemoryMetadataRepository()) {
                @Override
                public Page<Image> listCopies(UserId owner, Sha256 sha256, @Nullable Position after, int limit) {
                    Page<Image> page = super.listCopies(owner, sha256, after, limit);
                    return new Page<>(
                            page.items().stream()
                                    .filter(ActiveImage.class::isInstance)
                                    .toList(),
                            page.next());
                }
            });
        }
    }

    static final class ForgetsReservationsThatBecameNothing extends BrokenRepositoryLeaf {
        ForgetsReservationsThatBecameNothing() {
            super(new ForwardingMetadataRepository(new InMemoryMetadataRepository()) {
                @Override
                public Page<Upload> listReservations(UserId owner, @Nullable Position after, int limit) {
                    Page<Upload> page = super.listReservations(owner, after, limit);
                    return new Page<>(
                            page.items().stream()
                                    .filter(PendingImage.class::isInstance)
                                    .toList(),
                            page.next());
                }
            });
        }
    }

    static final class TakesAnOutageForAnEmptyPage implements MetadataRepositoryOutageContract {
        @Override
        public MetadataRepository repositoryOutOfReach() {
            return new ForwardingMetadataRepository(outOfReach()) {
                @Override
                public Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit) {
                    try {
                        return super.list(query, after, limit);
                    } catch (StorageException outage) {
                        return new Page<>(List.of(), Optional.empty());
                    }
                }
            };
        }
    }

    static final class TakesAnOutageForAnAbsence implements MetadataRepositoryOutageContract {
        @Override
        public MetadataRepository repositoryOutOfReach() {
            return new ForwardingMetadataRepository(outOfReach()) {
                @Override
                public Optional<Image> find(ImageId id) {
                    try {
                        return super.find(id);
                    } catch (StorageException outage) {
                        return Optional.empty();
                    }
                }
            };
        }
    }

    /** Not broken: it says that it is out of reach. */
    static final class SaysThatItIsOutOfReach implements MetadataRepositoryOutageContract {
        @Override
        public MetadataRepository repositoryOutOfReach() {
            return outOfReach();
        }
    }

    private static MetadataRepository outOfReach() {
        Faults faults = new Faults();
        faults.takeDown();
        return new FailingMetadataRepository(new InMemoryMetadataRepository(), faults);
    }
}
