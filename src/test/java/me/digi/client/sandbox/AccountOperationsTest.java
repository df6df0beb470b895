package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static me.digi.client.sandbox.DataCaller.account;
import static me.digi.client.sandbox.DataCaller.object;
import static me.digi.client.sandbox.DataCaller.state;
import static me.digi.client.sandbox.RequestAuthenticationTest.assertRejected;
import static me.digi.client.sandbox.SandboxCaller.REDIRECT_URI;
import static me.digi.client.sandbox.SandboxCaller.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Json;
import me.digi.client.sandbox.SandboxCaller.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Revoking a permission, deleting accounts and users, and reports. */
class AccountOperationsTest {
    private static final String REVOKE = "permission-access/revoke/h:accountId";
    private static final String ACCOUNT = "permission-access/service/h:accountId";

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final DataCaller user = DataCaller.ofNewUser(sandbox);
    private final String bank = user.library().accountIds().get(0);

    @Test
    void aRevokedAccountMustBeAuthorizedAgain() {
        URI back = sandbox.allow(revokeLink());
        assertThat(back.toString()).isEqualTo(REDIRECT_URI + "?result=success");
        String session = user.session();
        user.list(session);
        Reply list = user.list(session);
        assertThat(state(list)).isEqualTo("partial");
        assertThat(object(account(list, bank).get("error")))
                .containsEntry("code", "ServiceAuthorizationError")
                .containsEntry("reauth", true);
        List<?> accounts =
                (List<?>) Json.parse(user.get("permission-access/accounts").body());
        assertThat(((Map<?, ?>) accounts.get(0)).get("accessTokenStatus")).isEqualTo(Map.of("authorized", false));
    }

    @Test
    void denyingRevokesNothing() {
        assertThat(parameters(sandbox.deny(revokeLink())))
                .isEqualTo(Map.of("result", "failed", "error_message", "USER_CANCEL"));
        String session = user.session();
        user.list(session);
        assertThat(state(user.list(session))).isEqualTo("completed");
    }

    @Test
    void revokingNeedsAnAccountAndARedirectUri() {
        assertRejected(user.send("GET", REVOKE, "accountId", bank), 400, "ValidationErrors", "header.redirectUri");
        assertRejected(
                user.send("GET", REVOKE, "redirectUri", REDIRECT_URI), 400, "ValidationErrors", "header.accountId");
        assertRejected(
                user.send("GET", REVOKE, "accountId", bank, "redirectUri", "https://evil.example/"),
                404,
                "InvalidRedirectUri",
                "header.redirectUri");
        assertRejected(
                user.send("GET", REVOKE, "accountId", "x", "redirectUri", REDIRECT_URI), 404, "NotFound", "no account");
    }

    @Test
    void aDeletedAccountIsNoLongerListed() {
        assertThat(user.send("DELETE", ACCOUNT, "accountId", bank, "Content-Type", "application/json")
                        .status())
                .isEqualTo(204);
        assertThat(user.library().accountIds()).hasSize(2).doesNotContain(bank);
        assertRejected(user.send("DELETE", ACCOUNT, "accountId", bank), 404, "NotFound", "no account");
        assertRejected(user.send("DELETE", ACCOUNT), 400, "ValidationErrors", "header.accountId is missing");
    }

    @Test
    void allTokensOfADeletedUserAreInvalid() {
        DataCaller elsewhere = user.consentTo(sandbox.addContract("other", ContractKind.READ));
        assertThat(user.send("DELETE", "user").status()).isEqualTo(204);
        assertRejected(user.get("permission-access/accounts"), 401, "InvalidToken", "The token (access_token)");
        assertRejected(elsewhere.get("permission-access/accounts"), 401, "InvalidToken", "The token (access_token)");
        assertRejected(user.caller.refresh(user.tokens), 401, "InvalidToken", "The token (refresh_token)");
        assertRejected(
                user.caller.authorize(
                        user.caller.authorizeJwt(SandboxCaller.verifier()).claim("access_token", user.tokens.access())),
                401,
                "InvalidToken",
                "The token (access_token)");
    }

    @Test
    void aReportIsXmlOfTheRequestedTime() {
        Reply all = user.send("GET", "export/medmij/report?format=xml", "Accept", "application/octet-stream");
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(all.body()).startsWith("<?xml version=\"1.0\"").doesNotContain("from=");
        assertThat(all.body().getBytes(UTF_8)).isNotEmpty();
        assertThat(user.get("export/medmij/report?format=xml&from=5&to=1700000000")
                        .body())
                .contains("from=\"5\" to=\"1700000000\"");
    }

    /** The official SDK for Node.js sends this for a report without bounds. */
    @Test
    void anUndefinedBoundOfAReportIsIgnoredWithARemark() {
        Reply report = user.get("export/medmij/report?format=xml&from=undefined&to=undefined");
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.body()).doesNotContain("undefined", "from=", "to=");
        assertThat(sandbox.requests().last(Operation.DOWNLOAD_REPORT).remarks())
                .containsExactly(
                        "query.from is \"undefined\", and was ignored", "query.to is \"undefined\", and was ignored");
        user.get("export/medmij/report?format=xml&from=undefined&to=5");
        assertThat(sandbox.requests().last(Operation.DOWNLOAD_REPORT).remarks()).hasSize(1);
        user.get("export/medmij/report?format=xml&from=4&to=5");
        assertThat(sandbox.requests().last(Operation.DOWNLOAD_REPORT).remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "export/medmij/report, query.format is missing",
        "export/medmij/report?format=pdf, query.format must be xml",
        "export/medmij/report?format=xml&to=, query.to must be",
        "export/medmij/report?format=xml&from=1.5, query.from must be",
        "export/medmij/report?format=xml&from=2&to=1, query.to is before",
        "export/medmij/report?format=xml&since=1, query.since is not allowed here",
        "export/medmij/report?format=xml&format=xml, occurs twice",
        "export/banking/report?format=xml, medmij"
    })
    void aReportOfAnotherServiceIsRejected(String path, String message) {
        assertRejected(user.get(path), 400, "ValidationErrors", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", ACCOUNT})
    void deletingNeedsALiveToken(String path) {
        sandbox.expireAccessTokens();
        assertRejected(
                user.send("DELETE", path, "accountId", bank),
                401,
                "InvalidToken",
                "The token (access_token) is expired");
    }

    private URI revokeLink() {
        Reply reply =
                user.send("GET", REVOKE, "accountId", bank, "redirectUri", REDIRECT_URI, "Accept", "application/json");
        return URI.create((String) reply.json().get("location"));
    }
}
