package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.LinkGrant;
import io.pixport.core.usecase.Spool;
import java.io.IOException;
import java.io.InputStream;

/**
 * The form of a presigned post. As on S3, its fields are exactly those of the link, they come before the file, and what
 * comes after the file is not read.
 */
final class PostedForm {
    /** What a form may hold beside its file, in bytes. */
    static final int REST_SIZE = 20 * 1024;

    private final LinkGrant.Post grant;
    private final ImageStore store;
    private final Spool spool;
    private boolean typed;
    private boolean stored;

    PostedForm(LinkGrant.Post grant, ImageStore store, Spool spool) {
        this.grant = grant;
        this.store = store;
        this.spool = spool;
    }

    boolean readPart(String name, HeaderValue disposition, InputStream content) throws IOException {
        switch (name) {
            case StoreEndpoint.CONTENT_TYPE -> {
                StoreEndpoint.requireType(grant.format(), Utf8.decode(content.readNBytes(REST_SIZE)));
                typed = true;
            }
            case "file" -> readFile(content);
            default ->
                throw StoreEndpoint.denied("the link was made for a form without " + InvalidValueException.shown(name));
        }
        return !stored;
    }

    private void readFile(InputStream content) throws IOException {
        if (!typed) {
            throw StoreEndpoint.denied("the link was made for a form that has its Content-Type before its file");
        }
        try (ReceivedBytes file = ReceivedBytes.take(content, grant.maxSize(), spool)) {
            if (file.size() < 1 || file.size() > grant.maxSize()) {
                throw Problem.invalid("file", "the link admits 1 to " + grant.maxSize() + " bytes");
            }
            replace(file);
        }
        stored = true;
    }

    /** As S3 does: who posts last wins. */
    private void replace(ReceivedBytes file) {
        while (!store.put(grant.key(), file, grant.format())) {
            store.delete(grant.key());
        }
    }

    void requireStored() {
        if (!stored) {
            throw Problem.invalid("file", "the form has no file");
        }
    }
}
