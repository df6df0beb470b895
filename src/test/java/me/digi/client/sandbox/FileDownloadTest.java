package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static me.digi.client.sandbox.RequestAuthenticationTest.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Json;
import me.digi.client.sandbox.DataCaller.Download;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDownloadTest {
    private static final String NAME = "file.json";
    private static final FileContent CONTENT = FileContent.of("[{\"text\":\"hello, wörld\"}]");

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final DataCaller user = DataCaller.ofNewUser(sandbox);

    @Test
    void aFileIsEncryptedForTheContractAndDescribedInItsHeaders() throws Exception {
        Download download = user.download(SandboxFile.mapped(NAME, CONTENT)
                .objects("Social", "Chatterbox", "Post", 1)
                .schema("digime", "2.1.0"));
        assertThat(download.status()).isEqualTo(200);
        assertThat(download.body()).hasSize(304);
        assertThat(download.header("content-type")).isEqualTo("application/octet-stream");
        assertThat(download.header("content-length")).isEqualTo("304");
        assertThat(download.header("last-modified")).matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} .{8} GMT");
        assertThat(Decryption.metadata(download))
                .isEqualTo(Map.of(
                        "metadata",
                        Map.of(
                                "objectCount", 1L,
                                "objectType", "Post",
                                "serviceGroup", "Social",
                                "serviceName", "Chatterbox",
                                "schema", Map.of("standard", "digime", "version", "2.1.0"))));
        assertThat(user.plain(download)).isEqualTo(bytes(CONTENT));
    }

    @Test
    void eachDownloadHasADifferentKey() {
        assertThat(user.download(SandboxFile.mapped(NAME, CONTENT)).body())
                .isNotEqualTo(user.download(SandboxFile.mapped(NAME, CONTENT)).body());
    }

    @Test
    void metadataOfRawFilesIsInLowerCase() {
        DataCaller raw = user.consentTo(sandbox.addContract("raw", ContractKind.READ_RAW));
        String session = raw.session();
        raw.list(session);
        assertThat(Decryption.metadata(raw.download(session, "discharge-letter.txt")))
                .isEqualTo(Map.of(
                        "metadata",
                        Map.of(
                                "mimetype", "text/plain",
                                "accounts",
                                        List.of(Map.of(
                                                "accountid",
                                                user.library().accountIds().get(1))),
                                "created", 1_759_400_100_000L,
                                "reference", List.of("LH-2026-1002"),
                                "tags", List.of("letter"))));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 15, 16, 17, 65_535, 65_536, 65_537, 3_000_000})
    void contentOfAnySizeArrivesInEachCompression(long size) throws Exception {
        FileContent content = FileContent.repeated((byte) 'x', size);
        SandboxFile file = SandboxFile.mapped(NAME, content);
        assertThat(user.plain(user.download(file))).isEqualTo(bytes(content));
        Download gzip = user.download(file.compressed(Compression.GZIP));
        assertThat(Decryption.compression(gzip)).isEqualTo("gzip");
        assertThat(Decryption.gunzip(user.plain(gzip))).isEqualTo(bytes(content));
        Download brotli = user.download(file.compressed(Compression.BROTLI));
        assertThat(Decryption.compression(brotli)).isEqualTo("brotli");
        assertThat(Decryption.unbrotli(user.plain(brotli))).isEqualTo(bytes(content));
    }

    @Test
    void precompressedContentIsSentUnchanged() throws Exception {
        SandboxFile file = SandboxFile.mapped(NAME, CONTENT)
                .compressed(Compression.BROTLI, FileContent.of("whatever brotli looks like"));
        assertThat(user.plain(user.download(file))).asString(UTF_8).isEqualTo("whatever brotli looks like");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 1025, 1026, 1027, 5000, 1_000_000})
    void generatedJsonHasTheRequestedSize(long size) throws IOException {
        byte[] made = bytes(FileContent.json(size, 7));
        assertThat(made).hasSize((int) size).isEqualTo(bytes(FileContent.json(size, 7)));
        List<?> records = (List<?>) Json.parse(new String(made, UTF_8));
        assertThat(records).hasSize((int) ((size - 2) / 1024));
        if (size > 2048) {
            assertThat(DataCaller.object(records.get(1))).containsEntry("index", "000000000001");
        }
    }

    @Test
    void aHeadRequestReturnsTheSameHeadersAndNoContent() {
        String session = user.list(SandboxFile.mapped(NAME, CONTENT).compressed(Compression.GZIP));
        HttpResponse<String> head = SandboxCaller.exchange(
                user.request("HEAD", "permission-access/query/" + session + "/" + NAME)
                        .header("Accept", "application/json")
                        .build(),
                BodyHandlers.ofString());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("x-metadata"))
                .hasValue(user.download(session, NAME).header("x-metadata"));
        assertThat(sandbox.requests().count(Operation.FETCH_FILE_METADATA)).isEqualTo(1);
    }

    @Test
    void theHeadersOfARefusedHeadRequestSayWhy() {
        HttpResponse<String> head = SandboxCaller.exchange(
                user.request("HEAD", "permission-access/query/" + user.session() + "/no-such-file")
                        .build(),
                BodyHandlers.ofString());
        assertThat(head.statusCode()).isEqualTo(404);
        assertThat(head.headers().firstValue("X-Error-Code")).hasValue("NotFound");
        assertThat(head.headers().firstValue("X-Error-Message")).isPresent();
        assertThat(head.headers().firstValue("X-Error-Reference")).isPresent();
    }

    @Test
    void aFileMayBeMissingAtFirst() {
        String session = user.list(SandboxFile.mapped(NAME, CONTENT).missingAtFirst(2));
        assertThat(user.download(session, NAME).status()).isEqualTo(404);
        assertThat(user.download(session, NAME).status()).isEqualTo(404);
        assertThat(user.download(session, NAME).status()).isEqualTo(200);
    }

    @Test
    void aFileCanBeReadAfterItWasListed() {
        user.library().files(SandboxFile.mapped(NAME, CONTENT)).script(SyncScript.atOnce());
        String session = user.session();
        assertRejected(user.get("permission-access/query/" + session + "/" + NAME), 404, "NotFound", "no file");
        user.list(session);
        assertThat(user.download(session, NAME).status()).isEqualTo(200);
    }

    @Test
    void namesAreDecoded() {
        String session = user.list(SandboxFile.mapped("a b+ü.json", CONTENT));
        assertThat(user.download(session, "a%20b+%C3%BC.json").status()).isEqualTo(200);
    }

    @Test
    void aRequestThatDoesNotAcceptBytesIsRejected() {
        String session = user.list(SandboxFile.mapped(NAME, CONTENT));
        assertRejected(
                user.send("GET", "permission-access/query/" + session + "/" + NAME, "Accept", "application/json"),
                406,
                "ValidationErrors",
                "Accept");
    }

    static byte[] bytes(FileContent content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        }
    }
}
