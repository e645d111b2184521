package io.pixport.contracts.history;

import io.pixport.contracts.Digests;
import io.pixport.contracts.ImageMaker;
import io.pixport.core.model.Sha256;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The few pictures that everybody has, by number; the last is only the beginning of one. */
final class Pictures {
    static final int NUMBER = 4;
    private static final int BAD = NUMBER - 1;
    private static final int SIZE = 3000;

    private static final List<byte[]> BYTES = make();
    private static final List<Sha256> DIGESTS =
            BYTES.stream().map(Digests::sha256).toList();

    private Pictures() {}

    private static List<byte[]> make() {
        List<byte[]> good =
                Stream.generate(() -> ImageMaker.jpegOfSize(SIZE)).limit(BAD).toList();
        byte[] bad = Arrays.copyOf(ImageMaker.jpeg(50, 50), SIZE / 2);
        return Stream.concat(good.stream(), Stream.of(bad)).toList();
    }

    static boolean isGood(int picture) {
        return picture != BAD;
    }

    static byte[] bytes(int picture) {
        return BYTES.get(picture);
    }

    static Sha256 digest(int picture) {
        return DIGESTS.get(picture);
    }

    /** @return {@link State#NO_PICTURE} when it is none of them */
    static int of(Sha256 digest) {
        return DIGESTS.indexOf(digest);
    }
}
