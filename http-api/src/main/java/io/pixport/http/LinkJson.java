package io.pixport.http;

import io.pixport.core.usecase.GetDownloadLink.DownloadLink;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/** An image with a link to its bytes. */
final class LinkJson {
    private LinkJson() {}

    static void members(JsonGenerator json, DownloadLink link, Instant now) {
        json.writeStringProperty("image_id", link.image().id().toString());
        json.writeName("metadata");
        ImageJson.write(json, link.image());
        json.writeStringProperty("url", link.url().url().toString());
        json.writeNumberProperty(
                "expires_in", LinkLife.secondsLeft(now, link.life(), link.url().expiresAt()));
    }
}
