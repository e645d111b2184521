package io.pixport.core.usecase;

import io.pixport.core.model.ImageContent;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.Violation;
import io.pixport.core.port.StorageException;
import io.pixport.core.probe.ImageProbe;
import io.pixport.core.probe.ProbeResult;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes in bytes that somebody sends: in one pass they are spooled, digested and probed. It stops reading as soon as it is
 * clear that they are no image that can be taken.
 */
public final class ReceiveImage {
    private static final int BUFFER_SIZE = 64 * 1024;

    private final Spool spool;
    private final Limits limits;

    public ReceiveImage(Spool spool, Limits limits) {
        this.spool = spool;
        this.limits = limits;
    }

    /**
     * @param in read to its end, or to where it is refused; not closed
     * @return the image, which the caller closes in every outcome, or {@link Outcome.Refused}, with nothing left behind
     * @throws IOException when the stream fails; nothing is left behind then
     * @throws StorageException of kind {@code FULL} when there is no room to spool; nothing is left behind then
     */
    public Outcome<ReceivedImage> receive(InputStream in) throws IOException {
        Examination examination = new Examination();
        Spool.Spooled bytes = spool.take(in, examination);
        Outcome<ReceivedImage> outcome = examination.verdict().map(content -> new ReceivedImage(bytes, content));
        if (!(outcome instanceof Outcome.Done)) {
            bytes.close();
        }
        return outcome;
    }

    /**
     * Looks at bytes in the same way, without keeping any.
     *
     * @param in read to its end, or to where it is refused; not closed
     * @return what the image is, or {@link Outcome.Refused}
     * @throws IOException when the stream fails
     */
    Outcome<ImageContent> examine(InputStream in) throws IOException {
        Examination examination = new Examination();
        byte[] buffer = new byte[BUFFER_SIZE];
        int length;
        do {
            length = in.readNBytes(buffer, 0, BUFFER_SIZE);
        } while (length > 0 && examination.observe(buffer, length));
        return examination.verdict();
    }

    /** Everything that is found out about the bytes of one image. */
    private final class Examination implements Spool.Observer {
        private final ImageProbe probe = new ImageProbe();
        private final MessageDigest digest = Sha256.newDigest();
        private long size;

        @Override
        public boolean observe(byte[] buffer, int length) {
            size += length;
            digest.update(buffer, 0, length);
            return probe.update(buffer, 0, length)
                    && limits.checkSize(size) == null
                    && headerViolations().isEmpty();
        }

        Outcome<ImageContent> verdict() {
            Violation tooLarge = limits.checkSize(size);
            if (tooLarge != null) {
                return new Outcome.Refused<>(List.of(tooLarge));
            }
            List<Violation> inHeader = headerViolations();
            if (!inHeader.isEmpty()) {
                return new Outcome.Refused<>(inHeader);
            }
            return switch (probe.finish()) {
                case ProbeResult.Whole whole -> judged(whole);
                case ProbeResult.Broken broken ->
                    new Outcome.Refused<>(List.of(limits.broken(broken.format(), broken.reason())));
                case ProbeResult.Unrecognized other -> new Outcome.Refused<>(List.of(unrecognized(other)));
            };
        }

        private Outcome<ImageContent> judged(ProbeResult.Whole whole) {
            List<Violation> found =
                    new ArrayList<>(limits.checkPicture(whole.format(), whole.stored(), whole.frames()));
            Violation tooSmall = limits.checkMinSize(size);
            if (tooSmall != null) {
                found.add(tooSmall);
            }
            return found.isEmpty()
                    ? new Outcome.Done<>(new ImageContent(
                            whole.format(), size, whole.displayed(), whole.frames(), Sha256.of(digest.digest())))
                    : new Outcome.Refused<>(found);
        }

        private Violation unrecognized(ProbeResult.Unrecognized other) {
            return size == 0 ? Violation.invalid("file", "the file is empty") : limits.unsupported(other.description());
        }

        private List<Violation> headerViolations() {
            return probe.header()
                    .map(header -> limits.checkPicture(header.format(), header.stored(), header.frames()))
                    .orElse(List.of());
        }
    }
}
