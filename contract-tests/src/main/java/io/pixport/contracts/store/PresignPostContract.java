package io.pixport.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.store.LinkClient.LinkAnswer;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PostLink;
import io.pixport.core.port.PresignedPost;
import io.pixport.core.port.ReadLink;
import io.pixport.core.port.StoredObject;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Presigned forms for storing. */
public interface PresignPostContract extends LinkFixture {
    int MOST = 2000;
    Duration POST_LIFE = Duration.ofMinutes(10);
    PostLink FORM = new PostLink(POST_LIFE, MOST, ImageFormat.PNG);

    @ParameterizedTest
    @ValueSource(ints = {1, MOST - 1, MOST})
    default void aFormStoresAtMostItsSize(int size) {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(size);

        assertThat(post(store().presignPost(key, FORM), bytes)).matches(LinkAnswer::isSuccess);

        assertThat(read(key)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, MOST + 1, 100 * MOST})
    default void lessOrMoreThanAFormAdmitsIsRefusedAndNothingIsStored(int size) {
        ObjectKey key = Fresh.key();

        assertThat(post(store().presignPost(key, FORM), Fresh.bytes(size))).matches(LinkAnswer::isRefusal);

        assertThat(store().describe(key)).isEmpty();
    }

    @Test
    default void whatAFormStoredIsDescribedAndListed() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(MOST);

        post(store().presignPost(key, FORM), bytes);

        StoredObject stored = store().describe(key).orElseThrow();
        assertThat(stored.size()).isEqualTo(MOST);
        assertThat(stored.sha256().orElse(Digests.sha256(bytes))).isEqualTo(Digests.sha256(bytes));
        ObjectKey before = new ObjectKey(key.value().substring(0, key.value().length() - 1));
        assertThat(store().list(before, 1)).extracting(StoredObject::key).containsExactly(key);
    }

    @ParameterizedTest
    @EnumSource
    default void aFormStoresAnyFormat(ImageFormat format) {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(100);

        PresignedPost form = store().presignPost(key, new PostLink(POST_LIFE, 100, format));

        assertThat(form.fields()).containsEntry("Content-Type", format.contentType());
        assertThat(post(form, bytes)).matches(LinkAnswer::isSuccess);
        assertThat(get(store().presignRead(key, new ReadLink(POST_LIFE, format, null)))
                        .body())
                .isEqualTo(bytes);
    }

    @Test
    default void aFormIsGoodAgainAndTheLastUploadWins() {
        ObjectKey key = Fresh.key();
        PresignedPost form = store().presignPost(key, FORM);
        byte[] last = Fresh.bytes(MOST - 1);
        post(form, Fresh.bytes(MOST));

        assertThat(post(form, last)).matches(LinkAnswer::isSuccess);

        assertThat(read(key)).contains(last);
        assertThat(store().describe(key).orElseThrow().size()).isEqualTo(MOST - 1);
    }

    @Test
    default void aFormReplacesWhatWasPut() {
        ObjectKey key = Fresh.key();
        byte[] posted = Fresh.bytes(MOST);
        put(key, Fresh.bytes(100));

        assertThat(post(store().presignPost(key, FORM), posted)).matches(LinkAnswer::isSuccess);

        assertThat(read(key)).contains(posted);
        StoredObject stored = store().describe(key).orElseThrow();
        assertThat(stored.sha256().orElse(Digests.sha256(posted))).isEqualTo(Digests.sha256(posted));
    }

    @Test
    default void ofManyPostingOneFormAtOnceOneIsTheLast() {
        ObjectKey key = Fresh.key();
        PresignedPost form = store().presignPost(key, FORM);
        List<byte[]> offered =
                IntStream.range(0, 8).mapToObj(i -> Fresh.bytes(MOST)).toList();

        List<Boolean> stored = AtOnce.call(8, i -> post(form, offered.get(i)).isSuccess());

        assertThat(stored).hasSize(8).containsOnly(true);
        assertThat(offered).anySatisfy(bytes -> assertThat(read(key)).contains(bytes));
    }

    @Test
    default void whatAFormStoredIsJudgedLikeAnyObjectWhenItIsPutOver() {
        ObjectKey key = Fresh.key();
        byte[] posted = Fresh.bytes(MOST);
        post(store().presignPost(key, FORM), posted);

        assertThat(put(key, posted)).isTrue();
        assertThat(put(key, Fresh.bytes(MOST))).isFalse();

        assertThat(read(key)).contains(posted);
    }

    @Test
    default void aFormIsRefusedForAnotherKey() {
        ObjectKey key = Fresh.key();
        ObjectKey other = Fresh.key();
        PresignedPost form = store().presignPost(key, FORM);
        URI url = LinkFixture.forKey(other, key, form.url());
        Map<String, String> fields = new HashMap<>();
        form.fields().forEach((name, value) -> fields.put(name, value.replace(key.value(), other.value())));

        assertThat(links().post(url, fields, Fresh.bytes(MOST))).matches(LinkAnswer::isRefusal);

        assertThat(store().describe(other)).isEmpty();
    }

    @Test
    default void aFormAlteredInAnyFieldIsRefused() {
        ObjectKey key = Fresh.key();
        PresignedPost form = store().presignPost(key, FORM);

        assertThat(form.fields()).isNotEmpty().allSatisfy((name, value) -> assertThat(links().post(
                                form.url(),
                                LinkFixture.with(form.fields(), name, LinkFixture.altered(value)),
                                Fresh.bytes(MOST)))
                .matches(LinkAnswer::isRefusal));
        assertThat(store().describe(key)).isEmpty();
    }

    @Test
    default void aFormWithoutAnyOfItsFieldsIsRefused() {
        ObjectKey key = Fresh.key();
        PresignedPost form = store().presignPost(key, FORM);

        assertThat(form.fields().keySet()).allSatisfy(name -> assertThat(
                        links().post(form.url(), LinkFixture.without(form.fields(), name), Fresh.bytes(MOST)))
                .matches(LinkAnswer::isRefusal));
        assertThat(store().describe(key)).isEmpty();
    }

    @Test
    default void aFormWithAFieldMoreIsRefused() {
        ObjectKey key = Fresh.key();
        PresignedPost form = store().presignPost(key, FORM);
        Map<String, String> more = LinkFixture.with(form.fields(), "x-amz-meta-owner", "me");

        assertThat(links().post(form.url(), more, Fresh.bytes(MOST))).matches(LinkAnswer::isRefusal);

        assertThat(store().describe(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    default void aFormIsRefusedForAnotherMethod(String method) {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(100);
        PresignedPost form = store().presignPost(key, FORM);
        put(key, bytes);

        assertThat(links().send(method, form.url(), form.fields(), Fresh.bytes(MOST)))
                .matches(LinkAnswer::isRefusal);

        assertThat(read(key)).contains(bytes);
    }

    @Test
    default void aFormIsGoodUntilShortlyBeforeItExpires() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(MOST);

        PresignedPost form = signedBefore(POST_LIFE.minusSeconds(30), store -> store.presignPost(key, FORM));

        assertThat(post(form, bytes)).matches(LinkAnswer::isSuccess);
        assertThat(read(key)).contains(bytes);
    }

    @Test
    default void aFormIsRefusedFromWhenItExpires() {
        ObjectKey key = Fresh.key();

        PresignedPost form = signedBefore(POST_LIFE, store -> store.presignPost(key, FORM));

        assertThat(form.expiresAt()).isBeforeOrEqualTo(clock().instant());
        assertThat(post(form, Fresh.bytes(MOST))).matches(LinkAnswer::isRefusal);
        assertThat(store().describe(key)).isEmpty();
    }

    @Test
    default void aFormSaysWhenItExpires() {
        PresignedPost form = store().presignPost(Fresh.key(), FORM);

        assertThat(form.expiresAt()).isCloseTo(clock().instant().plus(POST_LIFE), within(5, ChronoUnit.SECONDS));
    }

    @Test
    default void aFormIsNotShownByItsText() {
        PresignedPost form = store().presignPost(Fresh.key(), FORM);

        assertThat(form.toString()).doesNotContain(form.url().toString());
        assertThat(form.fields().values()).noneMatch(value -> form.toString().contains(value));
    }
}
