package me.digi.client.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Random;
import me.digi.client.error.ContentException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.FileException;
import me.digi.client.error.FileException.Problem;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import okhttp3.mockwebserver.SocketPolicy;
import okio.Buffer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedFileTest {
    private static final PublicKey KEY = FileServer.KEY.getPublic();

    @AutoClose
    private final FileServer server = new FileServer();

    @Test
    void aFileForAnotherKeyIsRejectedWhenItIsOpened() {
        server.file("f", FileMaker.encrypt(FileMaker.newKey().getPublic(), new byte[100]), null);

        assertProblem(Problem.WRONG_KEY, () -> server.files().read("f"));
    }

    @Test
    void aDamagedContentKeyIsAWrongKey() {
        server.file("f", flipped(FileMaker.encrypt(KEY, new byte[100]), 17), null);

        assertProblem(Problem.WRONG_KEY, () -> server.files().read("f"));
    }

    @Test
    void aContentKeyOfAnotherLengthIsRejected() {
        server.file("f", FileMaker.encryptWithShortKey(KEY, new byte[100]), null);

        assertProblem(Problem.CONTENT_KEY, () -> server.files().read("f"))
                .hasMessage("cannot read the file f: its AES key does not have 32 bytes: it has 16");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 272, 287, 289, 303, 305})
    void anImpossibleLengthIsRejectedWhenTheFileIsOpened(int length) {
        byte[] encrypted = FileMaker.encrypt(KEY, new byte[100]);
        server.file("f", Arrays.copyOf(encrypted, length), null);

        assertProblem(Problem.LENGTH, () -> server.files().read("f"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 271, 272, 289, 303})
    void anImpossibleLengthShowsAtTheEndOfAResponseThatDoesNotSayItsLength(int length) {
        byte[] encrypted = FileMaker.encrypt(KEY, new byte[100]);
        server.file(
                "f",
                request -> FileServer.encrypted(new byte[0], null)
                        .setChunkedBody(new Buffer().write(encrypted, 0, length), 100));

        assertProblem(Problem.LENGTH, () -> server.files().read("f").readBytes());
    }

    @Test
    void invalidPaddingEndsTheStreamInAnError() {
        server.file("f", FileMaker.encryptUnpadded(KEY, new byte[1600]), null);

        assertProblem(Problem.PADDING, () -> server.files().read("f").readBytes());
    }

    @Test
    void theLastBlockIsHeldBackUntilItsPaddingIsChecked() throws IOException {
        byte[] plain = new byte[48];
        Arrays.fill(plain, (byte) 0x55);
        server.file("f", FileMaker.encryptUnpadded(KEY, plain), null);
        int handedOut = 0;
        try (InputStream stream = server.files().read("f").stream()) {
            while (stream.read() >= 0) {
                handedOut++;
            }
        } catch (ContentException e) {
            assertThat(e.failure()).isInstanceOf(FileException.class);
        }

        assertThat(handedOut).isEqualTo(32);
    }

    @Test
    void aStreamThatHasFailedFailsAgain() throws IOException {
        server.file("f", FileMaker.encryptUnpadded(KEY, new byte[16]), null);
        try (InputStream stream = server.files().read("f").stream()) {
            ContentException first = catchThrowableOfType(ContentException.class, stream::read);
            ContentException second = catchThrowableOfType(ContentException.class, stream::read);

            assertThat(second.failure()).isSameAs(first.failure());
            assertThat(first)
                    .hasCause(first.failure())
                    .hasMessage(first.failure().getMessage());
        }
    }

    @Test
    void aCutResponseIsAFailureOfTheNetworkAndNotAnEnd() {
        byte[] encrypted = FileMaker.encrypt(KEY, FileMaker.random(100_000));
        server.file(
                "f",
                request -> FileServer.encrypted(Arrays.copyOf(encrypted, 288 + 16 * 100), null)
                        .setHeader("Content-Length", encrypted.length)
                        .setSocketPolicy(SocketPolicy.DISCONNECT_AT_END));

        NetworkException failure = catchThrowableOfType(
                NetworkException.class, () -> server.files().read("f").readBytes());

        assertThat(failure.kind()).isEqualTo(Kind.NO_RESPONSE);
        assertThat(failure).hasMessage("the response to downloadFile broke off");
    }

    @Test
    void aResponseThatIsCutInItsFirstBytesIsAFailureOfTheNetworkWhenItIsOpened() {
        byte[] encrypted = FileMaker.encrypt(KEY, FileMaker.random(100_000));
        server.file(
                "f",
                request -> FileServer.encrypted(Arrays.copyOf(encrypted, 20), null)
                        .setHeader("Content-Length", encrypted.length)
                        .setSocketPolicy(SocketPolicy.DISCONNECT_AT_END));

        assertThatThrownBy(() -> server.files().read("f")).isInstanceOf(NetworkException.class);
    }

    @Test
    void aCutResponseWithoutALengthIsAFailureOfTheNetwork() {
        byte[] encrypted = FileMaker.encrypt(KEY, FileMaker.random(100_000));
        server.file(
                "f",
                request -> FileServer.encrypted(new byte[0], null)
                        .setChunkedBody(new Buffer().write(encrypted), 1000)
                        .setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY));

        assertThatThrownBy(() -> server.files().read("f").readBytes()).isInstanceOf(NetworkException.class);
    }

    @Test
    void aFileThatWasStoredWithoutItsEndIsDamagedIfItIsCompressed() {
        byte[] encrypted = FileMaker.encrypt(KEY, FileMaker.gzip(FileMaker.random(1000)));
        server.file("f", Arrays.copyOf(encrypted, encrypted.length - 160), "gzip");

        assertThatThrownBy(() -> server.files().read("f").readBytes())
                .isInstanceOfSatisfying(FileException.class, e -> {
                    assertThat(e.problem()).isIn(Problem.PADDING, Problem.COMPRESSED_DATA);
                });
    }

    @Test
    void invalidCompressedDataEndsTheStreamInAnError() {
        server.file("gzip", FileMaker.encrypt(KEY, "no gzip".getBytes(UTF_8)), "gzip");
        server.file("brotli", FileMaker.encrypt(KEY, "no brotli, either".getBytes(UTF_8)), "brotli");
        server.file("emptyGzip", FileMaker.encrypt(KEY, new byte[0]), "gzip");
        server.file("emptyBrotli", FileMaker.encrypt(KEY, new byte[0]), "brotli");

        for (String name : new String[] {"gzip", "brotli", "emptyGzip", "emptyBrotli"}) {
            assertProblem(
                    Problem.COMPRESSED_DATA, () -> server.files().read(name).readBytes());
        }
    }

    @Test
    void damageToACompressedFileNeverYieldsOtherContent() {
        byte[] content = "a content that is compressed, so that its checksum shows damage".getBytes(UTF_8);
        byte[] encrypted = FileMaker.encrypt(KEY, FileMaker.gzip(content));
        Random random = new Random(42);
        for (int i = 0; i < 150; i++) {
            byte[] damaged = flipped(encrypted, 256 + random.nextInt(encrypted.length - 256));
            server.file("f", damaged, "gzip");
            try {
                assertThat(server.files().read("f").readBytes()).isEqualTo(content);
            } catch (FileException e) {
                assertThat(e.problem()).isIn(Problem.PADDING, Problem.COMPRESSED_DATA);
            }
        }
    }

    @Test
    void anUnknownCompressionIsNamed() {
        server.file("f", FileMaker.encrypt(KEY, new byte[1]), "zstd");

        assertProblem(Problem.COMPRESSION_UNKNOWN, () -> server.files().read("f"))
                .hasMessage("cannot read the file f: its compression is unknown: \"zstd\"");
    }

    @Test
    void contentBeyondTheLimitIsRejectedAndContentAtTheLimitIsNot() {
        server.file("f", FileMaker.encrypt(KEY, new byte[1001]), null);
        server.file("g", FileMaker.encrypt(KEY, new byte[1000]), null);
        SessionFiles files = server.user.files(
                FileServer.SESSION, ReadOptions.builder().maxContentBytes(1000).build());

        assertProblem(Problem.TOO_LARGE, () -> files.read("f").readBytes());
        assertThat(files.read("g").readBytes()).hasSize(1000);
    }

    @Test
    void h4_compressedDataWithoutEndAndContentIsRejected() {
        byte[] nothing = FileMaker.gzip(new byte[0]);
        byte[] members = new byte[100_000 * nothing.length];
        for (int i = 0; i < members.length; i += nothing.length) {
            System.arraycopy(nothing, 0, members, i, nothing.length);
        }
        server.file("f", FileMaker.encrypt(KEY, members), "gzip");
        server.file("g", FileMaker.encrypt(KEY, members), "gzip");
        SessionFiles files = server.user.files(
                FileServer.SESSION, ReadOptions.builder().maxContentBytes(1000).build());

        assertProblem(Problem.TOO_LARGE, () -> files.read("f").readBytes());
        assertThat(server.files().read("g").readBytes()).isEmpty();
    }

    @Test
    void contentThatIsTooLargeForMemoryIsRejectedAsBytesAndReadAsAStream() throws IOException {
        server.file("f", FileMaker.encrypt(KEY, new byte[1001]), null);
        SessionFiles files = server.user.files(
                FileServer.SESSION, ReadOptions.builder().maxBytesInMemory(1000).build());

        assertProblem(Problem.TOO_LARGE, () -> files.read("f").readBytes());
        try (SessionFile file = files.read("f")) {
            assertThat(file.stream().transferTo(OutputStream.nullOutputStream()))
                    .isEqualTo(1001);
        }
    }

    @Test
    void aGzipBombIsRejected() {
        byte[] bomb = FileMaker.gzip(new byte[1 << 24]);
        assertThat(bomb.length).isLessThan(1 << 15);
        server.file("f", FileMaker.encrypt(KEY, bomb), "gzip");
        SessionFiles files = server.user.files(
                FileServer.SESSION,
                ReadOptions.builder().maxContentBytes(1 << 20).build());

        assertProblem(Problem.TOO_LARGE, () -> files.read("f").readBytes());
    }

    @Test
    void aBrotliBombIsRejected() throws IOException {
        server.file("f", FileMaker.encrypt(KEY, BrotliSamples.zeros()), "brotli");
        SessionFiles bounded = server.user.files(
                FileServer.SESSION,
                ReadOptions.builder().maxContentBytes(1 << 20).build());

        assertProblem(Problem.TOO_LARGE, () -> bounded.read("f").readBytes());
        try (SessionFile file = server.files().read("f")) {
            assertThat(file.stream().transferTo(OutputStream.nullOutputStream()))
                    .isEqualTo(BrotliSamples.ZEROS);
        }
    }

    @Test
    void invalidTextIsRejected() {
        server.file("f", FileMaker.encrypt(KEY, new byte[] {'a', (byte) 0xFF}), null);

        assertProblem(Problem.NOT_TEXT, () -> server.files().read("f").readText());
    }

    @Test
    void missingMetadataIsItsOwnError() {
        byte[] encrypted = FileMaker.encrypt(KEY, new byte[1]);
        server.file("f", request -> FileServer.encrypted(encrypted, null).removeHeader("x-metadata"));

        assertProblem(Problem.METADATA_MISSING, () -> server.files().read("f"));
        assertProblem(Problem.METADATA_MISSING, () -> server.files().fetchMetadata("f"));
    }

    @Test
    void malformedMetadataIsItsOwnErrorAndSaysWhere() {
        assertMalformed("not base64 at all!", "not base64url");
        assertMalformed(FileMaker.base64("[]"), "expected a JSON object");
        assertMalformed(FileMaker.base64("{\"metadata\":{"), "the text ends early");
        assertMalformed(FileMaker.base64("{}"), "'metadata' is missing");
        assertMalformed(FileMaker.base64("{\"metadata\":7}"), "'metadata' is not an object");
        assertMalformed(
                FileMaker.base64(String.format(FileMaker.RAW, ",\"compression\":1")), "'compression' is not text");
        assertMalformed(FileMaker.base64("{\"metadata\":{\"objectCount\":1}}"), "'metadata.schema' is missing");
        assertMalformed(
                FileMaker.base64("{\"metadata\":{\"mimetype\":\"a/b\",\"accounts\":[{\"accountid\":\"1\"},{}]}}"),
                "an account in 'metadata.accounts' has no accountid");
        assertMalformed("A".repeat(100_000), "longer than 65536 characters");
    }

    private void assertMalformed(String header, String detail) {
        byte[] encrypted = FileMaker.encrypt(KEY, new byte[1]);
        server.file("f", request -> FileServer.encrypted(encrypted, null).setHeader("x-metadata", header));

        assertProblem(Problem.METADATA_MALFORMED, () -> server.files().read("f"))
                .hasMessageContaining(detail);
        assertProblem(Problem.METADATA_MALFORMED, () -> server.files().fetchMetadata("f"))
                .hasMessageContaining(detail);
    }

    @Test
    void headersBeyondAllBoundsAreRejectedBeforeTheyFillTheMemory() {
        byte[] encrypted = FileMaker.encrypt(KEY, new byte[1]);
        server.file("f", request -> FileServer.encrypted(encrypted, null).setHeader("x-metadata", "A".repeat(1 << 20)));

        assertThatThrownBy(() -> server.files().read("f")).isInstanceOf(DigiMeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a\nb", "a\u0000"})
    void aNameThatCannotBeRequestedIsRejectedBeforeAnythingIsSent(String name) {
        assertProblem(Problem.NAME, () -> server.files().read(name));
        assertProblem(Problem.NAME, () -> server.files().fetchMetadata(name));
        assertProblem(Problem.NAME, () -> server.files().read("x".repeat(1001)));
        assertThat(server.server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "a/b", "a b%20c", "ä?x=1#y", "..%2f"})
    void anyOtherNameArrivesAsOneSegmentOfThePath(String name) {
        server.file(name, "content");

        assertThat(server.files().read(name).readText()).isEqualTo("content");
    }

    private static byte[] flipped(byte[] bytes, int position) {
        byte[] flipped = bytes.clone();
        flipped[position] ^= 0x10;
        return flipped;
    }

    private static AbstractThrowableAssert<?, FileException> assertProblem(Problem problem, ThrowingCallable call) {
        FileException failure = catchThrowableOfType(FileException.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.problem()).isEqualTo(problem);
        return assertThat(failure);
    }
}
