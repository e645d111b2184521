package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.metadata.Asking;
import io.pixport.contracts.store.LinkClient.LinkAnswer;
import io.pixport.contracts.store.StoreFixture;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Tag;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.Page;
import io.pixport.core.port.PresignedUrl;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.GetDownloadLink.Disposition;
import io.pixport.core.usecase.GetDownloadLink.DownloadLink;
import io.pixport.core.usecase.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Getting an image, its bytes, a link to them, and lists of images. */
public interface ReadContract extends UseCaseFixture {
    @Test
    default void anImageThatNeverWasIsNotThere() {
        TestService service = service();
        ImageId never = service.upload().id();
        TestService.done(service.cases().eraseImage().erase(never, null, null));

        assertThat(service.get(never)).isEmpty();
        assertThat(link(service, never, null, Disposition.INLINE)).isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    default void anImageInTheTrashIsNotThere() {
        TestService service = service();
        ImageId id = service.upload().id();

        TestService.done(service.cases().deleteImage().delete(id, null, null));

        assertThat(service.get(id)).isEmpty();
        assertThat(link(service, id, null, Disposition.INLINE)).isInstanceOf(Outcome.NotFound.class);
        assertThat(service.images()).isEmpty();
    }

    @Test
    default void aRangeOfAnImageIsOpened() {
        TestService service = service();
        byte[] bytes = ImageMaker.jpegOfSize(10_000);
        ActiveImage image = TestService.done(service.upload(bytes, ImageDetails.NONE, null));

        ObjectContent content = service.cases()
                .openContent()
                .open(image, new ByteRange(100, 199))
                .orElseThrow();

        assertThat(content.totalSize()).isEqualTo(10_000);
        assertThat(StoreFixture.drain(content)).isEqualTo(Arrays.copyOfRange(bytes, 100, 200));
    }

    @Test
    default void theBytesOfAnImageThatWasErasedMeanwhileAreAbsent() {
        TestService service = service();
        ActiveImage image = service.upload();
        TestService.done(service.cases().eraseImage().erase(image.id(), null, null));

        assertThat(service.cases().openContent().open(image, null)).isEmpty();
    }

    @Test
    default void theMissingBytesOfAnImageThatIsThereAreAFailureAndNotAnAbsence() {
        TestService service = service();
        ActiveImage image = service.upload();
        store().delete(ObjectKey.of(image.id()));

        assertThatThrownBy(() -> service.cases().openContent().open(image, null))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.FAILED));
    }

    @Test
    default void aDownloadLinkGivesTheBytesToWhoeverHasIt() {
        TestService service = service();
        byte[] bytes = ImageMaker.png(60, 60);
        ActiveImage image = TestService.done(service.upload(bytes, ImageDetails.NONE, null));

        DownloadLink link = TestService.done(link(service, image.id(), null, Disposition.INLINE));
        LinkAnswer answer = follow(link.url());

        assertThat(link.image()).isEqualTo(image);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("image/png");
        assertThat(answer.body()).isEqualTo(bytes);
    }

    @Test
    default void anAttachmentLinkSavesUnderTheFileNameOrElseTheId() {
        TestService service = service();
        ActiveImage named = TestService.done(
                service.upload(ImageMaker.png(50, 50), ImageDetails.NONE, new FileName("holiday.png")));
        ActiveImage unnamed = service.upload();

        assertThat(attachmentOf(service, named)).contains("holiday.png");
        assertThat(attachmentOf(service, unnamed)).contains(unnamed.id() + ".png");
    }

    @Test
    default void erasingAnImageEndsTheUseOfItsLinks() {
        TestService service = service();
        ActiveImage image = service.upload();
        DownloadLink link = TestService.done(link(service, image.id(), null, Disposition.INLINE));

        TestService.done(service.cases().eraseImage().erase(image.id(), null, null));

        assertThat(follow(link.url()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 59, 604_801})
    default void aLinkOfALifeOutsideTheLimitsIsRefused(long seconds) {
        TestService service = service();
        ActiveImage image = service.upload();

        assertThat(link(service, image.id(), Duration.ofSeconds(seconds), Disposition.INLINE))
                .isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {60, 604_800})
    default void aLinkOfALifeAtTheLimitsIsMade(long seconds) {
        TestService service = service();
        ActiveImage image = service.upload();

        DownloadLink link =
                TestService.done(link(service, image.id(), Duration.ofSeconds(seconds), Disposition.INLINE));

        assertThat(follow(link.url()).status()).isEqualTo(200);
    }

    @Test
    default void imagesAreListedNewestFirstPageByPage() {
        TestService service = service();
        Tag tag = Fresh.tag();
        List<ActiveImage> newestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            newestFirst.addFirst(service.upload(tag));
        }
        listed(() -> assertThat(service.images()).isEqualTo(newestFirst));

        var list = service.cases().listImages();
        Page<ActiveImage> first =
                TestService.done(list.list(Asking.ofEverybody().tagged(tag).query(), null, 3));
        Page<ActiveImage> second = TestService.done(
                list.list(Asking.ofEverybody().tagged(tag).query(), first.next().orElseThrow(), 3));

        assertThat(first.items()).isEqualTo(newestFirst.subList(0, 3));
        assertThat(second.items()).isEqualTo(newestFirst.subList(3, 5));
        assertThat(second.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    default void aPageOfASizeOutsideTheLimitsIsRefused(int size) {
        TestService service = service();

        assertThat(service.cases().listImages().list(Asking.of(service.owner()).query(), null, size))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(service.cases().listTrash().list(service.owner(), null, null, size))
                .isInstanceOf(Outcome.Refused.class);
    }

    private static Outcome<DownloadLink> link(
            TestService service, ImageId id, @Nullable Duration life, Disposition disposition) {
        return service.cases().getDownloadLink().link(id, life, disposition);
    }

    private @Nullable String attachmentOf(TestService service, ActiveImage image) {
        DownloadLink link = TestService.done(link(service, image.id(), null, Disposition.ATTACHMENT));
        return follow(link.url()).contentDisposition();
    }

    private LinkAnswer follow(PresignedUrl link) {
        return links().send(link.method(), link.url(), link.headers(), new byte[0]);
    }
}
