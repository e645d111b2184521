package io.pixport.core.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.pixport.core.model.ImageFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

class ImageProbePropertiesTest {
    private static final List<byte[]> WHOLE_FILES = Stream.concat(
                    ImageProbeTest.smallFiles(),
                    Stream.of("exif.jpg", "small.jpg", "palette_interlaced.png", "animated.gif", "animated.webp")
                            .map(SharedImages::good))
            .toList();

    private interface Place {
        int in(byte[] file);
    }

    private interface Mutation {
        byte[] apply(byte[] file);
    }

    @Property(tries = 2000)
    void theVerdictDoesNotDependOnHowTheFileIsCut(
            @ForAll("files") byte[] file, @ForAll @Size(min = 1, max = 20) List<Integer> randomLengths) {
        ImageProbe whole = new ImageProbe();
        boolean undecided = whole.update(file, 0, file.length);
        ImageProbe cut = new ImageProbe();
        boolean cutUndecided = true;
        int piece = 0;
        for (int offset = 0; offset < file.length; piece++) {
            int length = Math.floorMod(randomLengths.get(piece % randomLengths.size()), 700) + 1;
            length = Math.min(length, file.length - offset);
            cutUndecided = cut.update(file, offset, length);
            offset += length;
        }
        assertThat(cut.finish()).isEqualTo(whole.finish());
        assertThat(cut.header()).isEqualTo(whole.header());
        assertThat(file.length == 0 || cutUndecided == undecided).isTrue();
        collect(whole.finish());
    }

    @Property(tries = 1000)
    void theVerdictOnAnyBytesIsReachedAndConsistent(@ForAll("files") byte[] file) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertConsistent(file));
        collect(Probing.probe(file, 4096));
    }

    @Property(tries = 500)
    void arbitraryBytesAreNeverWhole(@ForAll byte[] file) {
        assertThat(Probing.probe(file)).isNotInstanceOf(ProbeResult.Whole.class);
    }

    @Property(tries = 500)
    void arbitraryBytesBehindASignatureNeverThrow(@ForAll("signatures") byte[] signature, @ForAll byte[] rest) {
        byte[] file = Bytes.join(signature, rest);
        assertConsistent(file);
        boolean cutOff = Probing.probe(file) instanceof ProbeResult.Broken broken
                && broken.reason().startsWith("cut off");
        Statistics.label("cut off").collect(cutOff);
        Statistics.label("cut off").coverage(coverage -> {
            coverage.check(true).percentage(percent -> percent > 5);
            coverage.check(false).percentage(percent -> percent > 20);
        });
    }

    @Property(tries = 1000)
    void bytesBehindTheEndAreRefusedExceptBehindAJpeg(
            @ForAll("wholeFiles") byte[] file, @ForAll @NotEmpty byte[] appended) {
        ProbeResult.Whole before = (ProbeResult.Whole) Probing.probe(file, 4096);
        ProbeResult after = Probing.probe(Bytes.join(file, appended), 4096);
        if (before.format() == ImageFormat.JPEG) {
            assertThat(after).isEqualTo(before);
        } else {
            assertThat(after).isInstanceOfSatisfying(ProbeResult.Broken.class, broken -> {
                assertThat(broken.format()).isEqualTo(before.format());
                assertThat(broken.reason()).startsWith("bytes follow");
            });
        }
        Statistics.label("format").collect(before.format());
        Statistics.label("format").coverage(coverage -> {
            for (ImageFormat format : ImageFormat.values()) {
                coverage.check(format).percentage(percent -> percent > 5);
            }
        });
    }

    private static void assertConsistent(byte[] file) {
        ImageProbe probe = new ImageProbe();
        boolean undecided = true;
        int frames = 1;
        for (int offset = 0; offset < file.length; offset += 97) {
            boolean more = probe.update(file, offset, Math.min(97, file.length - offset));
            assertThat(more && !undecided).as("true after false").isFalse();
            undecided = more;
            int counted = probe.header().map(ImageHeader::frames).orElse(frames);
            assertThat(counted).isGreaterThanOrEqualTo(frames);
            frames = counted;
        }
        if (probe.finish() instanceof ProbeResult.Whole whole) {
            assertThat(undecided).isTrue();
            assertThat(probe.header()).contains(new ImageHeader(whole.format(), whole.stored(), whole.frames()));
            assertThat(whole.displayed()).isIn(whole.stored(), whole.stored().transposed());
        }
    }

    private static void collect(ProbeResult verdict) {
        String kind = verdict.getClass().getSimpleName();
        Statistics.label("verdict").collect(kind);
        Statistics.label("verdict").coverage(coverage -> {
            coverage.check("Whole").percentage(percent -> percent > 15);
            coverage.check("Broken").percentage(percent -> percent > 25);
        });
    }

    @Provide
    Arbitrary<byte[]> wholeFiles() {
        return Arbitraries.of(WHOLE_FILES);
    }

    @Provide
    Arbitrary<byte[]> signatures() {
        return Arbitraries.of(
                Bytes.hex("FF D8 FF"),
                Png.SIGNATURE,
                Bytes.join(Png.SIGNATURE, Png.header(16, 8)),
                Bytes.ascii("GIF89a"),
                Gif.screen(16, 8),
                Bytes.join(Bytes.ascii("RIFF"), Bytes.le32(1000), Bytes.ascii("WEBP")),
                Bytes.join(Jpeg.SOI, Jpeg.frame(16, 8), Jpeg.scan("00")));
    }

    /** Whole files and what becomes of them by up to three mutations. */
    @Provide
    Arbitrary<byte[]> files() {
        return Combinators.combine(wholeFiles(), mutations().list().ofMaxSize(3))
                .as((file, mutations) -> {
                    byte[] mutated = file;
                    for (Mutation mutation : mutations) {
                        mutated = mutation.apply(mutated);
                    }
                    return mutated;
                });
    }

    /** Half of them anywhere, half of them among the headers at the beginning. */
    private static Arbitrary<Place> places() {
        return Arbitraries.oneOf(indices(Integer.MAX_VALUE), indices(1000));
    }

    private static Arbitrary<Place> indices(int bound) {
        return Arbitraries.integers()
                .between(0, bound - 1)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .map(index -> file -> index % (file.length + 1));
    }

    private Arbitrary<Mutation> mutations() {
        Arbitrary<Place> places = places();
        Arbitrary<byte[]> lengthFields = Arbitraries.of(
                        "00000000", "00000001", "7FFFFFFF", "80000000", "FFFFFFFF", "FEFFFFFF", "0000")
                .map(Bytes::hex);
        return Arbitraries.oneOf(
                Combinators.combine(places, Arbitraries.bytes())
                        .as((place, value) -> overwrite(place, new byte[] {value})),
                Combinators.combine(places, lengthFields).as(ImageProbePropertiesTest::overwrite),
                Combinators.combine(places, wholeFiles(), places).as(ImageProbePropertiesTest::splice),
                Combinators.combine(places, places).as(ImageProbePropertiesTest::repeat),
                places.map(place -> file -> Arrays.copyOf(file, place.in(file))));
    }

    private static Mutation overwrite(Place place, byte[] value) {
        return file -> {
            byte[] changed = file.clone();
            int start = place.in(file);
            System.arraycopy(value, 0, changed, start, Math.min(value.length, file.length - start));
            return changed;
        };
    }

    /** The beginning of the file and the end of another one. */
    private static Mutation splice(Place place, byte[] other, Place otherPlace) {
        return file -> Bytes.join(
                Arrays.copyOf(file, place.in(file)), Arrays.copyOfRange(other, otherPlace.in(other), other.length));
    }

    /** The file with a part of it left out or doubled. */
    private static Mutation repeat(Place place, Place againFrom) {
        return file -> Bytes.join(
                Arrays.copyOf(file, place.in(file)), Arrays.copyOfRange(file, againFrom.in(file), file.length));
    }
}
