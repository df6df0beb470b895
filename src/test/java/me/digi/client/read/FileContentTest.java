package me.digi.client.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.mockwebserver.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileContentTest {
    @AutoClose
    private final FileServer server = new FileServer();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 4096, 65_519, 65_520, 65_536, 65_537, 300_000})
    void contentOfAnyLengthArrivesUnchanged(int length) {
        byte[] content = FileMaker.random(length);
        server.file("f", FileMaker.encrypt(FileServer.KEY.getPublic(), content), null);

        assertThat(server.files().read("f").readBytes()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 65_536, 300_000})
    void gzipIsDecompressed(int length) {
        byte[] content = FileMaker.random(length);
        byte[] encrypted = FileMaker.encrypt(FileServer.KEY.getPublic(), FileMaker.gzip(content));
        server.file("f", encrypted, "gzip");

        assertThat(server.files().read("f").readBytes()).isEqualTo(content);
    }

    @Test
    void brotliIsDecompressed() {
        server.file("f", FileMaker.encrypt(FileServer.KEY.getPublic(), BrotliSamples.text()), "brotli");
        server.file("empty", FileMaker.encrypt(FileServer.KEY.getPublic(), BrotliSamples.nothing()), "brotli");

        assertThat(server.files().read("f").readText()).isEqualTo(BrotliSamples.TEXT);
        assertThat(server.files().read("empty").readBytes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4090, 4096, 65_536, 65_537, 300_000})
    void brotliOfAnyLengthIsDecompressed(int length) {
        byte[] content = FileMaker.random(length);
        byte[] encrypted = FileMaker.encrypt(FileServer.KEY.getPublic(), BrotliSamples.stored(content));
        server.file("f", encrypted, "brotli");

        assertThat(server.files().read("f").readBytes()).isEqualTo(content);
    }

    @Test
    void noCompressionMayBeStatedExplicitly() {
        server.file("f", FileMaker.encrypt(FileServer.KEY.getPublic(), "as it is".getBytes(UTF_8)), "no-compression");

        assertThat(server.files().read("f").readText()).isEqualTo("as it is");
    }

    @Test
    void aResponseWithoutALengthIsReadToItsEnd() {
        byte[] content = FileMaker.random(100_000);
        byte[] encrypted = FileMaker.encrypt(FileServer.KEY.getPublic(), content);
        server.file(
                "f",
                request -> FileServer.encrypted(encrypted, null).setChunkedBody(new Buffer().write(encrypted), 777));

        assertThat(server.files().read("f").readBytes()).isEqualTo(content);
    }

    @Test
    void aStreamCanBeReadByteByByte() throws IOException {
        server.file("f", "héllo");
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream stream = server.files().read("f").stream()) {
            for (int b = stream.read(); b >= 0; b = stream.read()) {
                read.write(b);
            }
            assertThat(stream.read()).isEqualTo(-1);
        }

        assertThat(read.toString(UTF_8)).isEqualTo("héllo");
    }

    @Test
    void aFileHasItsNameItsMetadataAndItsTimeOfChange() {
        server.file("f", "content");
        try (SessionFile file = server.files().read("f")) {
            assertThat(file.name()).isEqualTo("f");
            assertThat(file.metadata()).isInstanceOf(RawFileMetadata.class);
            assertThat(file.lastModified()).isEqualTo(Instant.parse("2023-11-15T10:13:20Z"));
        }
    }

    @Test
    void anInvalidDateIsIgnored() {
        byte[] encrypted = FileMaker.encrypt(FileServer.KEY.getPublic(), new byte[1]);
        server.file("f", request -> FileServer.encrypted(encrypted, null).setHeader("last-modified", "yesterday"));
        try (SessionFile file = server.files().read("f")) {
            assertThat(file.lastModified()).isNull();
        }
    }

    @Test
    void theContentCanBeRequestedOnce() {
        server.file("f", "content");
        try (SessionFile file = server.files().read("f")) {
            file.stream();

            assertThatThrownBy(file::readBytes).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closingEarlyLetsGoOfTheConnection() throws IOException {
        server.file("f", FileMaker.encrypt(FileServer.KEY.getPublic(), FileMaker.random(3_000_000)), null);
        SessionFile file = server.files().read("f");
        InputStream stream = file.stream();
        assertThat(stream.read()).isNotEqualTo(-1);
        assertThat(server.connectionsInUse()).isEqualTo(1);

        file.close();

        assertThat(server.connectionsInUse()).isZero();
        assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessageContaining("closed");
    }

    @Test
    void closingFromAnotherThreadEndsTheReadThatWaits() throws InterruptedException {
        byte[] encrypted = FileMaker.encrypt(FileServer.KEY.getPublic(), FileMaker.random(1_000_000));
        server.file("f", request -> FileServer.stalling(encrypted));
        SessionFile file = server.files().read("f");
        CountDownLatch reading = new CountDownLatch(1);
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        Thread reader = new Thread(() -> {
            try (InputStream stream = file.stream()) {
                for (int b = stream.read(); b >= 0; b = stream.read()) {
                    reading.countDown();
                }
            } catch (IOException e) {
                failures.add(e);
            }
        });
        reader.start();
        reading.await();

        file.close();
        reader.join();

        assertThat(failures)
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure).isInstanceOf(IOException.class).hasMessageContaining("closed"));
        assertThat(server.connectionsInUse()).isZero();
    }

    @Test
    void aFileThatIsClosedUnreadLetsGoOfTheConnection() {
        server.file("f", "content");
        server.files().read("f").close();

        assertThat(server.connectionsInUse()).isZero();
    }

    @Test
    void aFileMayTakeLongerThanACallMay() {
        byte[] content = FileMaker.random(60_000);
        byte[] encrypted = FileMaker.encrypt(FileServer.KEY.getPublic(), content);
        MockResponse slow = FileServer.encrypted(encrypted, null).throttleBody(20_000, 400, TimeUnit.MILLISECONDS);
        try (FileServer hurried = new FileServer(builder -> builder.callTimeout(Duration.ofMillis(700)))) {
            hurried.file("f", request -> slow);

            assertThat(hurried.files().read("f").readBytes()).isEqualTo(content);
        }
    }

    @Test
    void nothingThatPrintsHasTheSessionsKey() {
        server.file(
                "refused",
                request -> FileServer.json("{\"error\":{\"code\":\"X\",\"message\":\"no session "
                                + FileServer.SESSION_KEY + "\"}}")
                        .setResponseCode(400));
        SessionFiles files = server.files();

        assertThat(files).asString().doesNotContain(FileServer.SESSION_KEY);
        assertThatThrownBy(() -> files.read("refused"))
                .hasMessageContaining("no session ***")
                .hasMessageNotContaining(FileServer.SESSION_KEY);
    }
}
