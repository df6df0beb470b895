package me.digi.client.sandbox;

import static me.digi.client.sandbox.RequestAuthenticationTest.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.SandboxCaller.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageTest {
    private static final byte[] FILE = new byte[304];

    @AutoClose
    private final Sandbox sandbox = Sandbox.builder().applicationId("My-App").start();

    private final CloudCaller cloud = CloudCaller.ofNewStorage(sandbox);

    @ParameterizedTest
    @ValueSource(ints = {288, 65_520, 65_536, 3_000_000})
    void aDownloadedFileEqualsTheUploadedOne(int size) {
        byte[] file = new byte[size];
        file[size - 1] = 7;
        assertThat(cloud.upload("/a/File.bin", file).status()).isEqualTo(201);
        assertThat(cloud.download("/a/File.bin").body()).isEqualTo(file);
        assertThat(cloud.download("/A/fILE.bin").header("content-length")).isEqualTo(String.valueOf(size));
    }

    @Test
    void listsHavePathsInLowerCaseAndAsWritten() {
        Reply uploaded = cloud.upload("/Letters/Old/First%C3%BC.txt", FILE);
        assertThat(cloud.list("/", true).json())
                .isEqualTo(Map.of(
                        "files",
                        List.of(Map.of(
                                "id", uploaded.json().get("id"),
                                "name", "firstü.txt",
                                "originalName", "Firstü.txt",
                                "path", "/apps/my-app/letters/old/",
                                "originalPath", "/apps/My-App/Letters/Old/")),
                        "total",
                        1L));
    }

    @Test
    void aFolderIsListedWithOrWithoutItsSubfolders() {
        List.of("/top.txt", "/a/one.txt", "/a/b/two.txt", "/ab/three.txt").forEach(path -> cloud.upload(path, FILE));
        assertThat(names(cloud.list("/", false))).containsExactly("top.txt");
        assertThat(names(cloud.list("", true))).hasSize(4);
        assertThat(names(cloud.list("/a/", false))).containsExactly("one.txt");
        assertThat(names(cloud.list("/A/", true))).containsExactlyInAnyOrder("one.txt", "two.txt");
        assertThat(names(cloud.list("/nowhere/", true))).isEmpty();
    }

    @Test
    void aFileOfTheSamePathIsReplaced() {
        Object id = cloud.upload("/a.txt", FILE).json().get("id");
        assertThat(cloud.upload("/A.TXT", new byte[320]).json())
                .containsEntry("id", id)
                .containsEntry("originalName", "A.TXT");
        assertThat(names(cloud.list("/", true))).hasSize(1);
        assertThat(cloud.download("/a.txt").body()).hasSize(320);
    }

    @Test
    void filesAndFoldersAreDeleted() {
        List.of("/a/one.txt", "/a/b/two.txt", "/ab/three.txt").forEach(path -> cloud.upload(path, FILE));
        assertThat(cloud.delete("/ab/three.txt").status()).isEqualTo(204);
        assertThat(cloud.delete("/a/").status()).isEqualTo(204);
        assertThat(names(cloud.list("/", true))).isEmpty();
        assertCloudRejected(cloud.delete("/a/"), 404, "NotFound", "nothing at that path");
        assertCloudRejected(cloud.delete("/a/one.txt"), 404, "NotFound", "nothing at that path");
        assertThat(cloud.download("/a/one.txt").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%20b.txt", "/a//b.txt", "/a/%2e%2e/b.txt", "/a%2Fb.txt", "/a%0Ab", "/%5Cb", "/a%09"})
    void namesThatTheServiceDoesNotAllowAreRejected(String path) {
        assertCloudRejected(cloud.upload(path, FILE), 400, "ValidationErrors", "the path must consist of names");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 287, 289})
    void contentThatCannotBeEncryptedIsRejected(int size) {
        assertCloudRejected(cloud.upload("/a", new byte[size]), 400, "ValidationErrors", "cannot be an encrypted file");
    }

    @ParameterizedTest
    @CsvSource({
        "?recursive=yes, query.recursive must be",
        "'', query.recursive is missing",
        "?recursive=true&x=1, query.x"
    })
    void aListRequestMustSayWhetherItIsRecursive(String query, String message) {
        assertCloudRejected(cloud.send("GET", "/" + query, cloud.jwt()), 400, "ValidationErrors", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "iss", "aud", "iat", "exp"})
    void aMissingClaimIsRejectedByName(String claim) {
        assertCloudRejected(
                cloud.send("GET", "/?recursive=true", cloud.jwt().without(claim)),
                400,
                "ValidationErrors",
                "claims." + claim + " is missing");
    }

    @Test
    void theJwtMustBeForTheCloudAndIsValidForAMinute() {
        RequestJwt good = cloud.jwt();
        long now = sandbox.clock().instant().getEpochSecond();
        assertThat(list(good).status()).isEqualTo(200);
        assertThat(list(good).status()).isEqualTo(200);
        assertCloudRejected(
                list(good.claim("nonce", "n")), 400, "ValidationErrors", "claims.nonce is not allowed here");
        assertCloudRejected(list(good.claim("aud", "api")), 400, "ValidationErrors", "claims.aud must be cloud");
        assertCloudRejected(list(good.claim("exp", now + 61)), 400, "ValidationErrors", "claims.exp must be");
        assertCloudRejected(
                list(good.header(Map.of("alg", "PS512", "typ", "JWT", "kid", "k"))),
                400,
                "ValidationErrors",
                "header.typ must be at+jwt");
        assertCloudRejected(
                list(good.header(Map.of("alg", "PS512", "typ", "at+jwt", "kid", "k"))),
                400,
                "ValidationErrors",
                "header.kid must be");
        assertCloudRejected(list(good.claim("iss", "unknown")), 401, "InvalidClient", "claims.iss");
        assertCloudRejected(list(good.claim("sub", "other-app")), 401, "InvalidClient", "claims.sub");
        assertCloudRejected(list(good.salt(20)), 401, "InvalidJWT", "signature");
        sandbox.clock().advance(Duration.ofSeconds(60));
        assertCloudRejected(list(good), 401, "InvalidToken", "expired");
    }

    @Test
    void theJwtsOfTheApiAndTheCloudCannotBeExchanged() {
        SandboxCaller caller = new SandboxCaller(sandbox);
        assertThat(cloud.send("GET", "/?recursive=true", caller.jwt()).status()).isEqualTo(400);
        assertRejected(caller.send("POST", "storage", cloud.jwt().sign(), null), 400, "ValidationErrors", "header.");
    }

    @Test
    void otherStoragesAndFoldersCannotBeAccessed() {
        assertCloudRejected(
                new CloudCaller(sandbox, sandbox.contract(), "nowhere").list("/", true),
                404,
                "NotFound",
                "no such storage");
        HttpRequest elsewhere = HttpRequest.newBuilder(
                        sandbox.environment().cloudUrl().resolve("clouds/x/files/apps/other-app/?recursive=true"))
                .header("Authorization", "Bearer " + cloud.jwt().sign())
                .build();
        assertCloudRejected(SandboxCaller.exchange(elsewhere), 403, "Forbidden", "another application");
    }

    @Test
    void aStorageIsAssignedToTheUserWhoAuthorizesWithItsReference() {
        SandboxCaller caller = new SandboxCaller(sandbox);
        DataCaller without = DataCaller.ofNewUser(sandbox);
        assertRejected(without.get("storage"), 404, "NotFound", "the user has no storage");

        Map<String, ?> storage = caller.storage().json();
        assertThat(storage).containsOnlyKeys("id", "kid");
        Reply reference = caller.reference(caller.jwt(), "cloudId", storage.get("id"));
        RequestJwt jwt = caller.authorizeJwt(SandboxCaller.verifier()).claim("access_token", without.tokens.access());
        sandbox.allow(URI.create(
                caller.authorizeLink(jwt) + "&storageRef=" + reference.json().get("id")));
        assertThat(without.get("storage").json()).isEqualTo(storage);
    }

    @Test
    void faultsApplyToTheCloudToo() {
        sandbox.failNext(
                Operation.DOWNLOAD_STORAGE_FILE, CannedResponse.error(ErrorShape.CLOUD, 503, "Busy", "later", null));
        cloud.upload("/a", FILE);
        assertThat(cloud.download("/a").status()).isEqualTo(503);
        assertThat(cloud.download("/a").status()).isEqualTo(200);
        assertThat(sandbox.requests().count(Operation.UPLOAD_STORAGE_FILE)).isEqualTo(1);
    }

    private Reply list(RequestJwt jwt) {
        return cloud.send("GET", "/?recursive=true", jwt);
    }

    private static List<Object> names(Reply list) {
        return ((List<?>) list.json().get("files"))
                .stream().map(file -> DataCaller.object(file).get("name")).toList();
    }

    private static void assertCloudRejected(Reply reply, int status, String code, String message) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json()).containsOnlyKeys("error", "message").containsEntry("error", code);
        assertThat((String) reply.json().get("message")).contains(message);
        assertThat(reply.headers().firstValue("X-Error-Code")).isEmpty();
    }
}
