package io.pixport.inmemory;

import io.pixport.contracts.usecase.InterruptionContract;
import io.pixport.contracts.usecase.UseCasesContract;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Upload;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.Page;
import io.pixport.core.port.Payload;
import io.pixport.core.port.Position;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pairs of adapters of which one is broken in one way, under the use cases. */
final class BrokenPairs {
    private BrokenPairs() {}

    /** A leaf test over a good pair and what is made of it. */
    abstract static class Leaf extends InMemoryPair implements UseCasesContract, InterruptionContract {
        private final ImageStore store = broken(super.store());
        private final MetadataRepository repository = broken(super.repository());

        ImageStore broken(ImageStore good) {
            return good;
        }

        MetadataRepository broken(MetadataRepository good) {
            return good;
        }

        @Override
        public ImageStore store() {
            return store;
        }

        @Override
        public MetadataRepository repository() {
            return repository;
        }
    }

    static final class KeepsBytesThatAreDeleted extends Leaf {
        @Override
        ImageStore broken(ImageStore good) {
            return new ForwardingImageStore(good) {
                @Override
                public void delete(ObjectKey key) {}
            };
        }
    }

    static final class HidesReservations extends Leaf {
        @Override
        MetadataRepository broken(MetadataRepository good) {
            return new ForwardingMetadataRepository(good) {
                @Override
                public Page<Upload> listReservations(UserId owner, @Nullable Position after, int limit) {
                    return new Page<>(List.of(), Optional.empty());
                }
            };
        }
    }

    static final class DropsBytesThatAreStored extends Leaf {
        @Override
        ImageStore broken(ImageStore good) {
            return new ForwardingImageStore(good) {
                @Override
                public boolean put(ObjectKey key, Payload payload, ImageFormat format) {
                    return payload.size() > 0;
                }
            };
        }
    }

    static final class SavesOverABar extends Leaf {
        @Override
        MetadataRepository broken(MetadataRepository good) {
            return new ForwardingMetadataRepository(good) {
                @Override
                public boolean save(Image image) {
                    good.find(image.id()).ifPresent(good::delete);
                    return super.save(image);
                }
            };
        }
    }

    static final class StoresOverOtherBytes extends Leaf {
        @Override
        ImageStore broken(ImageStore good) {
            return new ForwardingImageStore(good) {
                @Override
                public boolean put(ObjectKey key, Payload payload, ImageFormat format) {
                    good.delete(key);
                    return good.put(key, payload, format);
                }
            };
        }
    }

    static final class KeepsBytesThatAreDeletedTogether extends Leaf {
        @Override
        ImageStore broken(ImageStore good) {
            return new ForwardingImageStore(good) {
                @Override
                public Set<ObjectKey> deleteAll(Set<ObjectKey> keys) {
                    return Set.of();
                }
            };
        }
    }

    static final class ReplacesWhateverThereIs extends Leaf {
        @Override
        MetadataRepository broken(MetadataRepository good) {
            return new ForwardingMetadataRepository(good) {
                @Override
                public boolean update(Image seen, Image image) {
                    good.find(image.id()).ifPresent(good::delete);
                    return good.save(image);
                }
            };
        }
    }
}
