package io.pixport.contracts.http;

import static io.pixport.contracts.http.SeedRequest.request;
import static io.pixport.contracts.http.SeedRequest.upload;

import io.pixport.contracts.Multipart;
import io.pixport.contracts.http.SeedRequest.Known;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every request to the service that is printed in the five seed documents, with nothing changed but the host. (What they
 * print besides is for LocalStack itself, the health of which is asked for in 000:649, 003:145 and 003:415.)
 */
final class SeedRequests {
    private static final String UPLOADED = "/message=Image uploaded successfully";
    private static final String DELETED = "/message=Image deleted successfully";
    private static final String NOT_FOUND = "/error=Image not found";

    /** The id that document 000 prints, which no image has. */
    private static final String PRINTED_ID = "a1b2c3d4-e5f6-7890-abcd-ef1234567890";

    private SeedRequests() {}

    static Stream<SeedRequest> all() {
        return Stream.of(uploadsOf000(), readsOf000(), of001(), of002(), of003(), of004())
                .flatMap(List::stream);
    }

    private static List<SeedRequest> uploadsOf000() {
        return List.of(
                upload(
                        "000",
                        157,
                        "POST /images {image, user_id, title, description, tags, content_type}",
                        known -> Call.post("/images").json("""
                                {
                                  "image": "%s",
                                  "user_id": "user123",
                                  "title": "Beautiful Sunset",
                                  "description": "A stunning sunset at the beach",
                                  "tags": ["sunset", "nature", "beach"],
                                  "content_type": "image/jpeg"
                                }""".formatted(known.base64())),
                        UPLOADED,
                        "/image_id",
                        "/metadata/image_id",
                        "/metadata/user_id=user123",
                        "/metadata/title=Beautiful Sunset",
                        "/metadata/description=A stunning sunset at the beach",
                        "/metadata/tags=[sunset, nature, beach]",
                        "/metadata/upload_date",
                        "/metadata/content_type=image/jpeg",
                        "/metadata/size=7958"),
                upload(
                        "000",
                        202,
                        "curl -X POST /images -H 'Content-Type: application/json' -d '{image, user_id, title, tags}'",
                        known -> Call.post("/images").json(curlOf000(known.base64())),
                        UPLOADED,
                        "/image_id",
                        "/metadata/title=Test Image",
                        "/metadata/tags=[test]"),
                upload(
                        "000",
                        202,
                        "the same where base64 prints lines",
                        known -> Call.post("/images").json(curlOf000(known.base64InLines())),
                        UPLOADED,
                        "/metadata/size=7958"),
                upload(
                        "000",
                        223,
                        "requests.post(/images, json={image, user_id, title, tags})",
                        known -> Call.post("/images")
                                .json(
                                        "{\"image\": \"%s\", \"user_id\": \"user123\", \"title\": \"Test Image\", \"tags\": [\"test\"]}"
                                                .formatted(known.base64())),
                        UPLOADED,
                        "/image_id",
                        "/metadata/title=Test Image"));
    }

    private static String curlOf000(String base64) {
        return """
                {
                    "image": "%s",
                    "user_id": "user123",
                    "title": "Test Image",
                    "tags": ["test"]
                  }""".formatted(base64);
    }

    private static List<SeedRequest> readsOf000() {
        return List.of(
                request("000", 281, "GET", "/images", 200, "/count", "/images/0/image_id", "/images/0/user_id"),
                request("000", 284, "GET", "/images?user_id=user123", 200, "/count", "/images/0/user_id=user123"),
                request("000", 287, "GET", "/images?tag=sunset", 200, "/count", "/images/0/title", "/images/0/size"),
                request("000", 294, "GET", "/images/{image_id}", 200, "/image_id", "/metadata/title", "/metadata/tags"),
                request(
                        "000",
                        300,
                        "GET",
                        "/images/{image_id}?download=true",
                        200,
                        "/image_data",
                        "/content_type=image/jpeg"),
                request(
                        "000",
                        301,
                        "GET",
                        "/images/{image_id}?url=true",
                        200,
                        "/image_id",
                        "/url",
                        "/metadata/upload_date"),
                request("000", 340, "GET", "/images/" + PRINTED_ID, 404, NOT_FOUND),
                request("000", 343, "GET", "/images/" + PRINTED_ID + "?download=true", 404, NOT_FOUND),
                request("000", 346, "GET", "/images/" + PRINTED_ID + "?url=true", 404, NOT_FOUND),
                request(
                        "000",
                        355,
                        "GET",
                        "/images/{image_id}?download=true",
                        200,
                        "/image_data",
                        "/metadata/image_id"),
                request("000", 370, "DELETE", "/images/{image_id}", 200, DELETED, "/image_id"),
                request("000", 392, "DELETE", "/images/" + PRINTED_ID, 404, NOT_FOUND));
    }

    private static List<SeedRequest> of001() {
        return List.of(
                request("001", 87, "GET", "/docs", 200, "text/html"),
                request("001", 88, "GET", "/redoc", 200, "text/html"),
                request("001", 89, "GET", "/health", 200, "application/json"),
                upload(
                        "001",
                        96,
                        "curl -X POST /images -H 'Content-Type: multipart/form-data' -F file=@image.jpg -F user_id -F title -F description -F tags",
                        SeedRequests::uploadOf001,
                        UPLOADED,
                        "/image_id",
                        "/metadata/title=Beautiful Sunset",
                        "/metadata/description=A stunning sunset over the mountains",
                        "/metadata/tags=[nature, sunset, mountains]",
                        "/metadata/file_name=image.jpg"),
                request("001", 109, "GET", "/images", 200, "/count", "/images/0/image_id"),
                request(
                        "001",
                        112,
                        "GET",
                        "/images?user_id=user123&tags=nature&limit=10",
                        200,
                        "/images/0/user_id=user123"),
                request("001", 115, "GET", "/users/user123/images", 200, "/images/0/user_id=user123"),
                request("001", 118, "GET", "/tags/nature/images", 200, "/count", "/images/0/tags"),
                request("001", 124, "GET", "/images/{image_id}", 200, "/image_id", "/metadata/width", "/url"),
                request("001", 130, "GET", "/images/{image_id}/download", 200, "/download_url", "/expires_in"),
                new SeedRequest(
                        "001",
                        136,
                        "curl -X DELETE /images/{image_id} -H 'X-User-Id: user123'",
                        known -> Call.delete(known.path("/images/{image_id}")).header("X-User-Id", "user123"),
                        200,
                        List.of(DELETED, "/image_id")));
    }

    /** To a Content-Type that is given, curl adds its boundary. */
    private static Call uploadOf001(Known known) {
        return Call.post("/images")
                .multipart(new Multipart()
                        .file("file", "image.jpg", "image/jpeg", known.file())
                        .field("user_id", "user123")
                        .field("title", "Beautiful Sunset")
                        .field("description", "A stunning sunset over the mountains")
                        .field("tags", "nature,sunset,mountains"));
    }

    private static List<SeedRequest> of002() {
        return List.of(
                upload(
                        "002",
                        66,
                        "POST /images {user_id, filename, image_data, tags, description}",
                        known -> Call.post("/images").json("""
                                {
                                  "user_id": "user123",
                                  "filename": "photo.jpg",
                                  "image_data": "%s",
                                  "tags": "vacation,beach",
                                  "description": "Summer photo"
                                }""".formatted(known.base64())),
                        UPLOADED,
                        "/metadata/file_name=photo.jpg",
                        "/metadata/tags=[vacation, beach]",
                        "/metadata/description=Summer photo"),
                request(
                        "002",
                        78,
                        "GET",
                        "/images?user_id=user123&tags=vacation&limit=20",
                        200,
                        "/images/0/user_id=user123"),
                request(
                        "002",
                        83,
                        "GET",
                        "/images/{image_id}?download=true&expires_in=3600",
                        200,
                        "/url",
                        "/expires_in=3600"),
                request("002", 88, "DELETE", "/images/{image_id}", 200, DELETED),
                upload(
                        "002",
                        191,
                        "curl -X POST /images -F user_id -F filename -F image_data=@photo.jpg -F tags -F description",
                        known -> Call.post("/images")
                                .multipart(new Multipart()
                                        .field("user_id", "user123")
                                        .field("filename", "photo.jpg")
                                        .file("image_data", "photo.jpg", "image/jpeg", known.file())
                                        .field("tags", "vacation,beach")
                                        .field("description", "Summer photo")),
                        UPLOADED,
                        "/metadata/file_name=photo.jpg",
                        "/metadata/tags=[vacation, beach]"),
                request("002", 192, "GET", "/images?user_id=user123", 200, "/count", "/images/0/user_id=user123"));
    }

    private static List<SeedRequest> of003() {
        return List.of(
                upload(
                        "003",
                        275,
                        "curl -X POST /dev/images -F image=@photo.jpg -F user_id -F description -F 'tags=[\"nature\", \"sunset\"]'",
                        SeedRequests::uploadOf003,
                        UPLOADED,
                        "/metadata/description=My photo",
                        "/metadata/tags=[nature, sunset]"),
                request("003", 284, "GET", "/dev/images?user_id=user123&tags=nature", 200, "/images/0/user_id=user123"),
                request("003", 289, "GET", "/dev/images/{image_id}", 200, "/image_id", "/metadata/content_type"),
                request("003", 294, "GET", "/dev/images/{image_id}/download", 200, "/download_url"),
                request("003", 299, "DELETE", "/dev/images/{image_id}", 200, DELETED),
                upload(
                        "003",
                        319,
                        "requests.post(/dev/images, files={image}, data={user_id, description, tags})",
                        SeedRequests::uploadOf003,
                        UPLOADED,
                        "/image_id"),
                request("003", 324, "GET", "/dev/images?user_id=user123", 200, "/count", "/images/0/image_id"),
                request("003", 328, "GET", "/dev/images/{image_id}", 200, "/image_id"),
                request("003", 332, "GET", "/dev/images/{image_id}/download", 200, "/download_url"),
                request("003", 337, "DELETE", "/dev/images/{image_id}", 200, DELETED));
    }

    private static Call uploadOf003(Known known) {
        return Call.post("/dev/images")
                .multipart(new Multipart()
                        .field("user_id", "user123")
                        .field("description", "My photo")
                        .field("tags", "[\"nature\", \"sunset\"]")
                        .file("image", "photo.jpg", known.file()));
    }

    private static List<SeedRequest> of004() {
        return List.of(
                upload(
                        "004",
                        118,
                        "POST /upload",
                        known -> Call.post("/upload")
                                .multipart(new Multipart()
                                        .file("file", "photo.jpg", "image/jpeg", known.file())
                                        .field("user_id", "user123")),
                        UPLOADED,
                        "/image_id"),
                request("004", 126, "GET", "/images", 200, "/images/0/image_id"),
                request(
                        "004",
                        129,
                        "GET",
                        "/images?user_id=user123&start_date=2001-01-01",
                        200,
                        "/images/0/upload_date"),
                request("004", 134, "GET", "/images/{image_id}", 200, "/url"),
                request("004", 142, "DELETE", "/images/{image_id}", 200, DELETED));
    }
}
