package io.pixport.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service has before it is measured: 300 images of five users with two tags each, and of these a small one and a photo.
 *
 * @param small path of the record of small.jpg
 * @param photo path of the record of photo.jpg
 */
record Library(String small, String photo) {
    static final String USER = "user1";
    static final String TAG = "tag1";

    private static final int IMAGES = 300;
    private static final int USERS = 5;
    private static final int TAGS = 3;
    private static final Pattern IMAGE_ID = Pattern.compile("\"image_id\":\"([^\"]+)\"");
    /** Whose images the measured uploads are. */
    private static final String UPLOADS = "/users/bench/images";

    /** Uploads it. */
    static Library fill(ServerProcess server, Images images) throws IOException {
        try (Connection connection = server.connect()) {
            String small = "";
            for (int i = 0; i < IMAGES; i++) {
                small = upload(connection, i, images.small());
            }
            return new Library(small, upload(connection, 1, images.photo()));
        }
    }

    private static String upload(Connection connection, int number, byte[] image) throws IOException {
        byte[] json = """
                {"user_id":"user%d","title":"Beautiful Sunset","tags":["tag%d","nature"],"image":"%s"}""".formatted(
                        number % USERS, number % TAGS, Base64.getEncoder().encodeToString(image))
                .getBytes(StandardCharsets.US_ASCII);
        connection.post("/images", "application/json", json.length).write(json);
        Matcher id = IMAGE_ID.matcher(new String(connection.receive(201), StandardCharsets.UTF_8));
        if (!id.find()) {
            throw new IOException("the answer to an upload has no image_id");
        }
        return "/images/" + id.group(1);
    }

    /** Makes room for more uploads; where none are kept, nothing says that there are more. */
    static void eraseUploads(ServerProcess server) throws IOException {
        try (Connection connection = server.connect()) {
            while (new String(connection.delete(UPLOADS), StandardCharsets.UTF_8).contains("\"done\":false")) {}
        }
    }

    /** The entity tag of what is at a path. */
    static String entityTag(ServerProcess server, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow(() -> new IOException(path + " has no ETag"));
        }
    }
}
