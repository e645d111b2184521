package io.pixport.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.store.LinkClient.LinkAnswer;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PresignedUrl;
import io.pixport.core.port.StoredObject;
import io.pixport.core.port.WriteLink;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Presigned links for storing. */
public interface PresignWriteContract extends LinkFixture {
    int SIZE = 2000;
    Duration WRITE_LIFE = Duration.ofMinutes(10);

    /** A link that admits exactly these bytes, as a PNG. */
    static WriteLink admitting(byte[] bytes) {
        return new WriteLink(WRITE_LIFE, bytes.length, Digests.sha256(bytes), ImageFormat.PNG);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, SIZE, 100 * SIZE})
    default void aWriteLinkStoresTheBytesItWasMadeFor(int size) {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(size);

        LinkAnswer answer = upload(store().presignWrite(key, admitting(bytes)), bytes);

        assertThat(answer).matches(LinkAnswer::isSuccess);
        assertThat(read(key)).contains(bytes);
    }

    @ParameterizedTest
    @EnumSource
    default void aWriteLinkStoresAnyFormat(ImageFormat format) {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(SIZE);
        WriteLink admitted = new WriteLink(WRITE_LIFE, SIZE, Digests.sha256(bytes), format);

        PresignedUrl link = store().presignWrite(key, admitted);

        assertThat(link.headers()).containsEntry("Content-Type", format.contentType());
        assertThat(upload(link, bytes)).matches(LinkAnswer::isSuccess);
    }

    @Test
    default void whatAWriteLinkStoredIsDescribed() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(SIZE);

        upload(store().presignWrite(key, admitting(bytes)), bytes);

        assertThat(store().describe(key)).contains(new StoredObject(key, SIZE, Optional.of(Digests.sha256(bytes))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SIZE - 1, SIZE + 1, 100 * SIZE})
    default void bytesOfAnotherSizeAreRefusedAndNothingIsStored(int size) {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(SIZE);

        assertThat(upload(store().presignWrite(key, admitting(bytes)), Arrays.copyOf(bytes, size)))
                .matches(LinkAnswer::isRefusal);

        assertThat(store().describe(key)).isEmpty();
    }

    @Test
    default void bytesOfAnotherDigestAreRefusedAndNothingIsStored() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(SIZE);
        PresignedUrl link = store().presignWrite(key, admitting(bytes));
        bytes[SIZE / 2]++;

        assertThat(upload(link, bytes)).matches(LinkAnswer::isRefusal);

        assertThat(store().describe(key)).isEmpty();
    }

    @Test
    default void aWriteLinkIsGoodOnlyOnce() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(SIZE);
        PresignedUrl link = store().presignWrite(key, admitting(bytes));
        upload(link, bytes);

        assertThat(upload(link, bytes)).matches(LinkAnswer::isRefusal);

        assertThat(read(key)).contains(bytes);
    }

    @Test
    default void nobodyCanOverwriteWithAWriteLink() {
        ObjectKey key = Fresh.key();
        byte[] stored = Fresh.bytes(100);
        byte[] bytes = Fresh.bytes(SIZE);
        PresignedUrl link = store().presignWrite(key, admitting(bytes));
        put(key, stored);

        assertThat(upload(link, bytes)).matches(LinkAnswer::isRefusal);

        assertThat(read(key)).contains(stored);
    }

    @Test
    default void manyFollowingOneWriteLinkAtOnceStoreTheObject() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(SIZE);
        PresignedUrl link = store().presignWrite(key, admitting(bytes));

        List<LinkAnswer> answers = AtOnce.call(16, i -> upload(link, bytes));

        assertThat(answers).anyMatch(LinkAnswer::isSuccess);
        assertThat(answers).allMatch(answer -> answer.isSuccess() || answer.isRefusal());
        assertThat(read(key)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE", "PATCH"})
    default void aWriteLinkIsRefusedForAnotherMethod(String method) {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(SIZE);
        PresignedUrl link = store().presignWrite(key, admitting(bytes));
        put(key, bytes);

        LinkAnswer answer = links().send(method, link.url(), link.headers(), bytes);

        assertThat(answer).matches(LinkAnswer::isRefusal);
        assertThat(read(key)).contains(bytes);
    }

    @Test
    default void aWriteLinkIsRefusedForAnotherKey() {
        ObjectKey key = Fresh.key();
        ObjectKey other = Fresh.key();
        byte[] bytes = Fresh.bytes(SIZE);
        PresignedUrl link = store().presignWrite(key, admitting(bytes));
        URI forOther = LinkFixture.forKey(other, key, link.url());

        assertThat(forOther).isNotEqualTo(link.url());
        assertThat(links().send(link.method(), forOther, link.headers(), bytes)).matches(LinkAnswer::isRefusal);
        assertThat(store().describe(other)).isEmpty();
    }

    @Test
    default void aWriteLinkAlteredInAnyParameterIsRefused() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(SIZE);
        PresignedUrl link = store().presignWrite(key, admitting(bytes));
        String[] parameters = link.url().getRawQuery().split("&", -1);

        assertThat(parameters).isNotEmpty();
        assertThat(parameters).allSatisfy(parameter -> assertThat(
                        links().send(link.method(), LinkFixture.altered(link, parameter), link.headers(), bytes))
                .matches(LinkAnswer::isRefusal));
        assertThat(store().describe(key)).isEmpty();
    }

    @Test
    default void aWriteLinkIsRefusedWithAnotherHeaderOrWithoutIt() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(SIZE);
        PresignedUrl link = store().presignWrite(key, admitting(bytes));

        assertThat(link.headers()).isNotEmpty().allSatisfy((name, value) -> {
            assertThat(links().send("PUT", link.url(), LinkFixture.without(link.headers(), name), bytes))
                    .as("without " + name)
                    .matches(LinkAnswer::isRefusal);
            assertThat(links().send(
                                    "PUT",
                                    link.url(),
                                    LinkFixture.with(link.headers(), name, LinkFixture.altered(value)),
                                    bytes))
                    .as("with another " + name)
                    .matches(LinkAnswer::isRefusal);
        });
        assertThat(store().describe(key)).isEmpty();
    }

    @Test
    default void aWriteLinkIsGoodUntilShortlyBeforeItExpires() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(SIZE);

        PresignedUrl link =
                signedBefore(WRITE_LIFE.minusSeconds(30), store -> store.presignWrite(key, admitting(bytes)));

        assertThat(upload(link, bytes)).matches(LinkAnswer::isSuccess);
        assertThat(read(key)).contains(bytes);
    }

    @Test
    default void aWriteLinkIsRefusedFromWhenItExpires() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(SIZE);

        PresignedUrl link = signedBefore(WRITE_LIFE, store -> store.presignWrite(key, admitting(bytes)));

        assertThat(upload(link, bytes)).matches(LinkAnswer::isRefusal);
        assertThat(store().describe(key)).isEmpty();
    }

    @Test
    default void aWriteLinkSaysWhatItAdmits() {
        PresignedUrl link = store().presignWrite(Fresh.key(), admitting(Fresh.bytes(SIZE)));

        assertThat(link.method()).isEqualTo("PUT");
        assertThat(link.expiresAt()).isCloseTo(clock().instant().plus(WRITE_LIFE), within(5, ChronoUnit.SECONDS));
    }
}
