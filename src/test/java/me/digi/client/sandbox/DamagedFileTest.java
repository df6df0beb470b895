package me.digi.client.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.zip.ZipException;
import javax.crypto.BadPaddingException;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.io.JsonException;
import me.digi.client.sandbox.DataCaller.Download;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedFileTest {
    private static final SandboxFile FILE = SandboxFile.mapped(
            "file.json", FileContent.of("[\"some text that goes on for more than a block or two\"]"));

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final DataCaller user = DataCaller.ofNewUser(sandbox);

    @ParameterizedTest
    @EnumSource(
            value = Damage.class,
            names = {"CUT_CIPHERTEXT", "BAD_PADDING"})
    void thePaddingCanBeMissing(Damage damage) {
        Download download = user.download(FILE.damaged(damage));
        assertThat(download.body().length % 16).isZero();
        assertThatExceptionOfType(BadPaddingException.class).isThrownBy(() -> user.plain(download));
    }

    @Test
    void theLengthCanBeImpossible() {
        assertThat(user.download(FILE.damaged(Damage.WRONG_LENGTH)).body().length % 16)
                .isEqualTo(9);
        assertThat(user.download(FILE.damaged(Damage.TOO_SHORT)).body()).hasSize(200);
    }

    @Test
    void theFileCanBeEncryptedForAnotherKey() {
        Download download = user.download(FILE.damaged(Damage.WRONG_KEY));
        assertThatExceptionOfType(BadPaddingException.class).isThrownBy(() -> user.plain(download));
    }

    @Test
    void theCompressionCanBeUnknown() {
        assertThat(Decryption.compression(user.download(FILE.damaged(Damage.UNKNOWN_COMPRESSION))))
                .isEqualTo("zip");
    }

    @Test
    void compressedDataCanBeDamagedInThreeWays() throws Exception {
        SandboxFile gzip = FILE.compressed(Compression.GZIP);
        byte[] cut = user.plain(user.download(gzip.damaged(Damage.CUT_COMPRESSED)));
        assertThatThrownBy(() -> Decryption.gunzip(cut)).hasCauseInstanceOf(EOFException.class);
        byte[] corrupt = user.plain(user.download(gzip.damaged(Damage.CORRUPT_COMPRESSED)));
        assertThatThrownBy(() -> Decryption.gunzip(corrupt)).hasCauseInstanceOf(ZipException.class);
        byte[] checksum = user.plain(user.download(gzip.damaged(Damage.WRONG_CHECKSUM)));
        assertThatThrownBy(() -> Decryption.gunzip(checksum)).hasStackTraceContaining("Corrupt GZIP trailer");
    }

    @Test
    void damageOfCompressedDataNeedsACompressedFile() {
        assertThat(user.download(FILE.damaged(Damage.CUT_COMPRESSED)).status()).isEqualTo(500);
        assertThatIllegalArgumentException().isThrownBy(() -> FileContent.json(1, 0));
    }

    @Test
    void theMetadataCanBeMissingOrInvalid() {
        assertThat(user.download(FILE.damaged(Damage.MISSING_METADATA)).header("x-metadata"))
                .isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decryption.metadata(user.download(FILE.damaged(Damage.MALFORMED_METADATA))));
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> Decryption.metadata(user.download(FILE.damaged(Damage.METADATA_NOT_JSON))));
        assertThat(Decryption.metadata(user.download(FILE.damaged(Damage.UNKNOWN_METADATA))))
                .isEqualTo(Map.of("metadata", Map.of("kind", "neither")));
        assertThat(user.download(FILE.damaged(Damage.OVERSIZED_METADATA)).header("x-metadata"))
                .hasSizeGreaterThan(100_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 5_000_000})
    void theConnectionCanBeCut(long size) {
        SandboxFile file = SandboxFile.mapped("file.json", FileContent.json(size, 1))
                .compressed(Compression.GZIP)
                .damaged(Damage.CUT_CONNECTION);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> user.download(file));
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 5_000_000})
    void anyDownloadCanBeTruncated(long size) {
        sandbox.failNext(Operation.DOWNLOAD_FILE, Delivery.TRUNCATE);
        SandboxFile file =
                SandboxFile.mapped("file.json", FileContent.json(size, 1)).compressed(Compression.GZIP);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> user.download(file));
        assertThat(user.download(file).status()).isEqualTo(200);
    }

    @Test
    void aBombIsSmallWhenItIsDownloaded() throws Exception {
        assertThat(user.download(SandboxFile.brotliBomb("bomb.json")).body()).hasSizeLessThan(10_000);
        SandboxFile gzip = SandboxFile.mapped("bomb.json", FileContent.repeated((byte) ' ', 1L << 34))
                .compressed(Compression.GZIP);
        HttpResponse<InputStream> response = SandboxCaller.exchange(
                user.request("GET", "permission-access/query/" + user.list(gzip) + "/bomb.json")
                        .build(),
                BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            assertThat(in.readNBytes(100_000)).hasSize(100_000);
        }
    }

    @Test
    void damageDoesNotAffectTheFileList() {
        Map<?, ?> entry = DataCaller.files(user.list(user.list(FILE.damaged(Damage.MISSING_METADATA))))
                .get(0);
        assertThat(entry.get("name")).isEqualTo("file.json");
        assertThat(Json.write(entry)).contains("Chatterbox");
    }
}
