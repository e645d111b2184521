package io.pixport.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.store.LinkClient.LinkAnswer;
import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.ContentDisposition;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PresignedUrl;
import io.pixport.core.port.ReadLink;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Presigned links for reading. */
public interface PresignReadContract extends LinkFixture {
    Duration LIFE = Duration.ofMinutes(10);
    ReadLink SHOWN = new ReadLink(LIFE, ImageFormat.PNG, null);

    @Test
    default void aReadLinkGivesTheBytes() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(5000);
        put(key, bytes);

        PresignedUrl link = store().presignRead(key, SHOWN);
        LinkAnswer answer = get(link);

        assertThat(link.method()).isEqualTo("GET");
        assertThat(link.headers()).isEmpty();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(bytes);
    }

    @Test
    default void aReadLinkGivesARange() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(5000);
        put(key, bytes);

        LinkAnswer answer = links().send(
                        "GET", store().presignRead(key, SHOWN).url(), Map.of("Range", "bytes=100-199"), new byte[0]);

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(bytes, 100, 200));
    }

    @Test
    default void aReadLinkCanBeFollowedAgain() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(500);
        put(key, bytes);
        PresignedUrl link = store().presignRead(key, SHOWN);
        get(link);

        assertThat(get(link).body()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource
    default void aReadLinkAnswersTheContentTypeItWasMadeWith(ImageFormat format) {
        ObjectKey key = Fresh.key();
        put(key, Fresh.bytes(500));

        LinkAnswer answer = get(store().presignRead(key, new ReadLink(LIFE, format, null)));

        assertThat(answer.contentType()).isEqualTo(format.contentType());
        assertThat(String.valueOf(answer.contentDisposition())).doesNotContain("attachment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "holiday.png",
                "my holiday+1.png",
                "100%.png",
                "%41.png",
                "the \"best\" of 'us'.png",
                "a;b,c=d&e?f#g.png",
                "зима & \"冬\" 100% +1;.png",
                "\uD83C\uDF05.png"
            })
    default void anAttachmentLinkNamesTheFileWhateverItIsCalled(String name) {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(500);
        put(key, bytes);
        FileName file = new FileName(name);

        LinkAnswer answer = get(store().presignRead(key, new ReadLink(LIFE, ImageFormat.PNG, file)));

        assertThat(answer.body()).isEqualTo(bytes);
        assertThat(answer.contentDisposition()).isEqualTo(new ContentDisposition(true, file).header());
    }

    @Test
    default void aReadLinkToNoObjectIsMadeAndAnswers404() {
        assertThat(get(store().presignRead(Fresh.key(), SHOWN)).status()).isEqualTo(404);
    }

    @Test
    default void deletingTheObjectEndsTheUseOfAReadLink() {
        ObjectKey key = Fresh.key();
        put(key, Fresh.bytes(500));
        PresignedUrl link = store().presignRead(key, SHOWN);

        store().delete(key);

        assertThat(get(link).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE", "PATCH"})
    default void aReadLinkIsRefusedForAnotherMethod(String method) {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(500);
        put(key, bytes);
        URI url = store().presignRead(key, SHOWN).url();

        assertThat(links().send(method, url, NO_HEADERS, Fresh.bytes(10))).matches(LinkAnswer::isRefusal);

        assertThat(read(key)).contains(bytes);
    }

    @Test
    default void aReadLinkToNoObjectStoresNothing() {
        ObjectKey key = Fresh.key();
        URI url = store().presignRead(key, SHOWN).url();

        assertThat(links().send("PUT", url, NO_HEADERS, Fresh.bytes(10))).matches(LinkAnswer::isRefusal);

        assertThat(read(key)).isEmpty();
    }

    @Test
    default void aReadLinkIsRefusedForAnotherKey() {
        ObjectKey key = Fresh.key();
        ObjectKey other = Fresh.key();
        put(key, Fresh.bytes(500));
        put(other, Fresh.bytes(500));
        PresignedUrl link = store().presignRead(key, SHOWN);
        URI forOther = LinkFixture.forKey(other, key, link.url());

        assertThat(forOther).isNotEqualTo(link.url());
        assertThat(links().send("GET", forOther, NO_HEADERS, new byte[0])).matches(LinkAnswer::isRefusal);
    }

    @Test
    default void aReadLinkAlteredInAnyParameterIsRefused() {
        ObjectKey key = Fresh.key();
        put(key, Fresh.bytes(500));
        PresignedUrl link = store().presignRead(key, new ReadLink(LIFE, ImageFormat.PNG, new FileName("holiday.png")));
        String[] parameters = link.url().getRawQuery().split("&", -1);

        assertThat(parameters).isNotEmpty();
        assertThat(parameters).allSatisfy(parameter -> assertThat(
                        links().send("GET", LinkFixture.altered(link, parameter), NO_HEADERS, new byte[0]))
                .matches(LinkAnswer::isRefusal));
    }

    @Test
    default void aReadLinkWithoutItsParametersIsRefused() {
        ObjectKey key = Fresh.key();
        put(key, Fresh.bytes(500));
        String url = store().presignRead(key, SHOWN).url().toString();

        assertThat(links().send("GET", URI.create(url.substring(0, url.indexOf('?'))), NO_HEADERS, new byte[0]))
                .matches(LinkAnswer::isRefusal);
    }

    @Test
    default void aReadLinkIsGoodUntilShortlyBeforeItExpires() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(500);
        put(key, bytes);

        PresignedUrl link = signedBefore(LIFE.minusSeconds(30), store -> store.presignRead(key, SHOWN));

        assertThat(get(link).body()).isEqualTo(bytes);
    }

    @Test
    default void aReadLinkIsRefusedFromWhenItExpires() {
        ObjectKey key = Fresh.key();
        put(key, Fresh.bytes(500));

        PresignedUrl link = signedBefore(LIFE, store -> store.presignRead(key, SHOWN));

        assertThat(link.expiresAt()).isBeforeOrEqualTo(clock().instant());
        assertThat(get(link)).matches(LinkAnswer::isRefusal);
    }

    @Test
    default void aReadLinkSaysWhenItExpires() {
        PresignedUrl link = store().presignRead(Fresh.key(), SHOWN);

        assertThat(link.expiresAt()).isCloseTo(clock().instant().plus(LIFE), within(5, ChronoUnit.SECONDS));
    }

    @Test
    default void aLinkIsNotShownByItsText() {
        PresignedUrl link = store().presignRead(Fresh.key(), SHOWN);

        assertThat(link.toString()).doesNotContain(link.url().getRawQuery());
    }
}
