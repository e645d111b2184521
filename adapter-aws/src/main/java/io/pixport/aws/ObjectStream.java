package io.pixport.aws;

import io.pixport.core.port.ByteRange;
import io.pixport.core.port.ObjectContent;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The bytes of an object while S3 sends them: all that were promised, or a failure. */
final class ObjectStream extends InputStream {
    private final ResponseInputStream<GetObjectResponse> response;
    private long left;

    private ObjectStream(ResponseInputStream<GetObjectResponse> response, long length) {
        this.response = response;
        this.left = length;
    }

    static ObjectContent content(ResponseInputStream<GetObjectResponse> response) {
        long length = response.response().contentLength();
        String contentRange = response.response().contentRange();
        long first = contentRange == null ? 0 : numberBetween(contentRange, ' ', '-');
        long total =
                contentRange == null ? length : Long.parseLong(contentRange.substring(contentRange.indexOf('/') + 1));
        return new ObjectContent(new ByteRange(first, first + length - 1), total, new ObjectStream(response, length));
    }

    /** @param contentRange such as {@code bytes 10-19/100} (RFC 9110, section 14.4) */
    private static long numberBetween(String contentRange, char before, char behind) {
        return Long.parseLong(contentRange.substring(contentRange.indexOf(before) + 1, contentRange.indexOf(behind)));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = response.read(buffer, offset, length);
        } catch (SdkException e) {
            throw new IOException("S3 broke off", e);
        }
        if (read < 0 && left > 0) {
            throw new EOFException("S3 ended " + left + " bytes too early");
        }
        left -= Math.max(read, 0);
        return read;
    }

    /** Gives the connection back when it has nothing more to say, and cuts it otherwise, instead of reading what nobody wants. */
    @Override
    public void close() throws IOException {
        if (left > 0) {
            response.abort();
        } else {
            response.close();
        }
    }
}
