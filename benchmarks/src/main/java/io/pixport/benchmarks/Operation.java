package io.pixport.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is measured of a service of images.
 *
 * @param bytes of the image that goes over the wire with each request, as it is stored; 0 where none does
 */
record Operation(String name, Kind kind, int bytes, Asks asks) {
    /** What kinds of answers there are; not every peer has all. */
    enum Kind {
        RAW_UPLOAD,
        UPLOAD,
        METADATA,
        PAGE,
        CONTENT,
        PART_OF_CONTENT,
        MIX
    }

    /** The requests, which a server gets in turn. */
    interface Asks {
        List<Ask> of(ServerProcess server, Library library) throws IOException, InterruptedException;
    }

    boolean uploads() {
        return kind == Kind.RAW_UPLOAD || kind == Kind.UPLOAD || kind == Kind.MIX;
    }

    static List<Operation> all(Images images) {
        List<Operation> all = new ArrayList<>();
        for (UploadForm form : UploadForm.values()) {
            all.add(upload("21 KB", form, images.small()));
            all.add(upload("812 KB", form, images.photo()));
            all.add(upload("10 MB", form, images.large()));
        }
        all.add(read("metadata", Kind.METADATA, 0, library -> Ask.get(library.photo())));
        all.add(page("user", "user_id=" + Library.USER));
        all.add(page("tag", "tag=" + Library.TAG));
        all.add(page("user and tag", "user_id=" + Library.USER + "&tag=" + Library.TAG));
        all.add(read("content of 812 KB", Kind.CONTENT, images.photo().length, library -> Ask.get(content(library))));
        all.add(read(
                "range of 64 KB",
                Kind.PART_OF_CONTENT,
                1 << 16,
                library -> Ask.get(content(library), 206, "Range", "bytes=131072-196607")));
        all.add(new Operation(
                "content not modified",
                Kind.PART_OF_CONTENT,
                0,
                (server, library) -> List.of(
                        Ask.get(content(library), 304, "If-None-Match", Library.entityTag(server, content(library))))));
        all.add(new Operation("mix of 90% reads", Kind.MIX, 0, (server, library) -> mix(library, images)));
        return all;
    }

    private static Operation upload(String size, UploadForm form, byte[] image) {
        String name = "upload of " + size + ", " + form.name().toLowerCase(Locale.ROOT);
        Kind kind = form == UploadForm.RAW ? Kind.RAW_UPLOAD : Kind.UPLOAD;
        Ask ask = form.ask(image);
        return new Operation(name, kind, image.length, (server, library) -> List.of(ask));
    }

    private static Operation page(String filter, String query) {
        return read("page of 20 by " + filter, Kind.PAGE, 0, library -> Ask.get("/images?limit=20&" + query));
    }

    private interface Read {
        Ask of(Library library);
    }

    private static Operation read(String name, Kind kind, int bytes, Read read) {
        return new Operation(name, kind, bytes, (server, library) -> List.of(read.of(library)));
    }

    private static String content(Library library) {
        return library.photo() + "/content";
    }

    /** All of small.jpg, since its bytes would be all that counts otherwise. */
    private static List<Ask> mix(Library library, Images images) {
        return List.of(
                Ask.get(library.small()).weighted(4),
                Ask.get("/images?limit=20&user_id=" + Library.USER).weighted(2),
                Ask.get(library.small() + "/content").weighted(3),
                UploadForm.MULTIPART.ask(images.small()).weighted(1));
    }
}
