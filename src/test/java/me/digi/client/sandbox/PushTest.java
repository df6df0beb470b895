package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static me.digi.client.sandbox.DataCaller.files;
import static me.digi.client.sandbox.RequestAuthenticationTest.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Json;
import me.digi.client.sandbox.DataCaller.Download;
import me.digi.client.sandbox.SandboxCaller.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushTest {
    private static final Map<String, Object> DESCRIPTOR =
            Map.of("mimeType", "text/plain", "accounts", List.of(Map.of("accountId", "my-7")));

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final DataCaller user = DataCaller.ofNewUser(sandbox, sandbox.addContract("push", ContractKind.PUSH));

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 65_535, 65_536, 65_537, 5_000_000})
    void aFileOfAnySizeArrivesAndCanBeReadBack(long size) throws Exception {
        byte[] bytes = FileDownloadTest.bytes(FileContent.repeated((byte) 'p', size));
        Map<String, Object> descriptor = Map.of(
                "mimeType",
                "text/plain",
                "accounts",
                List.of(Map.of("accountId", "my-7")),
                "reference",
                List.of("r-1"),
                "tags",
                List.of("a", "b"));
        assertThat(push(descriptor(descriptor).sign(), BodyPublishers.ofByteArray(bytes))
                        .status())
                .isEqualTo(201);

        PushedFile pushed = user.library().pushed().get(0);
        assertThat(pushed.contractId()).isEqualTo("push");
        assertThat(pushed.descriptor()).isEqualTo(descriptor);
        assertThat(pushed.content().size()).isEqualTo(size);
        assertThat(pushed.sha256()).isEqualTo(sha256(bytes));

        DataCaller raw = user.consentTo(sandbox.addContract("raw", ContractKind.READ_RAW));
        raw.library().script(SyncScript.atOnce());
        String session = raw.session();
        assertThat(files(raw.list(session))).extracting("name").contains(pushed.name());
        Download download = raw.download(session, pushed.name());
        assertThat(Decryption.decrypt(download.body(), raw.contract.privateKey()))
                .isEqualTo(bytes);
        assertThat(Decryption.metadata(download))
                .isEqualTo(Map.of(
                        "metadata",
                        Map.of(
                                "mimetype", "text/plain",
                                "accounts", List.of(Map.of("accountid", "my-7")),
                                "created", sandbox.clock().millis(),
                                "appid", "sandbox-app",
                                "contractid", "push",
                                "reference", List.of("r-1"),
                                "tags", List.of("a", "b"))));
    }

    @Test
    void aBodyOfUnknownLengthArrivesCompletely() {
        InputStream content = InputStream.nullInputStream();
        assertThat(push(descriptor(DESCRIPTOR).sign(), BodyPublishers.ofInputStream(() -> content))
                        .status())
                .isEqualTo(201);
        FileContent large = FileContent.json(300_000, 1);
        assertThat(push(descriptor(DESCRIPTOR).sign(), BodyPublishers.ofInputStream(() -> open(large)))
                        .status())
                .isEqualTo(201);
        assertThat(user.library().pushed())
                .extracting(file -> file.content().size())
                .containsExactly(0L, 300_000L);
    }

    @Test
    void criteriaSelectRawFiles() {
        push(descriptor(DESCRIPTOR).sign(), BodyPublishers.ofString("x"));
        DataCaller raw = user.consentTo(sandbox.addContract("raw", ContractKind.READ_RAW));
        raw.library().script(SyncScript.atOnce());
        assertThat(names(raw, "{\"tags\":[\"letter\",\"other\"]}")).containsExactly("discharge-letter.txt");
        assertThat(names(raw, "{\"contractId\":[\"push\"]}")).containsExactly("pushed-0001");
        assertThat(names(raw, "{\"accounts\":[{\"accountId\":\"my-7\"}],\"mimeType\":[\"text/plain\"]}"))
                .containsExactly("pushed-0001");
        assertThat(names(raw, "{\"mimeType\":[\"image/png\"]}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|claims.metadata.mimeType is missing",
                "{\"mimeType\":\"a/b\"}|claims.metadata.accounts is missing",
                "{\"mimeType\":\"a/b\",\"accounts\":[{}]}|claims.metadata.accounts[0].accountId is missing",
                "{\"mimeType\":\"a/b\",\"accounts\":[],\"tags\":\"t\"}|claims.metadata.tags must be an array",
                "{\"mimeType\":\"a/b\",\"accounts\":[],\"fileName\":\"f\"}|claims.metadata.fileName is not allowed here"
            })
    void anotherDescriptorIsRejectedByPath(String metadata, String message) {
        Map<String, ?> descriptor = Json.parseObject(metadata);
        assertRejected(
                push(descriptor(descriptor).sign(), BodyPublishers.ofString("x")), 400, "ValidationErrors", message);
    }

    @Test
    void aDescriptorMustBeSignedAndHaveNoOtherClaims() {
        RequestJwt good = descriptor(DESCRIPTOR);
        BodyPublisher body = BodyPublishers.ofString("x");
        assertRejected(push(good.claim("iat", 1L).sign(), body), 400, "ValidationErrors", "claims.iat is not allowed");
        assertRejected(push("text", body), 400, "ValidationErrors", "FileDescriptor: jwt must have three parts");
        assertRejected(push(good.salt(20).sign(), body), 401, "InvalidJWT", "signature");
        assertRejected(
                push(good.signedBy(sandbox.contract().privateKey()).sign(), body), 401, "InvalidJWT", "signature");
        assertRejected(push(null, body), 400, "ValidationErrors", "header.FileDescriptor is missing");
        assertThat(user.library().pushed()).isEmpty();
    }

    @Test
    void onlyContractsThatPushMayPush() {
        DataCaller reader = user.consentTo(sandbox.contract());
        HttpRequest request = reader.request("POST", "permission-access/import")
                .header("Content-Type", "application/octet-stream")
                .header("FileDescriptor", descriptor(DESCRIPTOR).sign())
                .POST(BodyPublishers.ofString("x"))
                .build();
        assertRejected(SandboxCaller.exchange(request), 400, "InvalidContractDataRequest", "cannot push");
    }

    @Test
    void theBodyMustBeBytesAndTheTokenMustNotBeExpired() {
        HttpRequest json = user.request("POST", "permission-access/import")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .header("FileDescriptor", descriptor(DESCRIPTOR).sign())
                .build();
        assertRejected(SandboxCaller.exchange(json), 400, "ValidationErrors", "Content-Type");
        sandbox.expireAccessTokens();
        assertRejected(
                push(descriptor(DESCRIPTOR).sign(), BodyPublishers.ofString("x".repeat(1_000_000))),
                401,
                "InvalidToken",
                "The token (access_token) is expired");
    }

    @Test
    void aProviderReceivesAJsonObject() {
        String account = user.library().accountIds().get(1);
        assertThat(pushToProvider("fhir/stu3", account, "{\"resourceType\":\"Observation\"}")
                        .status())
                .isEqualTo(200);
        assertThat(user.library().providerPushes())
                .containsExactly(new ProviderPush(account, "fhir", "stu3", Map.of("resourceType", "Observation")));
        assertThat(pushToProvider("fhir/3.0.2", account, "{}").status()).isEqualTo(200);
        assertRejected(pushToProvider("fhir/r4", account, "{}"), 400, "ValidationErrors", "stu3 or 3.0.2");
        assertRejected(pushToProvider("hl7/stu3", account, "{}"), 400, "ValidationErrors", "must be fhir");
        assertRejected(pushToProvider("fhir/stu3", "nobody", "{}"), 404, "NotFound", "no account");
        assertRejected(pushToProvider("fhir/stu3", account, "[]"), 400, "ValidationErrors", "not a JSON object");
    }

    private List<Object> names(DataCaller raw, String metadata) {
        Reply opened = raw.trigger("{\"scope\":{\"criteria\":[{\"metadata\":" + metadata + "}]}}");
        String session =
                (String) DataCaller.object(opened.json().get("session")).get("key");
        return files(raw.list(session)).stream()
                .<Object>map(file -> file.get("name"))
                .toList();
    }

    /** A JWT with the claim of a descriptor, without those of a request. */
    private RequestJwt descriptor(Map<String, ?> metadata) {
        return user.caller
                .jwt()
                .without("client_id")
                .without("nonce")
                .without("timestamp")
                .claim("metadata", metadata);
    }

    private Reply push(String descriptor, BodyPublisher body) {
        HttpRequest.Builder request = user.request("POST", "permission-access/import")
                .header("Content-Type", "application/octet-stream")
                .POST(body);
        if (descriptor != null) {
            request.header("FileDescriptor", descriptor);
        }
        return SandboxCaller.exchange(request.build());
    }

    private Reply pushToProvider(String kind, String account, String json) {
        return SandboxCaller.exchange(user.request("POST", "permission-access/import/h:accountId/" + kind)
                .header("Content-Type", "application/json")
                .header("accountId", account)
                .POST(BodyPublishers.ofString(json, UTF_8))
                .build());
    }

    private static InputStream open(FileContent content) {
        try {
            return content.open();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
