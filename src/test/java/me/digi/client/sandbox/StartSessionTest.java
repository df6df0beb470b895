package me.digi.client.sandbox;

import static me.digi.client.sandbox.RequestAuthenticationTest.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import me.digi.client.sandbox.SandboxCaller.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartSessionTest {
    @AutoClose
    private final Sandbox sandbox =
            Sandbox.builder().sessionLifetime(Duration.ofMinutes(30)).start();

    private final DataCaller user = DataCaller.ofNewUser(sandbox);

    @Test
    void aBodyOfMoreThanAMebibyteIsRejectedAndNotCut() {
        assertThat(user.trigger("{}" + " ".repeat((1 << 20) - 2)).status()).isEqualTo(202);
        assertRejected(user.trigger("{}" + " ".repeat(1 << 20)), 400, "ValidationErrors", "body exceeds 1 MiB");
    }

    @Test
    void aSessionHasAnExpiry() {
        Map<?, ?> session = (Map<?, ?>) user.trigger("{}").json().get("session");
        assertThat(session).hasSize(2);
        assertThat((String) session.get("key")).isNotEmpty();
        assertThat(session.get("expiry"))
                .isEqualTo(
                        sandbox.clock().instant().plus(Duration.ofMinutes(30)).toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"agent\":{\"sdk\":{\"name\":\"nodejs\",\"version\":\"16.1.5\",\"meta\":{\"node\":\"v20\"}}}}",
                "{\"limits\":{\"duration\":{\"sourceFetch\":60}},\"scope\":{\"timeRanges\":[{\"last\":\"6m\"}],"
                        + "\"serviceGroups\":[{\"id\":2,\"serviceTypes\":[{\"id\":34,\"serviceObjectTypes\":[{\"id\":1}]}]}],"
                        + "\"criteria\":[{\"metadata\":{\"tags\":[\"t\"]}}]},\"sourceFetch\":true,"
                        + "\"sourceFetchFilter\":{\"account\":{\"id\":[\"1\"]}}}"
            })
    void validOptionsAreAccepted(String options) {
        assertThat(user.trigger(options).status()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pull\":{}}|body.pull is not allowed here",
                "{\"scope\":null}|body.scope must be an object, was null",
                "{\"scope\":{\"timeRanges\":[{\"last\":\"soon\"}]}}|body.scope.timeRanges[0].last must be",
                "{\"sourceFetchFilter\":{}}|body.sourceFetchFilter.account is missing",
                "{\"agent\":{\"sdk\":{}}}|body.agent.sdk.name is missing",
                "[]|body is not a JSON object"
            })
    void otherOptionsAreRejectedByPath(String options, String message) {
        assertRejected(user.trigger(options), 400, "ValidationErrors", message);
    }

    @Test
    void anImpossibleScopeIsOutOfBounds() {
        assertRejected(
                user.trigger("{\"scope\":{\"timeRanges\":[{\"from\":9,\"to\":8}]}}"),
                400,
                "ScopeOutOfBounds",
                "body.scope.timeRanges");
    }

    @Test
    void aContractThatPushesCannotRead() {
        DataCaller pusher = user.consentTo(sandbox.addContract("push", ContractKind.PUSH));
        assertRejected(pusher.trigger("{}"), 400, "InvalidContractDataRequest", "cannot read");
    }

    @Test
    void anExpiredAccessTokenIsRefused() {
        sandbox.expireAccessTokens();
        assertRejected(user.trigger("{}"), 401, "InvalidToken", "The token (access_token) is expired");
    }

    @Test
    void theSessionBelongsToItsUserAndContract() {
        String session = user.session();
        DataCaller stranger = DataCaller.ofNewUser(sandbox);
        DataCaller elsewhere = user.consentTo(sandbox.addContract("other", ContractKind.READ));
        assertRejected(stranger.list(session), 403, "InvalidSession", "no such session");
        assertRejected(elsewhere.list(session), 403, "InvalidSession", "no such session");
        assertRejected(user.list("made-up"), 403, "InvalidSession", "no such session");
        assertThat(user.list(session).status()).isEqualTo(200);
    }

    @Test
    void theSessionExpiresByTheClock() {
        String session = user.session();
        user.list(session);
        sandbox.clock().advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(user.list(session).status()).isEqualTo(200);
        sandbox.clock().advance(Duration.ofMillis(1));
        assertRejected(user.list(session), 403, "InvalidSession", "expired");
        assertThat(user.download(session, "18_1_17_2_D202611.json").status()).isEqualTo(403);
    }

    @Test
    void theSessionOfAConsentCanBeReadAfterwards() {
        SandboxCaller caller = user.caller;
        String verifier = SandboxCaller.verifier();
        Reply reply = caller.authorize(caller.authorizeJwt(verifier).claim("access_token", user.tokens.access()));
        String session = (String) ((Map<?, ?>) reply.json().get("session")).get("key");
        assertThat(user.list(session).status()).isEqualTo(403);
        sandbox.allow(caller.link("authorize", reply, "preauthorization_code"));
        assertThat(user.list(session).status()).isEqualTo(200);
    }
}
