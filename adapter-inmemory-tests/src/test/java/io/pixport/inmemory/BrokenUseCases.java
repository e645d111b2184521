package io.pixport.inmemory;

import io.pixport.contracts.history.HistoryFixture;
import io.pixport.contracts.history.HistoryProperty;
import io.pixport.contracts.interleaving.InterleavingContract;
import io.pixport.contracts.usecase.Ports;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.Upload;
import io.pixport.core.model.UserId;
import io.pixport.core.port.IdempotencyStore;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.Page;
import io.pixport.core.port.Payload;
import io.pixport.core.port.Position;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Reconcile;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Use cases of which one is broken in one way: because of what it is built of, or because its calls to the adapters do
 * something else or come in another order.
 */
final class BrokenUseCases {
    private BrokenUseCases() {}

    /** Something to be found by histories or by interleaved clients. */
    abstract static class Leaf implements HistoryProperty, InterleavingContract {
        @Override
        public HistoryFixture adapters() {
            return new InMemoryPair() {
                @Override
                public ImageService useCases(Ports ports) {
                    return broken(ports);
                }

                @Override
                public IdempotencyStore requestKeys() {
                    return brokenKeys(super.requestKeys());
                }
            };
        }

        @Override
        public boolean shortens() {
            return false;
        }

        /** Always the same, so that what is found once is found each time. */
        @Override
        public Optional<String> seed() {
            return Optional.of("1");
        }

        abstract ImageService broken(Ports ports);

        IdempotencyStore brokenKeys(IdempotencyStore keys) {
            return keys;
        }

        /** The use cases over the good ports, but for one, which stands on the bad ones. */
        static ImageService replaced(Ports good, Function<ImageService, ?> useCase, Ports bad) {
            return replaced(good.service(), useCase.apply(bad.service()));
        }

        /** The service, but for the use case of this class. */
        static ImageService replaced(ImageService good, Object bad) {
            Object[] components = Arrays.stream(ImageService.class.getRecordComponents())
                    .map(component -> component.getType().isInstance(bad) ? bad : value(good, component))
                    .toArray();
            try {
                return (ImageService) ImageService.class.getConstructors()[0].newInstance(components);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }

        private static Object value(ImageService good, RecordComponent component) {
            try {
                return component.getAccessor().invoke(good);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }

    static final class UploadsTheRecordBeforeTheBytes extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            Map<ObjectKey, Runnable> postponed = new HashMap<>();
            ImageStore store = new ForwardingImageStore(ports.store()) {
                @Override
                public boolean put(ObjectKey key, Payload payload, ImageFormat format) {
                    postponed.put(key, () -> good.put(key, payload, format));
                    return true;
                }
            };
            MetadataRepository repository = new ForwardingMetadataRepository(ports.repository()) {
                @Override
                public boolean save(Image image) {
                    boolean saved = good.save(image);
                    Optional.ofNullable(postponed.remove(ObjectKey.of(image.id())))
                            .ifPresent(Runnable::run);
                    return saved;
                }
            };
            return replaced(ports, ImageService::uploadImage, ports.with(store).with(repository));
        }
    }

    static final class AnswersAnUploadThatFailed extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            MetadataRepository repository = new ForwardingMetadataRepository(ports.repository()) {
                @Override
                public boolean save(Image image) {
                    try {
                        return good.save(image);
                    } catch (StorageException ignored) {
                        return true;
                    }
                }
            };
            return replaced(ports, ImageService::uploadImage, ports.with(repository));
        }
    }

    static final class UpdatesWhicheverVersionThereIs extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            return ports.with(withoutCondition(ports.repository())).service();
        }
    }

    /** Replaces the record that is there now, whichever it is. */
    private static MetadataRepository withoutCondition(MetadataRepository repository) {
        return new ForwardingMetadataRepository(repository) {
            @Override
            public boolean update(Image seen, Image image) {
                return good.update(good.find(seen.id()).orElse(seen), image);
            }
        };
    }

    static final class RestoresWhateverHasBecomeOfIt extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            MetadataRepository repository = new ForwardingMetadataRepository(ports.repository()) {
                @Override
                public boolean update(Image seen, Image image) {
                    good.find(seen.id()).ifPresent(good::delete);
                    return good.save(image);
                }
            };
            return replaced(ports, ImageService::restoreImage, ports.with(repository));
        }
    }

    static final class RestoresWhatHasExpired extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            return replaced(ports, ImageService::restoreImage, ports.with(() -> ports.clock()
                    .instant()
                    .minus(Duration.ofMinutes(30))));
        }
    }

    static final class DeletesTheBytesWithTheImage extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            MetadataRepository repository = new ForwardingMetadataRepository(ports.repository()) {
                @Override
                public boolean update(Image seen, Image image) {
                    boolean updated = good.update(seen, image);
                    ports.store().delete(ObjectKey.of(image.id()));
                    return updated;
                }
            };
            return replaced(ports, ImageService::deleteImage, ports.with(repository));
        }
    }

    static final class ReconcilesWithoutAge extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            return replaced(
                    ports.service(), new Reconcile(ports.store(), ports.repository(), ports.clock(), Duration.ZERO));
        }
    }

    static final class ReconcilesWithoutABar extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            MetadataRepository repository = new ForwardingMetadataRepository(ports.repository()) {
                @Override
                public boolean save(Image image) {
                    return image instanceof PurgingImage || good.save(image);
                }
            };
            return replaced(ports, ImageService::reconcile, ports.with(repository));
        }
    }

    private static ImageStore keepingWhatIsDeletedTogether(ImageStore store) {
        return new ForwardingImageStore(store) {
            @Override
            public Set<ObjectKey> deleteAll(Set<ObjectKey> keys) {
                return Set.of();
            }
        };
    }

    static final class ReconcilesWithoutLookingForLeftovers extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            ImageStore store = keepingWhatIsDeletedTogether(ports.store());
            return replaced(ports, ImageService::reconcile, ports.with(store));
        }
    }

    static final class PurgesTheBytesBeforeTheRecordIsMarked extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            MetadataRepository repository = new ForwardingMetadataRepository(ports.repository()) {
                @Override
                public boolean update(Image seen, Image image) {
                    ports.store().delete(ObjectKey.of(image.id()));
                    return good.update(seen, image);
                }
            };
            return replaced(ports, ImageService::purgeExpired, ports.with(repository));
        }
    }

    static final class PurgesTheRecordBeforeTheBytes extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            ImageStore store = keepingWhatIsDeletedTogether(ports.store());
            MetadataRepository repository = new ForwardingMetadataRepository(ports.repository()) {
                @Override
                public boolean delete(Image seen) {
                    boolean deleted = good.delete(seen);
                    Set<ObjectKey> keys = Set.of(ObjectKey.of(seen.id()), ObjectKey.uploaded(seen.id()));
                    ports.store().deleteAll(keys);
                    return deleted;
                }
            };
            return replaced(ports, ImageService::purgeExpired, ports.with(store).with(repository));
        }
    }

    static final class PurgesTheRecordThoughTheBytesStay extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            ImageStore store = new ForwardingImageStore(ports.store()) {
                @Override
                public Set<ObjectKey> deleteAll(Set<ObjectKey> keys) {
                    try {
                        return good.deleteAll(keys);
                    } catch (StorageException ignored) {
                        return Set.of();
                    }
                }
            };
            return replaced(ports, ImageService::purgeExpired, ports.with(store));
        }
    }

    static final class PurgesTooEarly extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            return replaced(ports, ImageService::purgeExpired, ports.with(() -> ports.clock()
                    .instant()
                    .plus(Duration.ofMinutes(30))));
        }
    }

    static final class PurgesNothingOfForms extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            ImageStore store = new ForwardingImageStore(ports.store()) {
                @Override
                public Set<ObjectKey> deleteAll(Set<ObjectKey> keys) {
                    return good.deleteAll(keys.stream()
                            .filter(key -> key.imageId().isPresent())
                            .collect(Collectors.toSet()));
                }
            };
            return replaced(ports, ImageService::purgeExpired, ports.with(store));
        }
    }

    static final class CompletesWithoutTakingTheBytesOver extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            ImageStore store = new ForwardingImageStore(ports.store()) {
                @Override
                public boolean put(ObjectKey key, Payload payload, ImageFormat format) {
                    return true;
                }
            };
            return replaced(ports, ImageService::completeUpload, ports.with(store));
        }
    }

    static final class CompletesPartsWithoutLookingAtTheDigestOfTheWhole extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            MetadataRepository repository = new ForwardingMetadataRepository(ports.repository()) {
                @Override
                public Optional<Image> find(ImageId id) {
                    return good.find(id)
                            .map(image -> image instanceof PendingImage pending && pending.parts() != null
                                    ? withoutDigest(pending)
                                    : image);
                }

                @Override
                public boolean update(Image seen, Image image) {
                    return good.update(good.find(seen.id()).orElseThrow(), image);
                }
            };
            return replaced(ports, ImageService::completeUpload, ports.with(repository));
        }

        private static PendingImage withoutDigest(PendingImage image) {
            Announcement announced = image.announced();
            return new PendingImage(
                    image.id(),
                    image.owner(),
                    image.fileName(),
                    image.details(),
                    new Announcement(announced.method(), announced.format(), announced.size(), null),
                    image.parts(),
                    image.expiry(),
                    image.version());
        }
    }

    static final class ErasesAnOwnerButTheReservations extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            MetadataRepository repository = new ForwardingMetadataRepository(ports.repository()) {
                @Override
                public Page<Upload> listReservations(UserId owner, @Nullable Position after, int limit) {
                    return new Page<>(List.of(), Optional.empty());
                }
            };
            return replaced(ports, ImageService::eraseOwner, ports.with(repository));
        }
    }

    static final class ReconcilesWithoutEndingUploads extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            ImageStore store = new ForwardingImageStore(ports.store()) {
                @Override
                public void abort(MultipartUpload upload) {}
            };
            return replaced(ports, ImageService::reconcile, ports.with(store));
        }
    }

    static final class StoresAgainWhatAKeyWasUsedFor extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            return ports.service();
        }

        @Override
        IdempotencyStore brokenKeys(IdempotencyStore keys) {
            return new BrokenIdempotencyStores.ForgetsWhatWasIntended();
        }
    }

    static final class DropsWhatAFormPutBeforeTheRecord extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            ImageStore store = new ForwardingImageStore(ports.store()) {
                @Override
                public boolean put(ObjectKey key, Payload payload, ImageFormat format) {
                    boolean stored = good.put(key, payload, format);
                    good.delete(ObjectKey.uploaded(key.imageId().orElseThrow()));
                    return stored;
                }
            };
            return replaced(ports, ImageService::completeUpload, ports.with(store));
        }
    }

    static final class RemovesTheBytesOfWhoeverWon extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            MetadataRepository repository = new ForwardingMetadataRepository(ports.repository()) {
                @Override
                public boolean update(Image seen, Image image) {
                    boolean updated = good.update(seen, image);
                    if (!updated) {
                        ports.store().delete(ObjectKey.of(seen.id()));
                    }
                    return updated;
                }
            };
            return replaced(ports, ImageService::completeUpload, ports.with(repository));
        }
    }

    static final class ErasesTheRecordAlone extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            ImageStore store = new ForwardingImageStore(ports.store()) {
                @Override
                public void delete(ObjectKey key) {}
            };
            return replaced(ports, ImageService::eraseImage, ports.with(store));
        }
    }

    static final class ReusesWhatOthersHave extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            List<UserId> owners = new ArrayList<>();
            MetadataRepository repository = new ForwardingMetadataRepository(ports.repository()) {
                @Override
                public Page<Image> listCopies(UserId owner, Sha256 sha256, @Nullable Position after, int limit) {
                    if (!owners.contains(owner)) {
                        owners.add(owner);
                    }
                    return owners.stream()
                            .map(any -> good.listCopies(any, sha256, null, limit))
                            .filter(page -> !page.items().isEmpty())
                            .findFirst()
                            .orElseGet(() -> good.listCopies(owner, sha256, after, limit));
                }
            };
            return ports.with(repository).service();
        }
    }

    static final class ReusesWhatIsInTheTrash extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            MetadataRepository repository = new ForwardingMetadataRepository(ports.repository()) {
                @Override
                public Page<Image> listCopies(UserId owner, Sha256 sha256, @Nullable Position after, int limit) {
                    Page<Image> page = good.listCopies(owner, sha256, after, limit);
                    List<Image> images = page.items().stream()
                            .<Image>map(image -> image instanceof TrashedImage trashed ? trashed.image() : image)
                            .toList();
                    return new Page<>(images, page.next());
                }
            };
            return ports.with(repository).service();
        }
    }

    static final class GoesOnBehindTheMillisecond extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            MetadataRepository repository = new ForwardingMetadataRepository(ports.repository()) {
                @Override
                public Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit) {
                    ImageId last = new ImageId(new UUID(0x7000, 0x8000_0000_0000_0000L));
                    return good.list(query, after == null ? null : new Position(after.time(), last), limit);
                }
            };
            return ports.with(repository).service();
        }
    }

    static final class TakesAnOutageForAnEmptyPage extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            MetadataRepository repository = new ForwardingMetadataRepository(ports.repository()) {
                @Override
                public Page<TrashedImage> listTrash(UserId owner, @Nullable Position after, int limit) {
                    try {
                        return good.listTrash(owner, after, limit);
                    } catch (StorageException ignored) {
                        return new Page<>(List.of(), Optional.empty());
                    }
                }
            };
            return ports.with(repository).service();
        }
    }

    static final class TakesAnOutageForAnAbsence extends Leaf {
        @Override
        ImageService broken(Ports ports) {
            MetadataRepository repository = new ForwardingMetadataRepository(ports.repository()) {
                @Override
                public Optional<Image> find(ImageId id) {
                    try {
                        return good.find(id);
                    } catch (StorageException ignored) {
                        return Optional.empty();
                    }
                }
            };
            return ports.with(repository).service();
        }
    }
}
