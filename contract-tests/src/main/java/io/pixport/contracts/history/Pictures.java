package io.pixport.contracts.history;

import io.pixport.contracts.Digests;
import io.pixport.contracts.ImageMaker;
import io.pixport.core.model.Parts;
import io.pixport.core.model.Sha256;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The few pictures that everybody has, by number. One is only the beginning of one, and one is so large that it has two parts. */
final class Pictures {
    static final int NUMBER = 4;
    private static final int BAD = NUMBER - 1;
    /** Takes so long that it is seldom sent, and not among the others for that. */
    static final int LARGE = NUMBER;

    private static final int SIZE = 3000;
    private static final int PART_SIZE = Math.toIntExact(Parts.MIN_SIZE);

    private static final List<byte[]> BYTES = make();
    private static final List<Sha256> DIGESTS =
            BYTES.stream().map(Digests::sha256).toList();

    private Pictures() {}

    private static List<byte[]> make() {
        List<byte[]> good =
                Stream.generate(() -> ImageMaker.jpegOfSize(SIZE)).limit(BAD).toList();
        byte[] bad = Arrays.copyOf(ImageMaker.jpeg(50, 50), SIZE / 2);
        return Stream.concat(good.stream(), Stream.of(bad, ImageMaker.jpegOfSize(PART_SIZE + SIZE)))
                .toList();
    }

    static boolean isGood(int picture) {
        return picture != BAD;
    }

    static byte[] bytes(int picture) {
        return BYTES.get(picture);
    }

    /** In how many parts it is sent. */
    static int parts(int picture) {
        return Math.ceilDiv(bytes(picture).length, PART_SIZE);
    }

    /** What is sent of it as this part; all of it, where it has no such part. */
    static byte[] part(int picture, int number) {
        byte[] bytes = bytes(picture);
        return number > parts(picture)
                ? bytes
                : Arrays.copyOfRange(bytes, (number - 1) * PART_SIZE, Math.min(number * PART_SIZE, bytes.length));
    }

    static Sha256 digest(int picture) {
        return DIGESTS.get(picture);
    }

    /** @return {@link State#NO_PICTURE} when it is none of them */
    static int of(Sha256 digest) {
        return DIGESTS.indexOf(digest);
    }
}
