package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.Images;
import io.pixport.contracts.store.WatchedPayload;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Tag;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.ReceivedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Receiving an image and storing it. */
public interface UploadContract extends UseCaseFixture {
    /** The names of images that have to be accepted. */
    static List<String> goodImages() {
        return Images.good();
    }

    /** The names of images that have to be refused. */
    static List<String> badImages() {
        return Images.bad();
    }

    @ParameterizedTest
    @MethodSource("io.pixport.contracts.usecase.UploadContract#goodImages")
    default void anUploadedImageIsThereWholeAndListed(String name) {
        TestService service = service();
        byte[] bytes = Images.bytes(name);

        ActiveImage image = TestService.done(service.upload(bytes, ImageDetails.NONE, null));

        assertThat(image.content().size()).isEqualTo(bytes.length);
        assertThat(image.content().sha256()).isEqualTo(Digests.sha256(bytes));
        assertThat(service.get(image.id())).contains(image);
        assertThat(service.content(image)).isEqualTo(bytes);
        listed(() -> assertThat(service.images()).containsExactly(image));
    }

    @ParameterizedTest
    @MethodSource("io.pixport.contracts.usecase.UploadContract#badImages")
    default void whatIsNoImageIsRefusedWithAReasonAndNothingIsStored(String name) throws IOException {
        TestService service = service();

        var outcome = service.cases().receiveImage().receive(new ByteArrayInputStream(Images.bytes(name)));

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<ReceivedImage>) outcome).violations()).isNotEmpty();
        assertThat(service.objects()).isEmpty();
    }

    @Test
    default void anImageIsWhatItsOwnerSaysAndItsBytesAre() {
        TestService service = service();
        ImageDetails details =
                new ImageDetails("Title", "Two\nlines", "A noise", List.of(Fresh.tag()), Map.of("camera", "X100V"));
        Instant before = service.clock().instant();

        ActiveImage image = TestService.done(service.upload(ImageMaker.png(60, 50), details, new FileName("a.jpg")));

        assertThat(image.owner()).isEqualTo(service.owner());
        assertThat(image.details()).isEqualTo(details);
        assertThat(image.fileName()).isEqualTo(new FileName("a.jpg"));
        assertThat(image.content().format()).isEqualTo(ImageFormat.PNG);
        assertThat(image.content().dimensions().width()).isEqualTo(60);
        assertThat(image.version()).isOne();
        assertThat(image.uploadedAt()).isEqualTo(before.plusSeconds(1)).isEqualTo(image.updatedAt());
        assertThat(service.get(image.id())).contains(image);
    }

    @Test
    default void theSameBytesTwiceAreTwoImages() {
        TestService service = service();
        byte[] bytes = ImageMaker.jpegOfSize(20_000);
        ActiveImage first = TestService.done(service.upload(bytes, ImageDetails.NONE, null));

        ActiveImage second = TestService.done(service.upload(bytes, ImageDetails.NONE, null));
        TestService.done(service.cases().eraseImage().erase(first.id(), null, null));

        assertThat(second.id()).isGreaterThan(first.id());
        assertThat(service.content(second)).isEqualTo(bytes);
    }

    @Test
    default void aLargeImageIsStoredWhole() {
        TestService service = service();
        byte[] bytes = ImageMaker.jpegOfSize(10 * 1024 * 1024);

        ActiveImage image = TestService.done(service.upload(bytes, ImageDetails.NONE, null));

        assertThat(service.content(image)).isEqualTo(bytes);
    }

    @Test
    default void detailsThatBreakLimitsAreRefusedAndNothingIsStored() {
        TestService service = service();
        ImageDetails tooLong = ImageDetails.NONE.withTitle("t".repeat(201)).withTags(List.of(new Tag("a".repeat(51))));

        var outcome = service.upload(ImageMaker.png(50, 50), tooLong, new FileName("f".repeat(256)));

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<ActiveImage>) outcome).violations())
                .extracting(violation -> violation.field())
                .containsExactlyInAnyOrder("title", "tags[0]", "file_name");
        assertThat(service.objects()).isEmpty();
        assertThat(service.images()).isEmpty();
    }

    @Test
    default void aSenderThatHangsUpLeavesNothing() {
        TestService service = service();
        InputStream halfAnImage = WatchedPayload.breakingAt(10_000, Images.bytes("good/small.jpg"))
                .open();

        assertThatThrownBy(() -> service.cases().receiveImage().receive(halfAnImage))
                .isInstanceOf(IOException.class)
                .hasMessage("the sender hung up");

        assertThat(service.objects()).isEmpty();
    }

    @Test
    default void manyUploadsAtOnceAreManyImages() {
        TestService service = service();

        List<ActiveImage> images = AtOnce.call(16, i -> service.upload());

        List<ImageId> ids = images.stream().map(ActiveImage::id).toList();
        assertThat(new HashSet<>(ids)).hasSize(16);
        listed(() -> assertThat(service.images()).containsExactlyInAnyOrderElementsOf(images));
        service.assertAnswersAgree();
    }
}
