package me.digi.client.sandbox;

import static me.digi.client.sandbox.SandboxCaller.verifier;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import me.digi.client.sandbox.SandboxCaller.Reply;
import me.digi.client.sandbox.SandboxCaller.Tokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console over HTTP: each page works without scripts. */
class ConsolePageTest {
    private static final String HOSTILE = "<script>alert(1)</script>\"'&";

    @AutoClose
    private final Sandbox sandbox =
            Sandbox.builder().applicationId("<i>app</i>").start();

    private final SandboxCaller caller = new SandboxCaller(sandbox);
    private final ConsoleCaller console = new ConsoleCaller(sandbox);

    @ParameterizedTest
    @ValueSource(strings = {"", "start", "users", "contracts", "contracts/sandbox-contract", "time", "faults", "rules"})
    void everyPageIsHtmlThatEscapes(String path) {
        Tokens tokens = caller.consent();
        sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.json(500, HOSTILE));
        sandbox.library(tokens.user()).add(SandboxFile.mapped(HOSTILE, FileContent.of(HOSTILE)));
        Reply page = console.get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).startsWith("<!doctype html>").doesNotContain("<script>", "<i>app</i>");
    }

    @Test
    void aRefusedRequestSaysWhichRuleItBroke() {
        caller.authorize(caller.authorizeJwt(verifier()).claim("redirect_uri", "https://other.example/" + HOSTILE));
        long number = sandbox.requests().newest();
        Reply page = console.get("requests/" + number);
        assertThat(page.body())
                .contains("Why it was refused", "redirect-uri", "The official SDK", "code_challenge_method")
                .contains("https://other.example/&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(console.get("?verdict=refused").body()).contains("id=\"r" + number + "\"");
        assertThat(console.get("?verdict=accepted").body()).doesNotContain("id=\"r" + number + "\"");
        assertThat(console.get("?operation=refreshToken&text=").body()).contains("No request matches.");
    }

    @Test
    void anOpenPageListensOnlyForRequestsThatItShows() {
        assertThat(console.get("").body()).contains("data-stream=\"/control/v1/requests/stream\"");
        assertThat(console.get("?verdict=refused&text=%22%26").body())
                .contains("data-stream=\"/control/v1/requests/stream?verdict=refused&amp;text=%22%26\"");
    }

    @Test
    void theTokensNearestToNowAreShownHoweverManyUsersThereAre() {
        GrantView first = sandbox.createUser("sandbox-contract");
        sandbox.clock().advance(Duration.ofDays(300));
        for (int i = 0; i < 60; i++) {
            sandbox.createUser("sandbox-contract");
        }
        assertThat(console.get("time").body())
                .contains("50 of 122 tokens", "expires in ")
                .doesNotContain(first.userId());
        assertThat(console.get("time?text=" + first.userId()).body())
                .contains("2 of 2 tokens", first.userId(), "expired 299 days ago");
        assertThat(console.get("time?text=unknown").body()).contains("There are no tokens of such a user.");
    }

    @Test
    void theNewestTwentyPairsAreShown() {
        Tokens tokens = caller.consent();
        for (int i = 1; i < 22; i++) {
            tokens = SandboxCaller.tokens(caller.refresh(tokens));
        }
        assertThat(console.get("users/" + tokens.user()).body())
                .contains("The newest 20 of 22 pairs that are kept", "Pair 22 of 22", tokens.refresh())
                .contains("<td data-label=\"Pair\">3</td>")
                .doesNotContain("<td data-label=\"Pair\">2</td>");
    }

    @Test
    void aSignedResponseIsShownDecoded() {
        caller.authorize(caller.authorizeJwt(verifier()));
        assertThat(console.get("requests/" + sandbox.requests().newest()).body())
                .contains("Claims of the signed token", "&quot;preauthorization_code&quot;");
    }

    @Test
    void aUserIsShownWithTokensAndTheirHistory() {
        Tokens tokens = caller.consent();
        sandbox.clock().advance(Duration.ofHours(2));
        Tokens newer = SandboxCaller.tokens(caller.refresh(tokens));
        String page = console.get("users/" + tokens.user()).body();
        assertThat(page)
                .contains("Pair 2 of 2 is accepted", tokens.access(), newer.refresh(), ">refreshed<", "<svg")
                .contains("Fennel Bank Current Accounts", "discharge-letter.txt");
        assertThat(console.post("users/" + tokens.user() + "/expire").status()).isEqualTo(303);
        assertThat(caller.accounts(newer.access()).status()).isEqualTo(401);
        console.post("users/" + tokens.user() + "/revoke");
        assertThat(console.get("users/" + tokens.user()).body()).contains("Revoked: the user has to consent again.");
        console.post("users/" + tokens.user() + "/delete");
        assertThat(console.get("users/" + tokens.user()).status()).isEqualTo(404);
    }

    @Test
    void tokensExpireAndAreRevokedUnderOneContract() {
        Tokens tokens = caller.consent();
        SandboxCaller other = new SandboxCaller(sandbox, sandbox.addContract("other", ContractKind.READ));
        String verifier = verifier();
        URI callback =
                sandbox.allow(other.authorizeLink(other.authorizeJwt(verifier).claim("access_token", tokens.access())));
        Tokens others = SandboxCaller.tokens(
                other.token(other.exchangeJwt(SandboxCaller.parameters(callback).get("code"), verifier)));
        assertThat(others.user()).isEqualTo(tokens.user());
        String grant = "users/" + tokens.user() + "/grants/sandbox-contract/";

        console.post(grant + "expire");
        assertThat(caller.accounts(tokens.access()).message()).contains("expired");
        assertThat(other.accounts(others.access()).status()).isEqualTo(200);
        Tokens newer = SandboxCaller.tokens(caller.refresh(tokens));
        console.post(grant + "expire-both");
        assertThat(caller.refresh(newer).errorCode()).isEqualTo("InvalidToken");
        console.post(grant + "revoke");
        assertThat(sandbox.grant(tokens.user(), sandbox.contract()).live()).isNull();
        assertThat(other.accounts(others.access()).status()).isEqualTo(200);
        assertThat(console.post("users/" + tokens.user() + "/grants/none/revoke")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void usersAreFoundAndShownInPages() {
        sandbox.contract();
        List<String> ids = IntStream.range(0, 150)
                .mapToObj(i -> sandbox.createUser("sandbox-contract").userId())
                .toList();
        String newest = ids.get(149);
        String oldest = ids.get(0);
        assertThat(console.get("users").body())
                .contains("1 to 100 of 150", newest, "users?from=100&amp;text=")
                .doesNotContain(oldest);
        assertThat(console.get("users?from=100&text=").body())
                .contains("101 to 150 of 150", oldest)
                .doesNotContain(newest, "Older users");
        assertThat(console.get("users?text=" + oldest).body())
                .contains("1 to 1 of 1", oldest)
                .doesNotContain(newest);
        assertThat(console.get("users?text=none&from=7").body()).contains("No user id contains this text.");
    }

    @Test
    void aUserIsCreated() {
        sandbox.contract();
        Reply created = console.post("users", "contract", "sandbox-contract");
        assertThat(created.headers().firstValue("Location"))
                .contains("/console/users/" + sandbox.users().get(0).id());
    }

    @Test
    void theLibraryIsChanged() {
        String user = caller.consent().user();
        SandboxLibrary library = sandbox.library(user);
        String account = library.accountIds().get(0);
        console.post("users/" + user + "/accounts", "source", "510", "sample", "on");
        assertThat(library.accountIds()).hasSize(4);
        console.post("users/" + user + "/accounts/fail", "account", account);
        assertThat(console.get("users/" + user).body()).contains("not authorized");
        console.post("users/" + user + "/accounts/authorize", "account", account);
        console.post("users/" + user + "/accounts/remove", "account", account);
        assertThat(library.accountIds()).hasSize(3).doesNotContain(account);

        console.post(
                "users/" + user + "/files",
                "name",
                HOSTILE,
                "content",
                "one\r\ntwo",
                "kind",
                "mapped",
                "compression",
                "gzip",
                "damage",
                "bad-padding",
                "missing",
                "2");
        assertThat(library.files())
                .filteredOn(file -> file.name().equals(HOSTILE))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.content().size()).isEqualTo(7);
                    assertThat(file.compression()).isEqualTo(Compression.GZIP);
                    assertThat(file.damage()).isEqualTo(Damage.BAD_PADDING);
                    assertThat(file.missing()).isEqualTo(2);
                });
        assertThat(console.get("users/" + user).body()).doesNotContain("<script>");
        console.post("users/" + user + "/files/remove", "name", HOSTILE);
        assertThat(library.files()).extracting(SandboxFile::name).doesNotContain(HOSTILE);

        console.post("users/" + user + "/script", "script", "{\"steps\":[{\"state\":\"completed\"}]}");
        assertThat(library.script().steps()).hasSize(1);
        console.post("users/" + user + "/script", "preset", "PARTIAL");
        assertThat(library.script().steps()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time|duration|yesterday|not a duration",
                "time|duration|PT-5M|must not be negative",
                "time|other|x|duration is empty",
                "rules/loosen|rule|nothing|no rule that can be loosened",
                "contracts|id|../..|the id must have",
                "users|contract|unknown|unknown",
                "users/unknown/accounts|source|1|unknown"
            })
    void impossibleChangesAreReported(String path, String name, String value, String message) {
        Reply reply = console.post(path, name, value);
        assertThat(reply.status()).isBetween(400, 404);
        assertThat(reply.body()).contains("role=\"alert\"", message);
    }

    @Test
    void theClockIsMovedAndShowsWhatHasExpired() {
        Tokens tokens = caller.consent();
        console.post("time", "duration", "P2D");
        assertThat(sandbox.clock().ahead()).hasDays(2);
        assertThat(console.get("time").body()).contains("expired 24 hours ago", tokens.user());
    }

    @Test
    void aFaultIsArmedAndDisarmed() {
        Tokens tokens = caller.consent();
        console.post("faults", "operation", "listAccounts", "fault", "UNAVAILABLE");
        assertThat(console.get("faults").body()).contains("<b>listAccounts</b>", "503");
        console.post("faults/clear");
        assertThat(caller.accounts(tokens.access()).status()).isEqualTo(200);
        console.post("faults", "operation", "listAccounts", "fault", "UNAVAILABLE");
        assertThat(caller.accounts(tokens.access()).status()).isEqualTo(503);
    }

    @Test
    void everyKindOfFaultCanBeArmed() {
        arm("CHANGE", "part", "PAYLOAD", "path", "access_token.value", "value", "");
        arm("CHANGE", "part", "BODY", "path", "token", "value", "plain text");
        arm("CHANGE", "part", "BODY", "path", "token", "value", "[1, null]");
        arm("FOREIGN_JKU", "jku", "http://127.0.0.1:9/jwks");
        arm("OVERSIZED", "bytes", "5000");
        arm("DOCUMENT", "json", "{\"forgery\": \"rs256\", \"oddities\": [\"gzip\"]}");
        assertThat(sandbox.faults().get(Operation.REFRESH_TOKEN))
                .containsExactly(
                        Change.withoutClaim("access_token.value"),
                        Change.field("token", "plain text"),
                        Change.field("token", Arrays.asList(1L, null)),
                        new ForeignJku(URI.create("http://127.0.0.1:9/jwks")),
                        new Oversized(5_000),
                        Forgery.RS256.and(Oddity.GZIP));
        assertThat(console.post("faults", "operation", "refreshToken", "fault", "DOCUMENT", "json", "{\"none\":1}")
                        .status())
                .isEqualTo(400);
        assertThat(console.post("faults", "operation", "refreshToken", "fault", "NO_SUCH")
                        .status())
                .isEqualTo(400);
    }

    private void arm(String fault, String... fields) {
        String[] all = Stream.concat(Stream.of("operation", "refreshToken", "fault", fault), Stream.of(fields))
                .toArray(String[]::new);
        assertThat(console.post("faults", all).status()).isEqualTo(303);
    }

    @Test
    void aRuleIsLoosenedAndTightened() {
        console.post("rules/loosen", "rule", "timestamp");
        assertThat(console.get("rules").body()).contains("badge loosened");
        console.post("rules/tighten", "rule", "timestamp");
        assertThat(sandbox.rules()).noneMatch(RuleView::loosened);
    }

    @Test
    void aContractShowsItsKeyAndRedirectUris() {
        console.post("contracts", "id", "mine", "kind", "read");
        console.post("contracts/mine/redirect-uris", "uris", "https://one.example/\r\n\r\n https://two.example/ ");
        assertThat(sandbox.contracts())
                .filteredOn(contract -> contract.id().equals("mine"))
                .flatExtracting(ContractView::redirectUris)
                .containsExactly("https://one.example/", "https://two.example/");
        Reply key = console.get("contracts/mine/key");
        assertThat(key.body()).startsWith("-----BEGIN RSA PRIVATE KEY");
        assertThat(key.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"mine.pem\"");
    }

    @Test
    void startHereNamesThisSandboxAndServesTheDescription() {
        sandbox.contract();
        assertThat(console.get("start").body())
                .contains(sandbox.environment().baseUrl().toString(), sandbox.controlToken())
                .doesNotContain("{{");
        assertThat(console.get("digime.yaml").body()).startsWith("openapi: 3.0.3");
    }

    @Test
    void theRequestsOfTheConsoleAreNotInTheLog() {
        console.get("");
        console.post("requests/clear");
        assertThat(sandbox.requests().newest()).isZero();
    }

    @Test
    void theAddressWithoutASlashLeadsToTheConsole() {
        Reply reply = SandboxCaller.exchange(HttpRequest.newBuilder(URI.create(sandbox.url() + "/console"))
                .header("Cookie", "digime-sandbox-token=" + sandbox.controlToken())
                .build());
        assertThat(reply.headers().firstValue("Location")).contains("/console/");
        assertThat(console.get("nothing").status()).isEqualTo(404);
    }
}
