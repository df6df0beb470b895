package me.digi.client.internal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static me.digi.client.read.ReadSamples.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import me.digi.client.internal.crypto.DamagedFileException;
import me.digi.client.read.BrotliSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecompressionTest {
    private static final byte[] TEXT = BrotliSamples.TEXT.getBytes(UTF_8);

    @Test
    void gzipMayHaveSeveralMembers() throws IOException {
        byte[] members = concat(gzip(TEXT), gzip(new byte[0]), gzip("more".getBytes(UTF_8)));

        assertThat(gunzip(members)).isEqualTo(concat(TEXT, "more".getBytes(UTF_8)));
    }

    @Test
    void gzipMayComeByteByByte() throws IOException {
        InputStream dripping = new ByteArrayInputStream(concat(gzip(TEXT), gzip(TEXT))) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 1));
            }
        };

        assertThat(Compression.GZIP.decompress(dripping).readAllBytes()).isEqualTo(concat(TEXT, TEXT));
    }

    @Test
    void gzipMayHaveEveryOptionalFieldInItsHeader() throws IOException {
        assertThat(gunzip(withHeader(TEXT, 0))).isEqualTo(TEXT);
        assertThatThrownBy(() -> gunzip(withHeader(TEXT, 1)))
                .isInstanceOf(DamagedFileException.class)
                .hasMessage("wrong checksum of the gzip header");
    }

    @Test
    void gzipWithSomethingAfterItsEndIsRejected() {
        for (byte[] garbage :
                new byte[][] {{0}, {0, 0, 0, 0}, "garbage".getBytes(UTF_8), {0x1F}, {0x1F, (byte) 0x8B}}) {
            assertDamaged(Compression.GZIP, concat(gzip(TEXT), garbage));
        }
    }

    @Test
    void gzipThatIsCutAnywhereIsRejected() {
        byte[] whole = gzip(TEXT);
        for (int length = 0; length < whole.length; length++) {
            assertDamaged(Compression.GZIP, Arrays.copyOf(whole, length));
        }
    }

    @Test
    void gzipWithAnotherChecksumOrLengthIsRejected() {
        byte[] whole = gzip(TEXT);
        for (int fromEnd = 1; fromEnd <= 8; fromEnd++) {
            byte[] damaged = whole.clone();
            damaged[damaged.length - fromEnd] ^= 1;
            assertDamaged(Compression.GZIP, damaged);
        }
    }

    /** The one in Java, and the native one where it runs. */
    private static Stream<UnaryOperator<InputStream>> brotliDecoders() {
        UnaryOperator<InputStream> java = compressed -> new BrotliStream(compressed);
        UnaryOperator<InputStream> nativeOne = compressed -> new NativeBrotliStream(compressed);
        return NativeBrotliStream.isAvailable() ? Stream.of(java, nativeOne) : Stream.of(java);
    }

    @ParameterizedTest
    @MethodSource("brotliDecoders")
    void brotliIsDecompressed(UnaryOperator<InputStream> brotli) throws IOException {
        assertThat(brotli.apply(new ByteArrayInputStream(BrotliSamples.text())).readAllBytes())
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @MethodSource("brotliDecoders")
    void brotliThatIsCutAnywhereIsRejected(UnaryOperator<InputStream> brotli) {
        byte[] whole = BrotliSamples.text();
        for (int length = 0; length < whole.length; length++) {
            assertDamaged(brotli, Arrays.copyOf(whole, length));
        }
        byte[] stored = BrotliSamples.stored(new byte[70_000]);
        for (int length = 1; length < stored.length; length += 997) {
            assertDamaged(brotli, Arrays.copyOf(stored, length));
        }
    }

    @ParameterizedTest
    @MethodSource("brotliDecoders")
    void brotliWithSomethingAfterItsEndIsRejected(UnaryOperator<InputStream> brotli) {
        assertDamaged(brotli, concat(BrotliSamples.text(), new byte[1]));
        assertDamaged(brotli, concat(BrotliSamples.text(), new byte[3000]));
        assertDamaged(brotli, concat(BrotliSamples.text(), new byte[100_000]));
        assertDamaged(brotli, concat(BrotliSamples.stored(new byte[70_000]), new byte[1]));
    }

    @ParameterizedTest
    @MethodSource("brotliDecoders")
    void damagedBrotliIsRejectedOrReadAndNeverAnythingElse(UnaryOperator<InputStream> brotli) {
        Random random = new Random(42);
        byte[] whole = BrotliSamples.text();
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                readBounded(brotli.apply(new ByteArrayInputStream(damaged)));
            } catch (DamagedFileException refused) {
                assertThat(refused).hasMessageContaining("brotli");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void readBounded(InputStream stream) throws IOException {
        byte[] buffer = new byte[4096];
        for (int read = 0; read >= 0 && stream.read(buffer) >= 0; read++) {
            if (read > 10_000) {
                return;
            }
        }
    }

    private static void assertDamaged(Compression compression, byte[] compressed) {
        assertDamaged(stream -> compression.decompress(stream), compressed);
    }

    private static void assertDamaged(UnaryOperator<InputStream> decoder, byte[] compressed) {
        assertThatThrownBy(() ->
                        decoder.apply(new ByteArrayInputStream(compressed)).readAllBytes())
                .isInstanceOf(DamagedFileException.class);
    }

    private static byte[] gunzip(byte[] compressed) throws IOException {
        return Compression.GZIP.decompress(new ByteArrayInputStream(compressed)).readAllBytes();
    }

    /** With extra fields, a name, a comment and a checksum of it all, which is off by this. */
    private static byte[] withHeader(byte[] plain, int checksumError) {
        byte[] fields = concat(
                new byte[] {0x1F, (byte) 0x8B, 8, 2 | 4 | 8 | 16, 1, 2, 3, 4, 0, 3},
                new byte[] {3, 0, 'x', 'y', 'z'},
                "name\0comment\0".getBytes(UTF_8));
        CRC32 checksum = new CRC32();
        checksum.update(fields);
        int shortChecksum = (int) checksum.getValue() + checksumError;
        byte[] rest = gzip(plain);
        return concat(
                fields,
                new byte[] {(byte) shortChecksum, (byte) (shortChecksum >> 8)},
                Arrays.copyOfRange(rest, 10, rest.length));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void h4_aTextInAGzipHeaderHasAnEnd() throws IOException {
        byte[] before = {0x1F, (byte) 0x8B, 8, 8, 1, 2, 3, 4, 0, 3};
        byte[] rest = Arrays.copyOfRange(gzip(TEXT), 10, gzip(TEXT).length);
        byte[] longest = new byte[(64 << 10) + 1];
        Arrays.fill(longest, 0, longest.length - 1, (byte) 'x');

        assertThat(gunzip(concat(before, longest, rest))).isEqualTo(TEXT);
        assertThatThrownBy(() -> gunzip(concat(before, new byte[] {'x'}, longest, rest)))
                .isInstanceOf(DamagedFileException.class)
                .hasMessage("a name or comment in the gzip header is longer than 65536 bytes");
    }

    @Test
    void h5_aCompressionIsNamedOnlyIfItIsAName() {
        assertThatThrownBy(() -> Compression.of("zstd")).hasMessage("\"zstd\"");
        for (String name : new String[] {"", "a b", "a\nb", "x".repeat(21)}) {
            assertThatThrownBy(() -> Compression.of(name))
                    .isInstanceOf(DamagedFileException.class)
                    .hasMessage(null);
        }
    }
}
