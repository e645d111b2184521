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
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Presigned links for storing. */
public interface PresignWriteContract extends LinkFixture {
    int MAX_SIZE = 2000;
    Duration WRITE_LIFE = Duration.ofMinutes(10);
    WriteLink ADMITTED = new WriteLink(WRITE_LIFE, MAX_SIZE, ImageFormat.PNG);

    @ParameterizedTest
    @ValueSource(ints = {1, MAX_SIZE - 1, MAX_SIZE})
    default void aWriteLinkStoresAtMostItsSize(int size) {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(size);

        LinkAnswer answer = upload(store().presignWrite(key, ADMITTED), bytes);

        assertThat(answer).matches(LinkAnswer::isSuccess);
        assertThat(read(key)).contains(bytes);
    }

    @Test
    default void whatAWriteLinkStoredIsDescribed() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(MAX_SIZE);

        upload(store().presignWrite(key, ADMITTED), bytes);

        StoredObject stored = store().describe(key).orElseThrow();
        assertThat(stored.size()).isEqualTo(MAX_SIZE);
        assertThat(stored.sha256().orElse(Digests.sha256(bytes))).isEqualTo(Digests.sha256(bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {MAX_SIZE + 1, 100 * MAX_SIZE})
    default void moreThanAWriteLinkAdmitsIsRefusedAndNothingIsStored(int size) {
        ObjectKey key = Fresh.key();

        assertThat(upload(store().presignWrite(key, ADMITTED), Fresh.bytes(size)))
                .matches(LinkAnswer::isRefusal);

        assertThat(store().describe(key)).isEmpty();
    }

    @Test
    default void aWriteLinkIsGoodOnlyOnce() {
        ObjectKey key = Fresh.key();
        byte[] first = Fresh.bytes(MAX_SIZE);
        PresignedUrl link = store().presignWrite(key, ADMITTED);
        upload(link, first);

        assertThat(upload(link, Fresh.bytes(MAX_SIZE))).matches(LinkAnswer::isRefusal);

        assertThat(read(key)).contains(first);
    }

    @Test
    default void nobodyCanOverwriteWithAWriteLink() {
        ObjectKey key = Fresh.key();
        byte[] stored = Fresh.bytes(100);
        PresignedUrl link = store().presignWrite(key, ADMITTED);
        put(key, stored);

        assertThat(upload(link, Fresh.bytes(MAX_SIZE))).matches(LinkAnswer::isRefusal);

        assertThat(read(key)).contains(stored);
    }

    @Test
    default void ofManyFollowingOneWriteLinkAtOnceOneWins() {
        ObjectKey key = Fresh.key();
        PresignedUrl link = store().presignWrite(key, ADMITTED);
        List<byte[]> offered =
                IntStream.range(0, 16).mapToObj(i -> Fresh.bytes(MAX_SIZE)).toList();

        List<Boolean> stored = AtOnce.call(16, i -> upload(link, offered.get(i)).isSuccess());

        assertThat(stored).containsOnlyOnce(true);
        assertThat(read(key)).contains(offered.get(stored.indexOf(true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE", "PATCH"})
    default void aWriteLinkIsRefusedForAnotherMethod(String method) {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(100);
        PresignedUrl link = store().presignWrite(key, ADMITTED);
        put(key, bytes);

        LinkAnswer answer = links().send(method, link.url(), link.headers(), Fresh.bytes(MAX_SIZE));

        assertThat(answer).matches(LinkAnswer::isRefusal);
        assertThat(read(key)).contains(bytes);
    }

    @Test
    default void aWriteLinkIsRefusedForAnotherKey() {
        ObjectKey key = Fresh.key();
        ObjectKey other = Fresh.key();
        PresignedUrl link = store().presignWrite(key, ADMITTED);
        URI forOther = LinkFixture.forKey(other, key, link);

        assertThat(forOther).isNotEqualTo(link.url());
        assertThat(links().send(link.method(), forOther, link.headers(), Fresh.bytes(MAX_SIZE)))
                .matches(LinkAnswer::isRefusal);
        assertThat(store().describe(other)).isEmpty();
    }

    @Test
    default void aWriteLinkAlteredInAnyParameterIsRefused() {
        ObjectKey key = Fresh.key();
        PresignedUrl link = store().presignWrite(key, ADMITTED);
        String[] parameters = link.url().getRawQuery().split("&", -1);

        assertThat(parameters).isNotEmpty();
        assertThat(parameters).allSatisfy(parameter -> assertThat(links().send(
                                link.method(),
                                LinkFixture.altered(link, parameter),
                                link.headers(),
                                Fresh.bytes(MAX_SIZE)))
                .matches(LinkAnswer::isRefusal));
        assertThat(store().describe(key)).isEmpty();
    }

    @Test
    default void aWriteLinkIsGoodUntilShortlyBeforeItExpires() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(MAX_SIZE);

        PresignedUrl link = signedBefore(WRITE_LIFE.minusSeconds(30), store -> store.presignWrite(key, ADMITTED));

        assertThat(upload(link, bytes)).matches(LinkAnswer::isSuccess);
        assertThat(read(key)).contains(bytes);
    }

    @Test
    default void aWriteLinkIsRefusedFromWhenItExpires() {
        ObjectKey key = Fresh.key();

        PresignedUrl link = signedBefore(WRITE_LIFE, store -> store.presignWrite(key, ADMITTED));

        assertThat(upload(link, Fresh.bytes(MAX_SIZE))).matches(LinkAnswer::isRefusal);
        assertThat(store().describe(key)).isEmpty();
    }

    @Test
    default void aWriteLinkSaysWhatItAdmits() {
        PresignedUrl link = store().presignWrite(Fresh.key(), ADMITTED);

        assertThat(link.method()).isEqualTo("PUT");
        assertThat(link.expiresAt()).isCloseTo(clock().instant().plus(WRITE_LIFE), within(5, ChronoUnit.SECONDS));
    }
}
