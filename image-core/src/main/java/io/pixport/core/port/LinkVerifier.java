package io.pixport.core.port;

import java.net.URI;

/**
 * Judges links that a store has signed and cannot serve by itself, so that the process it lives in can, and takes what no
 * method of {@link ImageStore} does. S3 serves its own links and has no need of it.
 */
public interface LinkVerifier {
    /**
     * What the link, or the URL of the form, admits now. Never throws for what somebody may have made up: that is denied.
     *
     * @param method the HTTP method of the request, in upper case
     * @param link the request's path and raw query; scheme, host and what stands before the signed path do not count
     */
    LinkGrant verify(String method, URI link);

    /**
     * Takes a part in, in the place of what it has.
     *
     * @param payload of the size that is admitted; read and closed, and not kept
     * @return false when the upload has ended; nothing is stored then
     * @throws StorageException of kind {@code FULL} when there is no room; what the part has stays then
     */
    boolean putPart(LinkGrant.Part part, Payload payload);
}
