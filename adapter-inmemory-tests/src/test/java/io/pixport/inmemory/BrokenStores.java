package io.pixport.inmemory;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.TestClock;
import io.pixport.contracts.faults.FailingImageStore;
import io.pixport.contracts.faults.Faults;
import io.pixport.contracts.store.BytesPayload;
import io.pixport.contracts.store.ImageStoreContract;
import io.pixport.contracts.store.ImageStoreOutageContract;
import io.pixport.contracts.store.LinkClient;
import io.pixport.contracts.store.VerifierLinks;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.LinkGrant;
import io.pixport.core.port.LinkVerifier;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.Payload;
import io.pixport.core.port.PostLink;
import io.pixport.core.port.PresignedPost;
import io.pixport.core.port.PresignedUrl;
import io.pixport.core.port.ReadLink;
import io.pixport.core.port.StorageException;
import io.pixport.core.port.StoredObject;
import io.pixport.core.port.StoredPart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores that are broken in one way each, as the leaf tests that a backend of that kind would have. */
final class BrokenStores {
    private BrokenStores() {}

    /** A leaf test over a good store and what is made of it. */
    abstract static class Leaf implements ImageStoreContract {
        private final TestClock clock = new TestClock(Fresh.instant());
        final InMemoryImageStore good = new InMemoryImageStore(
                clock, () -> URI.create("http://127.0.0.1:8080"), Fresh.bytes(32), InMemoryImageStore.DEFAULT_CAPACITY);
        private final ImageStore broken = broken();

        abstract ImageStore broken();

        LinkVerifier verifier() {
            return good;
        }

        @Override
        public ImageStore store() {
            return broken;
        }

        @Override
        public InstantSource clock() {
            return clock;
        }

        @Override
        public LinkClient links() {
            return new VerifierLinks(broken, verifier());
        }

        @Override
        public <T> T signedBefore(Duration age, Function<ImageStore, T> sign) {
            T link = sign.apply(broken);
            clock.advance(age);
            return link;
        }
    }

    static final class KeepsTheCallersBytes extends Leaf {
        @Override
        ImageStore broken() {
            return new ForwardingImageStore(good) {
                private final Map<ObjectKey, byte[]> kept = new ConcurrentHashMap<>();

                @Override
                public boolean put(ObjectKey key, Payload payload, ImageFormat format) {
                    if (payload instanceof BytesPayload bytes) {
                        kept.putIfAbsent(key, bytes.bytes());
                    }
                    return super.put(key, payload, format);
                }

                @Override
                public Optional<ObjectContent> open(ObjectKey key, @Nullable ByteRange range) {
                    byte[] bytes = kept.get(key);
                    return super.open(key, range)
                            .map(content -> range == null && bytes != null
                                    ? new ObjectContent(
                                            content.range(), content.totalSize(), new ByteArrayInputStream(bytes))
                                    : content);
                }
            };
        }
    }

    static final class SharesOneStreamAmongReaders extends Leaf {
        @Override
        ImageStore broken() {
            return new ForwardingImageStore(good) {
                private final Map<ObjectKey, ObjectContent> open = new ConcurrentHashMap<>();

                @Override
                public Optional<ObjectContent> open(ObjectKey key, @Nullable ByteRange range) {
                    return range == null
                            ? Optional.ofNullable(open.computeIfAbsent(
                                    key, k -> super.open(k, null).orElse(null)))
                            : super.open(key, range);
                }
            };
        }
    }

    static final class OverwritesOnPut extends Leaf {
        @Override
        ImageStore broken() {
            return new ForwardingImageStore(good) {
                @Override
                public boolean put(ObjectKey key, Payload payload, ImageFormat format) {
                    super.delete(key);
                    return super.put(key, payload, format);
                }
            };
        }
    }

    static final class AlwaysSaysThatItStored extends Leaf {
        @Override
        ImageStore broken() {
            return new ForwardingImageStore(good) {
                @Override
                public boolean put(ObjectKey key, Payload payload, ImageFormat format) {
                    return super.put(key, payload, format) || payload.size() > 0;
                }
            };
        }
    }

    static final class BelievesTheDigest extends Leaf {
        @Override
        ImageStore broken() {
            return new ForwardingImageStore(good) {
                @Override
                public boolean put(ObjectKey key, Payload payload, ImageFormat format) {
                    return (payload instanceof BytesPayload bytes && bytes.bytes().length > 0)
                            ? super.put(key, new BytesPayload(bytes.bytes()), format)
                            : super.put(key, payload, format);
                }
            };
        }
    }

    static final class ThrowsWhenThereIsNothingToDelete extends Leaf {
        @Override
        ImageStore broken() {
            return new ForwardingImageStore(good) {
                @Override
                public void delete(ObjectKey key) {
                    if (good.describe(key).isEmpty()) {
                        throw new StorageException(StorageException.Kind.FAILED, "no such object", null);
                    }
                    super.delete(key);
                }
            };
        }
    }

    static final class TakesTheLastByteOfARangeForItsEnd extends Leaf {
        @Override
        ImageStore broken() {
            return new ForwardingImageStore(good) {
                @Override
                public Optional<ObjectContent> open(ObjectKey key, @Nullable ByteRange range) {
                    return super.open(
                            key,
                            range == null || range.length() == 1
                                    ? range
                                    : new ByteRange(range.first(), range.last() - 1));
                }
            };
        }
    }

    static final class ListsKeysUnsorted extends Leaf {
        @Override
        ImageStore broken() {
            return new ForwardingImageStore(good) {
                @Override
                public List<StoredObject> list(@Nullable ObjectKey after, int limit) {
                    return super.list(after, limit).reversed();
                }
            };
        }
    }

    static final class LosesAnObjectBetweenPages extends Leaf {
        @Override
        ImageStore broken() {
            return new ForwardingImageStore(good) {
                @Override
                public List<StoredObject> list(@Nullable ObjectKey after, int limit) {
                    boolean later = after != null && good.describe(after).isPresent();
                    List<StoredObject> page = super.list(after, later ? Math.min(1000, limit + 1) : limit);
                    return later && page.size() > 1 ? page.subList(1, page.size()) : page;
                }
            };
        }
    }

    static final class SignsLinksThatDoNotExpire extends Leaf {
        @Override
        ImageStore broken() {
            return new ForwardingImageStore(good) {
                @Override
                public PresignedUrl presignRead(ObjectKey key, ReadLink link) {
                    PresignedUrl promised = super.presignRead(key, link);
                    PresignedUrl made =
                            super.presignRead(key, new ReadLink(Duration.ofDays(7), link.format(), link.attachment()));
                    return new PresignedUrl(made.method(), made.url(), made.headers(), promised.expiresAt());
                }
            };
        }
    }

    static final class TakesLinksForAnyMethod extends Leaf {
        @Override
        ImageStore broken() {
            return good;
        }

        @Override
        LinkVerifier verifier() {
            return new LinkVerifier() {
                @Override
                public LinkGrant verify(String method, URI link) {
                    return good.verify("GET", link);
                }

                @Override
                public boolean putPart(LinkGrant.Part part, Payload payload) {
                    return good.putPart(part, payload);
                }
            };
        }
    }

    static final class TakesOtherBytesThanALinkAdmits extends Leaf {
        @Override
        ImageStore broken() {
            return good;
        }

        @Override
        public LinkClient links() {
            LinkClient links = super.links();
            return new LinkClient() {
                @Override
                public LinkAnswer send(String method, URI url, Map<String, String> headers, byte[] body) {
                    return body.length > 0 && good.verify(method, url) instanceof LinkGrant.Write write
                            ? LinkAnswer.of(good.put(write.key(), new BytesPayload(body), write.format()) ? 200 : 412)
                            : links.send(method, url, headers, body);
                }

                @Override
                public LinkAnswer post(URI url, Map<String, String> fields, byte[] file) {
                    return links.post(url, fields, file);
                }
            };
        }
    }

    static final class TakesMoreThanAFormAdmits extends Leaf {
        @Override
        ImageStore broken() {
            return new ForwardingImageStore(good) {
                @Override
                public PresignedPost presignPost(ObjectKey key, PostLink link) {
                    return super.presignPost(key, new PostLink(link.life(), 1 << 20, link.format()));
                }
            };
        }
    }

    static final class DoesNotAbort extends Leaf {
        @Override
        ImageStore broken() {
            return new ForwardingImageStore(good) {
                @Override
                public void abort(MultipartUpload upload) {}
            };
        }
    }

    static final class AssemblesWhateverHasArrived extends Leaf {
        @Override
        ImageStore broken() {
            return new ForwardingImageStore(good) {
                @Override
                public boolean assemble(MultipartUpload upload, List<StoredPart> parts) {
                    List<StoredPart> arrived = super.listParts(upload);
                    return super.assemble(upload, arrived.isEmpty() ? parts : arrived);
                }
            };
        }
    }

    static final class OverwritesWhenItAssembles extends Leaf {
        @Override
        ImageStore broken() {
            return new ForwardingImageStore(good) {
                @Override
                public boolean assemble(MultipartUpload upload, List<StoredPart> parts) {
                    super.delete(upload.key());
                    return super.assemble(upload, parts);
                }
            };
        }
    }

    static final class LosesAnUploadBetweenPages extends Leaf {
        @Override
        ImageStore broken() {
            return new ForwardingImageStore(good) {
                @Override
                public List<MultipartUpload> listUploads(@Nullable MultipartUpload after, int limit) {
                    List<MultipartUpload> page = super.listUploads(after, limit + 1);
                    return page.size() > limit ? page.subList(1, page.size()) : page;
                }
            };
        }
    }

    static final class TakesAnOutageForAnAbsence implements ImageStoreOutageContract {
        @Override
        public ImageStore storeOutOfReach() {
            return new ForwardingImageStore(outOfReach()) {
                @Override
                public Optional<ObjectContent> open(ObjectKey key, @Nullable ByteRange range) {
                    try {
                        return super.open(key, range);
                    } catch (StorageException outage) {
                        return Optional.empty();
                    }
                }
            };
        }
    }

    /** Not broken: it says that it is out of reach. */
    static final class SaysThatItIsOutOfReach implements ImageStoreOutageContract {
        @Override
        public ImageStore storeOutOfReach() {
            return outOfReach();
        }
    }

    private static ImageStore outOfReach() {
        Faults faults = new Faults();
        faults.takeDown();
        InMemoryImageStore store = new InMemoryImageStore(
                InstantSource.system(), () -> URI.create("http://127.0.0.1:8080"), Fresh.bytes(32), 1);
        return new FailingImageStore(store, faults);
    }
}
