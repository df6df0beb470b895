package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static me.digi.client.sandbox.ControlCaller.list;
import static me.digi.client.sandbox.ControlCaller.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import me.digi.client.auth.ContractDetails;
import me.digi.client.sandbox.SandboxCaller.Reply;
import me.digi.client.sandbox.SandboxCaller.Tokens;
import me.digi.client.sandbox.internal.control.ControlGuard;
import me.digi.client.sandbox.internal.control.ControlService;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The control API does the same as the Java API, and matches its description. */
class ControlApiTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final SandboxCaller caller = new SandboxCaller(sandbox);
    private final ControlCaller control = new ControlCaller(sandbox);

    @Test
    void theDescriptionHasExactlyTheRoutes() {
        OpenAPI description = new OpenAPIV3Parser().read("api-spec/sandbox-control.yaml");
        Set<String> described = new TreeSet<>();
        description
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .keySet()
                        .forEach(method -> described.add(method + " " + path.substring(1))));
        ControlService service = new ControlService("/control/v1/", sandbox, new ControlGuard("token", sandbox.url()));
        assertThat(described).containsExactlyInAnyOrderElementsOf(service.routes());
    }

    @Test
    void itServesItsDescription() throws IOException {
        assertThat(control.send("GET", "openapi.yaml", null).body())
                .isEqualTo(Files.readString(Path.of("api-spec/sandbox-control.yaml")));
    }

    @Test
    void aBodyThatIsTooLargeIsRejected() {
        assertThat(control.send("POST", "users", "{\"contractId\":\"" + "x".repeat(1 << 20) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void itReportsTheSettingsOfAClient() {
        assertThat(control.get(""))
                .containsEntry("applicationId", "sandbox-app")
                .containsEntry("baseUrl", sandbox.environment().baseUrl().toString());
    }

    @Test
    void contractsAreAddedWithKeysThatWork() {
        control.post("contracts", "{\"id\":\"mine\",\"kind\":\"push\",\"redirectUris\":[\"https://my.app/back\"]}");
        assertThat(list(control.get("contracts"), "contracts"))
                .anySatisfy(contract ->
                        assertThat(contract).containsEntry("id", "mine").containsEntry("kind", "push"));
        String pem = control.send("GET", "contracts/mine/key", null).body();
        ContractDetails contract =
                ContractDetails.builder().contractId("mine").privateKey(pem).build();
        SandboxCaller mine = new SandboxCaller(sandbox, contract);
        assertThat(mine.authorize(mine.authorizeJwt(SandboxCaller.verifier())).status())
                .isEqualTo(201);
        control.put("contracts/mine/redirect-uris", "{\"redirectUris\":[\"https://other.app/back\"]}");
        assertThat(control.get("contracts/mine")).containsEntry("redirectUris", List.of("https://other.app/back"));
        assertThat(mine.authorize(mine.authorizeJwt(SandboxCaller.verifier())).errorCode())
                .isEqualTo("InvalidRedirectUri");
        assertThat(control.send("GET", "contracts/unknown", null).status()).isEqualTo(404);
        assertThat(control.send("GET", "contracts/unknown/key", null).status()).isEqualTo(404);
        assertThat(control.send("POST", "contracts", "{\"id\":\"mine\",\"kind\":\"read\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void usersAreCreatedExpiredRevokedAndDeleted() {
        Map<String, Object> grant = control.post("users", "{\"contractId\":\"sandbox-contract\"}");
        String user = (String) grant.get("userId");
        String access =
                (String) object(object(grant.get("token")).get("accessToken")).get("value");
        assertThat(caller.accounts(access).status()).isEqualTo(200);
        control.post("users/" + user + "/expire-access-tokens", null);
        assertThat(caller.accounts(access).message()).contains("expired");
        assertThat(object(list(control.post("users/" + user + "/revoke", null), "grants")
                        .get(0)))
                .doesNotContainKey("token");
        assertThat(list(control.get("users"), "users")).hasSize(1);
        assertThat(list(control.get("grants"), "grants")).hasSize(1);
        assertThat(object(list(list(control.get("users/" + user), "grants").get(0), "pairs")
                        .get(0)))
                .containsEntry("end", "revoked");
        control.done("DELETE", "users/" + user, null);
        assertThat(control.send("GET", "users/" + user, null).status()).isEqualTo(404);
        assertThat(control.send("POST", "users", "{\"contractId\":\"unknown\"}").status())
                .isEqualTo(404);
    }

    @Test
    void tokensOfOneGrantAreExpiredAndRevoked() {
        Tokens tokens = caller.consent();
        String grant = "users/" + tokens.user() + "/grants/sandbox-contract/";
        control.post(grant + "expire-access-token", null);
        assertThat(caller.accounts(tokens.access()).message()).contains("expired");
        Tokens newer = SandboxCaller.tokens(caller.refresh(tokens));
        control.post(grant + "expire-tokens", null);
        assertThat(caller.refresh(newer).message()).contains("expired");
        assertThat(object(list(control.post(grant + "revoke", null), "grants").get(0)))
                .doesNotContainKey("token");
        assertThat(control.send("POST", "users/" + tokens.user() + "/grants/none/revoke", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void allAccessTokensExpireAndTheSigningKeyIsReplaced() {
        Tokens tokens = caller.consent();
        Object kid = caller.refresh(tokens).tokenHeader().get("kid");
        Tokens again = caller.consent();
        control.done("POST", "access-tokens/expire", null);
        assertThat(caller.accounts(again.access()).message()).contains("expired");
        control.done("POST", "signing-keys/rotate", null);
        assertThat(caller.refresh(again).tokenHeader().get("kid")).isNotEqualTo(kid);
    }

    @Test
    void accountsAreAddedRemovedAndFail() {
        String user = user();
        List<Map<String, Object>> accounts =
                list(control.post("users/" + user + "/accounts", "{\"sourceId\":420,\"sample\":true}"), "accounts");
        assertThat(accounts).hasSize(4);
        String id = (String) accounts.get(3).get("id");
        accounts = list(
                control.put("users/" + user + "/accounts/" + id + "/authorization", "{\"authorized\":false}"),
                "accounts");
        assertThat(object(accounts.get(3).get("accessTokenStatus"))).containsEntry("authorized", false);
        assertThat(list(control.get("users/" + user + "/accounts"), "accounts")).hasSize(4);
        Reply removed = control.send("DELETE", "users/" + user + "/accounts/" + id, null);
        assertThat(removed.status()).isEqualTo(200);
        assertThat(sandbox.library(user).accountIds()).hasSize(3).doesNotContain(id);
        assertThat(control.send("DELETE", "users/" + user + "/accounts/" + id, null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void filesOfEveryKindAreAddedReplacedAndRemoved() {
        String path = "users/" + user() + "/files";
        control.put(path, """
            {"files":[
              {"name":"text.json","content":{"text":"[1]"},"compression":"gzip","metadata":{"objectType":"Post"},
               "origin":{"serviceGroup":1,"serviceType":2,"objectType":3}},
              {"name":"large.json","content":{"generatedJson":{"size":1073741824,"seed":7}},"missingAtFirst":2},
              {"name":"zeros","content":{"repeatedByte":{"value":0,"size":10}},"damage":"bad-padding"},
              {"name":"sample","content":{"sample":"posts.json"}}]}
            """);
        control.post(path, "{\"name\":\"raw\",\"raw\":true,\"content\":{\"base64\":\"AQID\"}}");
        List<Map<String, Object>> files = list(control.get(path), "files");
        assertThat(files)
                .extracting(file -> file.get("name"))
                .containsExactly("text.json", "large.json", "zeros", "sample", "raw");
        assertThat(object(files.get(1).get("content")))
                .containsEntry("generatedJson", Map.of("size", 1L << 30, "seed", 7L));
        assertThat(control.send("GET", path + "/text.json/content", null).body())
                .isEqualTo("[1]");
        assertThat(control.send("DELETE", path + "/text.json", null).status()).isEqualTo(200);
        assertThat(control.send("GET", path + "/text.json/content", null).status())
                .isEqualTo(404);
        assertThat(control.send("POST", path, "{\"name\":\"two\",\"content\":{\"text\":\"\",\"base64\":\"\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(control.send("POST", path, "{\"name\":\"a/b\",\"content\":{\"text\":\"\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void scriptsAreSetForOneUserAndForLaterOnes() {
        String user = user();
        String script =
                "{\"steps\":[{\"state\":\"running\",\"libraryFiles\":1},{\"state\":\"partial\",\"libraryFiles\":-1,"
                        + "\"accounts\":{\"a\":{\"state\":\"partial\",\"error\":{\"code\":\"X\",\"statusCode\":511}}}}]}";
        control.put("users/" + user + "/script", script);
        assertThat(sandbox.library(user).script().steps()).hasSize(2);
        assertThat(list(control.get("users/" + user + "/script"), "steps").get(1))
                .containsEntry("libraryFiles", -1L);
        control.done(
                "PUT",
                "new-users",
                "{\"files\":[{\"name\":\"only.json\",\"content\":{\"text\":\"[]\"}}],\"script\":" + script + "}");
        assertThat(sandbox.library(user()).files())
                .extracting(SandboxFile::name)
                .containsExactly("only.json");
        assertThat(control.send("PUT", "users/" + user + "/script", "{\"steps\":[]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void pushedDataIsListed() {
        String user = user();
        assertThat(list(control.get("users/" + user + "/pushed-files"), "files"))
                .isEmpty();
        assertThat(list(control.get("users/" + user + "/provider-pushes"), "pushes"))
                .isEmpty();
    }

    @Test
    void pagesAreDecided() {
        String page = caller.authorizeLink(caller.authorizeJwt(SandboxCaller.verifier()))
                .toString();
        Map<String, Object> denied =
                control.post("consents/decide", "{\"url\":\"" + page + "\",\"decision\":\"deny\"}");
        assertThat(URI.create((String) denied.get("callbackUrl"))).hasParameter("errorCode", "USER_CANCEL");
        page = caller.authorizeLink(caller.authorizeJwt(SandboxCaller.verifier()))
                .toString();
        Map<String, Object> allowed =
                control.post("consents/decide", "{\"url\":\"" + page + "\",\"decision\":\"allow\"}");
        assertThat(URI.create((String) allowed.get("callbackUrl"))).hasParameter("success", "true");
        page = caller.authorizeLink(caller.authorizeJwt(SandboxCaller.verifier()))
                .toString();
        Map<String, Object> failed = control.post(
                "consents/decide", "{\"url\":\"" + page + "\",\"decision\":\"fail\",\"errorCode\":\"SERVER_ERROR\"}");
        assertThat(URI.create((String) failed.get("callbackUrl"))).hasParameter("errorCode", "SERVER_ERROR");
        assertThat(control.send("POST", "consents/decide", "{\"url\":\"https://other\",\"decision\":\"allow\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theClockIsMoved() {
        String before = (String) control.get("clock").get("now");
        Map<String, Object> after = control.post("clock/advance", "{\"duration\":\"P2DT1H\"}");
        assertThat(after).containsEntry("ahead", "PT49H").containsEntry("running", false);
        assertThat((String) after.get("now")).isGreaterThan(before);
        assertThat(control.send("POST", "clock/advance", "{\"duration\":\"PX\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void faultsOfEveryKindAreAddedListedAndCleared() {
        Tokens tokens = caller.consent();
        control.post(
                "faults",
                "{\"operation\":\"listAccounts\",\"fault\":{\"response\":{\"status\":503,\"error\":{\"code\":\"Busy\","
                        + "\"message\":\"later\"},\"headers\":{\"Retry-After\":\"2\"}}}}");
        control.post(
                "faults",
                "{\"operation\":\"refreshToken\",\"fault\":{\"oddities\":[\"text-expiry\",\"gzip\"],\"forgery\":\"none\","
                        + "\"foreignJku\":\"http://127.0.0.1:9/\",\"delivery\":\"drop-after\",\"oversized\":9,\"changes\":["
                        + "{\"part\":\"body\",\"path\":\"token\",\"remove\":true},"
                        + "{\"part\":\"payload\",\"path\":\"sub\",\"value\":null}]}}");
        List<Map<String, Object>> faults = list(control.get("faults"), "faults");
        assertThat(faults).hasSize(2);
        assertThat(sandbox.faults().get(Operation.REFRESH_TOKEN)).hasSize(1);
        Reply reply = caller.accounts(tokens.access());
        assertThat(reply.errorCode()).isEqualTo("Busy");
        assertThat(reply.headers().firstValue("Retry-After")).contains("2");
        assertThat(list(control.get("faults"), "faults")).hasSize(1);
        control.done("DELETE", "faults", null);
        assertThat(sandbox.faults()).isEmpty();
        assertThat(control.get("fault-kinds")).containsKeys("deliveries", "forgeries", "oddities");
        assertThat(control.send("POST", "faults", "{\"operation\":\"listAccounts\",\"fault\":{}}")
                        .status())
                .isEqualTo(400);
        assertThat(control.send("POST", "faults", "{\"operation\":\"page\",\"fault\":{\"delivery\":\"stall\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void stalledResponsesAreReleased() throws InterruptedException {
        sandbox.failNext(Operation.FETCH_SIGNING_KEYS, Delivery.STALL);
        var stalled = CompletableFuture.supplyAsync(() -> caller.send("GET", "jwks/oauth", null, null));
        sandbox.requests().await(Operation.FETCH_SIGNING_KEYS, 1);
        control.done("POST", "stalled-responses/release", null);
        assertThat(stalled.join().status()).isEqualTo(200);
    }

    @Test
    void rulesAreLoosenedAndTightened() {
        assertThat(list(control.put("rules/nonce-once", "{\"loosened\":true}"), "rules"))
                .filteredOn(rule -> Boolean.TRUE.equals(rule.get("loosened")))
                .extracting(rule -> rule.get("id"))
                .containsExactly("nonce-once");
        control.put("rules/nonce-once", "{\"loosened\":false}");
        assertThat(list(control.get("rules"), "rules")).noneMatch(rule -> Boolean.TRUE.equals(rule.get("loosened")));
        assertThat(control.send("PUT", "rules/client-id", "{\"loosened\":true}").status())
                .isEqualTo(400);
    }

    @Test
    void requestsAreSearched() {
        Tokens tokens = caller.consent();
        caller.accounts(tokens.access());
        caller.accounts("unknown token");
        assertThat(found("operation=listAccounts")).hasSize(2);
        assertThat(found("verdict=refused"))
                .extracting(request -> request.get("rule"))
                .containsExactly("access-token");
        assertThat(found("user=" + tokens.user()))
                .extracting(request -> request.get("operation"))
                .containsExactly("listAccounts", "exchangeCode");
        assertThat(found("text=fennel&limit=1")).hasSize(1);
        long newest = sandbox.requests().newest();
        assertThat(found("after=" + (newest - 1))).hasSize(1);
        assertThat(found("before=" + newest)).hasSize((int) newest - 1);
        Map<String, Object> whole = control.get("requests/" + newest);
        assertThat(object(whole.get("refusal"))).containsEntry("rule", "access-token");
        assertThat(object(whole.get("claims"))).containsEntry("access_token", "unknown token");
        assertThat(object(control.get("requests/counts").get("counts"))).containsEntry("listAccounts", 2L);
        assertThat(control.send("GET", "requests/0", null).status()).isEqualTo(404);
        assertThat(control.send("GET", "requests?verdict=odd", null).status()).isEqualTo(400);
        assertThat(control.send("GET", "requests?order=odd", null).status()).isEqualTo(400);
        control.done("DELETE", "requests", null);
        assertThat(found("limit=10")).isEmpty();
    }

    @Test
    void anArchiveHasEveryRequest() {
        caller.consent();
        Map<String, Object> log =
                object(control.get("requests/har?operation=exchangeCode").get("log"));
        assertThat(log).containsEntry("version", "1.2");
        Map<String, Object> entry = list(log, "entries").get(0);
        assertThat(object(entry.get("request")))
                .containsEntry("method", "POST")
                .containsEntry("url", sandbox.environment().baseUrl() + "oauth/token");
        assertThat(object(entry.get("response"))).containsEntry("status", 201L);
    }

    @Test
    void newRequestsAreStreamed() throws IOException, InterruptedException {
        caller.send("GET", "jwks/oauth", null, null);
        try (InputStream stream = stream("requests/stream?operation=fetchSigningKeys&after=0", null)
                .body()) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8));
            assertThat(event(lines))
                    .contains("id: 1", "event: request")
                    .anyMatch(line -> line.contains("\"number\":1"));
            caller.send("GET", "nothing", null, null);
            caller.send("GET", "jwks/oauth", null, null);
            assertThat(event(lines)).contains("id: 3");
        }
        try (InputStream stream = stream("requests/stream", "1").body()) {
            assertThat(event(new BufferedReader(new InputStreamReader(stream, UTF_8))))
                    .contains("id: 2");
        }
    }

    private HttpResponse<InputStream> stream(String path, String lastEventId) throws IOException, InterruptedException {
        var request = control.request(path).header("Authorization", "Bearer " + sandbox.controlToken());
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        return response;
    }

    private static List<String> event(BufferedReader lines) throws IOException {
        List<String> event = new ArrayList<>();
        for (String line = lines.readLine(); !line.isEmpty() || event.isEmpty(); line = lines.readLine()) {
            if (!line.isEmpty() && !line.startsWith(":")) {
                event.add(line);
            }
        }
        return event;
    }

    private List<Map<String, Object>> found(String query) {
        return list(control.get("requests?" + query), "requests");
    }

    private String user() {
        return sandbox.createUser(sandbox.contract().contractId()).userId();
    }
}
