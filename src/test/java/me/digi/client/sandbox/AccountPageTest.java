package me.digi.client.sandbox;

import static me.digi.client.sandbox.DataCaller.state;
import static me.digi.client.sandbox.SandboxCaller.REDIRECT_URI;
import static me.digi.client.sandbox.SandboxCaller.parameters;
import static me.digi.client.sandbox.SandboxCaller.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Json;
import me.digi.client.sandbox.SandboxCaller.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The pages on which a known user adds an account, or authorizes one again. */
class AccountPageTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final DataCaller user = DataCaller.ofNewUser(sandbox);
    private final String bank = user.library().accountIds().get(0);

    @Test
    void onboardingAddsAnAccountOfTheServiceAndOpensTheSession() {
        Reply reply = tokenReference(jwt().claim("state", "s 1"));
        Map<String, String> told =
                parameters(sandbox.allow(with(link("onboard", reply), "sourceType=pull&service=510")));
        assertThat(told)
                .containsOnlyKeys("success", "state", "accountReference")
                .containsEntry("state", "s 1");
        List<?> accounts =
                (List<?>) Json.parse(user.get("permission-access/accounts").body());
        assertThat(accounts).hasSize(4);
        assertThat(DataCaller.object(accounts.get(3)))
                .containsEntry("sourceId", 510L)
                .containsEntry("serviceTypeName", "Stepwise")
                .containsEntry("reference", told.get("accountReference"));
        String session = (String) DataCaller.object(reply.json().get("session")).get("key");
        assertThat(user.list(session).status()).isEqualTo(200);
    }

    @Test
    void theCallbackOfAServiceHasItsAccount() {
        RequestJwt jwt = user.caller.authorizeJwt(SandboxCaller.verifier()).claim("access_token", user.tokens.access());
        URI hospital = with(user.caller.authorizeLink(jwt), "service=420");
        List<?> accounts =
                (List<?>) Json.parse(user.get("permission-access/accounts").body());
        assertThat(parameters(sandbox.allow(hospital))).containsEntry("accountReference", (String)
                DataCaller.object(accounts.get(1)).get("reference"));
        assertThat(user.library().accountIds()).hasSize(3);
    }

    @Test
    void denyingAddsNothing() {
        URI link = link("onboard", tokenReference(jwt()));
        assertThat(parameters(sandbox.deny(link))).isEqualTo(Map.of("success", "false", "errorCode", "USER_CANCEL"));
        assertThat(user.library().accountIds()).hasSize(3);
    }

    @Test
    void anAccountIsAuthorizedAgain() {
        Reply revoke = user.send(
                "GET", "permission-access/revoke/h:accountId", "accountId", bank, "redirectUri", REDIRECT_URI);
        sandbox.allow(URI.create((String) revoke.json().get("location")));
        assertThat(lastState()).isEqualTo("partial");

        URI link = with(link("reauthorize", tokenReference(jwt())), "accountRef=" + reference("accountId", bank));
        assertThat(parameters(sandbox.allow(link))).containsOnlyKeys("success", "accountReference");
        assertThat(lastState()).isEqualTo("completed");
    }

    @Test
    void reauthorizingNeedsAReferenceToAnAccountOfTheUserAndNoState() {
        assertBad(link("reauthorize", tokenReference(jwt())), "reauthorize.accountRef is missing");
        assertBad(
                with(link("reauthorize", tokenReference(jwt())), "accountRef=" + reference("cloudId", bank)),
                "accountRef is not a reference");
        String stranger = DataCaller.ofNewUser(sandbox).library().accountIds().get(0);
        assertBad(
                with(link("reauthorize", tokenReference(jwt())), "accountRef=" + reference("accountId", stranger)),
                "accountRef is not a reference");
        assertBad(
                with(
                        link("reauthorize", tokenReference(jwt().claim("state", "s"))),
                        "accountRef=" + reference("accountId", bank)),
                "it was created with a state");
        assertBad(with(link("onboard", tokenReference(jwt())), "storageRef=x"), "onboard.storageRef is not allowed");
    }

    private void assertBad(URI link, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.allow(link))
                .withMessageContaining(message);
    }

    private Object lastState() {
        String session = user.session();
        user.list(session);
        return state(user.list(session));
    }

    private RequestJwt jwt() {
        return user.jwt().claim("redirect_uri", REDIRECT_URI);
    }

    private Reply tokenReference(RequestJwt jwt) {
        return user.caller.post("oauth/token/reference", jwt, "{}");
    }

    private URI link(String page, Reply reply) {
        return user.caller.link(page, reply, "reference_code");
    }

    private Object reference(String type, String value) {
        return user.caller.reference(user.caller.jwt(), type, value).json().get("id");
    }
}
