package io.pixport.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.store.LinkClient.LinkAnswer;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PartLink;
import io.pixport.core.port.PresignedUrl;
import io.pixport.core.port.StoredPart;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Presigned links for sending parts. */
public interface PresignPartContract extends PartFixture {
    int PART_SIZE = 2000;

    @Test
    default void aPartLinkSaysWhatItAdmits() {
        PresignedUrl link = partLink(begun(), 1, PART_SIZE);

        assertThat(link.method()).isEqualTo("PUT");
        assertThat(link.headers()).isEmpty();
        assertThat(link.expiresAt()).isCloseTo(clock().instant().plus(PART_LIFE), within(5, ChronoUnit.SECONDS));
    }

    @Test
    default void aPartIsListedWithItsNumberAndSizeAndATagThatChangesWithItsBytes() {
        MultipartUpload upload = begun();
        sendPart(upload, 7, Fresh.bytes(PART_SIZE));
        StoredPart first = store().listParts(upload).getFirst();

        sendPart(upload, 7, Fresh.bytes(PART_SIZE));

        StoredPart second = store().listParts(upload).getFirst();
        assertThat(store().listParts(upload)).containsExactly(second);
        assertThat(second.number()).isEqualTo(first.number()).isEqualTo(7);
        assertThat(second.size()).isEqualTo(first.size()).isEqualTo(PART_SIZE);
        assertThat(second.tag()).isNotEqualTo(first.tag());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, PART_SIZE - 1, PART_SIZE + 1, 100 * PART_SIZE})
    default void aPartOfAnotherSizeIsRefusedAndDoesNotArrive(int size) {
        MultipartUpload upload = begun();

        assertThat(upload(partLink(upload, 1, PART_SIZE), Fresh.bytes(size))).matches(LinkAnswer::isRefusal);

        assertThat(store().listParts(upload)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE", "PATCH"})
    default void aPartLinkIsRefusedForAnotherMethod(String method) {
        MultipartUpload upload = begun();
        PresignedUrl link = partLink(upload, 1, PART_SIZE);

        LinkAnswer answer = links().send(method, link.url(), link.headers(), Fresh.bytes(PART_SIZE));

        assertThat(answer).matches(LinkAnswer::isRefusal);
        assertThat(store().listParts(upload)).isEmpty();
        assertThat(goesOn(upload)).isTrue();
    }

    @Test
    default void aPartLinkIsRefusedForAnotherKey() {
        MultipartUpload upload = begun();
        ObjectKey other = Fresh.key();
        PresignedUrl link = partLink(upload, 1, PART_SIZE);
        URI forOther = LinkFixture.forKey(other, upload.key(), link.url());

        assertThat(forOther).isNotEqualTo(link.url());
        assertThat(links().send("PUT", forOther, link.headers(), Fresh.bytes(PART_SIZE)))
                .matches(LinkAnswer::isRefusal);
        assertThat(store().describe(other)).isEmpty();
    }

    @Test
    default void aPartLinkAlteredInAnyParameterIsRefused() {
        MultipartUpload upload = begun();
        PresignedUrl link = partLink(upload, 1, PART_SIZE);
        byte[] bytes = Fresh.bytes(PART_SIZE);
        String[] parameters = link.url().getRawQuery().split("&", -1);

        assertThat(parameters).isNotEmpty();
        assertThat(parameters).allSatisfy(parameter -> assertThat(
                        links().send("PUT", LinkFixture.altered(link, parameter), link.headers(), bytes))
                .matches(LinkAnswer::isRefusal));
        assertThat(store().listParts(upload)).isEmpty();
    }

    @Test
    default void aPartLinkIsGoodUntilShortlyBeforeItExpires() {
        MultipartUpload upload = begun();

        PresignedUrl link = signedBefore(
                PART_LIFE.minusSeconds(30), store -> store.presignPart(upload, new PartLink(PART_LIFE, 1, PART_SIZE)));

        assertThat(upload(link, Fresh.bytes(PART_SIZE))).matches(LinkAnswer::isSuccess);
    }

    @Test
    default void aPartLinkIsRefusedFromWhenItExpires() {
        MultipartUpload upload = begun();

        PresignedUrl link =
                signedBefore(PART_LIFE, store -> store.presignPart(upload, new PartLink(PART_LIFE, 1, PART_SIZE)));

        assertThat(upload(link, Fresh.bytes(PART_SIZE))).matches(LinkAnswer::isRefusal);
        assertThat(store().listParts(upload)).isEmpty();
    }

    @Test
    default void whatIsSentToAnUploadThatHasEndedHasNoEffect() {
        MultipartUpload assembled = begun();
        byte[] bytes = Fresh.bytes(PART_SIZE);
        sendPart(assembled, 1, bytes);
        assembleAll(assembled);
        MultipartUpload aborted = begun();
        store().abort(aborted);

        upload(partLink(assembled, 1, PART_SIZE), Fresh.bytes(PART_SIZE));
        upload(partLink(aborted, 1, PART_SIZE), bytes);

        assertThat(read(assembled.key())).contains(bytes);
        assertThat(store().describe(aborted.key())).isEmpty();
        assertThat(goesOn(assembled)).isFalse();
        assertThat(goesOn(aborted)).isFalse();
    }
}
