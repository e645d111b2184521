package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.Images;
import io.pixport.contracts.Multipart;
import io.pixport.core.model.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Bodies of any size at an entry that reads them while they come. */
public interface StreamedBodyHttpContract extends HttpFixture {
    int ELEVEN_MEGABYTES = 11 * 1024 * 1024;

    @Test
    default void anImageHasAtMostTenMegabytesInWhicheverBodyItComes(Api api) {
        byte[] largest = ImageMaker.jpegOfSize(10 * 1024 * 1024);
        byte[] tooLarge = ImageMaker.jpegOfSize(10 * 1024 * 1024 + 1);

        for (Call call : bodies(largest)) {
            assertThat(api.send(call)).hasStatus(201).has("/metadata/size", largest.length);
        }
        for (Call call : bodies(tooLarge)) {
            assertThat(api.sendInVain(call)).isProblem(413).has("/limit", largest.length);
        }
    }

    private static List<Call> bodies(byte[] image) {
        UserId user = Fresh.user();
        return List.of(
                upload(user, image),
                upload(user, image).unannounced(),
                Call.post("/images")
                        .multipart(
                                new Multipart().field("user_id", user.value()).file("file", "a.jpg", image)),
                Call.post("/images")
                        .json("{\"user_id\": \"%s\", \"image\": \"%s\"}"
                                .formatted(user, Base64.getEncoder().encodeToString(image))));
    }

    @Test
    default void elevenMegabytesThatAreAnnouncedAreRefusedUnread(Api api) {
        for (String type : List.of("image/jpeg", new Multipart().contentType())) {
            assertThat(api.sendInVain(Uploads.to(Fresh.user()).body(type, Body.unread(ELEVEN_MEGABYTES))))
                    .isProblem(413)
                    .has("/limit", 10 * 1024 * 1024);
        }
        assertThat(api.sendInVain(
                        Uploads.to(Fresh.user()).body("application/json", Body.unread(2L * ELEVEN_MEGABYTES))))
                .isProblem(413)
                .has("/limit", 10 * 1024 * 1024);
    }

    @Test
    default void bytesWithoutEndAreRefusedAsSoonAsTheyAreTooMany(Api api) {
        UserId user = Fresh.user();
        Multipart form = new Multipart().field("user_id", user.value()).file("file", "a.jpg", Api.SMALL);
        byte[] beginning = form.bytesWithoutEnd();
        byte[] unfinished = Arrays.copyOf(beginning, beginning.length - 2);
        String json = "{\"user_id\": \"%s\", \"title\": \"".formatted(user);

        for (Call call : List.of(
                Uploads.to(user).body("image/jpeg", Body.endless(Api.SMALL)),
                Uploads.to(user).body(form.contentType(), Body.endless(unfinished)),
                Uploads.to(user).body("application/json", Body.endless(json.getBytes(StandardCharsets.US_ASCII))))) {
            assertThat(api.sendInVain(call)).isProblem(413).has("/limit", 10 * 1024 * 1024);
        }
    }

    @Test
    default void aClientThatHangsUpHalfway(Api api) {
        byte[] photo = Images.bytes("good/photo.jpg");
        UserId user = Fresh.user();
        Multipart form = new Multipart().field("user_id", user.value()).file("file", "a.jpg", photo);
        String json = "{\"user_id\": \"%s\", \"image\": \"%s\"}".formatted(user, Uploads.base64(photo));

        assertHangUpLeavesNothing(api, "image/jpeg", photo);
        assertHangUpLeavesNothing(api, form.contentType(), form.bytes());
        assertHangUpLeavesNothing(api, "application/json", json.getBytes(StandardCharsets.US_ASCII));
    }

    private static void assertHangUpLeavesNothing(Api api, String type, byte[] body) {
        Api.Footprint before = api.footprint();
        AtomicBoolean halfArrived = new AtomicBoolean();
        int half = body.length / 2;
        long received = api.received();
        Body halfway = Body.hangingUp(body, half, () -> {
            api.awaitReceived(received + half);
            halfArrived.set(true);
        });

        Optional<Answer> answer = api.sendAndHangUp(Uploads.to(Fresh.user()).body(type, halfway));

        assertThat(halfArrived).isTrue();
        answer.ifPresent(toNobody -> assertThat(toNobody).isProblem(400));
        api.leftBehind(before);
    }

    private static Call upload(UserId user, byte[] image) {
        return Call.post("/images").body("image/png", image).query("user_id", user.value());
    }
}
