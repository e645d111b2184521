package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.Multipart;
import io.pixport.core.model.UserId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write comes through as it is, whichever way it is sent, also what URLs and JSON have a use of their own for. */
public interface TextHttpContract extends HttpFixture {
    /** No slash or backslash, which a file name ends the folder with. */
    String TEXT = "100% + \"a\" 'b' & c=d; e#f?g %41 %zz \uD83D\uDE00 M\u00E4rchen,\u6D77.jpg";

    @Test
    default void aTextIsKeptAsItIs(Api api) {
        String user = Fresh.user().value();
        String quoted = TEXT.replace("\"", "\\\"");
        Multipart form = new Multipart()
                .file("file", "a.jpg", Api.SMALL)
                .field("user_id", user)
                .field("filename", TEXT)
                .field("title", TEXT);
        String json = "{\"user_id\": \"%s\", \"image\": \"%s\", \"filename\": \"%s\", \"title\": \"%s\"}"
                .formatted(user, Uploads.base64(Api.SMALL), quoted, quoted);
        List<Call> calls = List.of(
                Api.uploading(new UserId(user), "filename", TEXT, "title", TEXT),
                Call.post("/images").multipart(form),
                Call.post("/images").json(json));

        assertThat(calls).allSatisfy(call -> {
            String id = Api.idOf(api.send(call));
            assertThat(api.get("/images/" + id))
                    .has("/metadata/file_name", TEXT)
                    .has("/metadata/title", TEXT);
        });
    }

    @Test
    default void anImageIsSavedUnderItsWholeName(Api api) {
        String id = api.uploaded(Fresh.user(), "filename", TEXT);

        String disposition =
                api.get("/images/" + id + "/content?disposition=attachment").header("Content-Disposition");

        String name = disposition.substring(disposition.indexOf("filename*=UTF-8''") + "filename*=UTF-8''".length());
        assertThat(URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new york", "m\u00FCller", "\u6D77\u306E_\u5915\u65E5-1"})
    default void aTagFindsItsImages(String tag, ApiBuilder builder) {
        Api api = builder.aloneInTime().start();
        UserId user = Fresh.user();
        String id = api.uploaded(user, "tags", tag);
        api.uploaded(user, "tags", "other");
        String encoded = Call.encode(tag);

        assertThat(api.ids("/users/" + user + "/images?tag=" + encoded)).containsExactly(id);
        assertThat(api.ids("/images?user_id=" + user + "&tags=" + encoded)).containsExactly(id);
        assertThat(api.ids("/tags/" + encoded + "/images?user_id=" + user)).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rock+roll", "100%", "%41", "\"a\"", "a&b=c", "\uD83D\uDE00"})
    default void aTagThatCannotBeIsRefusedAsItWasSent(String tag, Api api) {
        String encoded = Call.encode(tag);

        for (Answer refused : List.of(
                api.sendInVain(Api.uploading(Fresh.user(), "tags", tag)),
                api.get("/images?tag=" + encoded),
                api.get("/tags/" + encoded + "/images"))) {
            assertThat(refused).isProblem(400).saying(tag);
        }
    }
}
