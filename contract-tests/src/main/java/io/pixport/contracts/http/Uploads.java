package io.pixport.contracts.http;

import io.pixport.contracts.Multipart;
import io.pixport.core.model.UserId;
import java.util.Base64;

/** Uploads in the bodies that they may have. */
final class Uploads {
    private Uploads() {}

    /** Without a body. */
    static Call to(UserId user) {
        return Call.post("/images").query("user_id", user.value());
    }

    /** The bytes as the body. */
    static Call raw(UserId user, byte[] bytes) {
        return to(user).body("image/jpeg", bytes);
    }

    /** A form without a file. */
    static Call form(UserId user) {
        return Call.post("/images")
                .multipart(new Multipart().field("user_id", user.value()).field("title", "T"));
    }

    /** A form with a file in the part of this name. */
    static Call form(UserId user, String part, byte[] bytes) {
        return Call.post("/images")
                .multipart(new Multipart().field("user_id", user.value()).file(part, "a.jpg", "image/jpeg", bytes));
    }

    /** JSON with this text in {@code image}. */
    static Call image(UserId user, String base64) {
        return json("\"user_id\": \"%s\", \"image\": \"%s\"".formatted(user, base64));
    }

    /** JSON with these members. */
    static Call json(String members) {
        return Call.post("/images").json("{" + members + "}");
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
