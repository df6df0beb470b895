package me.digi.client.sandbox;

import static me.digi.client.sandbox.RequestAuthenticationTest.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import me.digi.client.sandbox.SandboxCaller.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizeRulesTest {
    private static final String VERIFIER = SandboxCaller.verifier();

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final SandboxCaller caller = new SandboxCaller(sandbox);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redirect_uri",
                "state",
                "response_type",
                "response_mode",
                "code_challenge",
                "code_challenge_method",
                "nonce",
                "timestamp"
            })
    void aMissingClaimIsRejectedByName(String claim) {
        Reply refused = caller.authorize(caller.authorizeJwt(VERIFIER).without(claim));
        assertRejected(refused, 400, "ValidationErrors", "claims." + claim + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token",
        "response_mode, fragment",
        "code_challenge_method, plain",
        "code_challenge, tooShort",
        "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=",
        "code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cN",
        "redirect_uri, ''"
    })
    void aWrongClaimIsRejectedByName(String claim, String value) {
        Reply refused = caller.authorize(caller.authorizeJwt(VERIFIER).claim(claim, value));
        assertRejected(refused, 400, "ValidationErrors", "claims." + claim + " ");
    }

    @Test
    void anEmptyStateIsAcceptedWithARemark() {
        URI callback =
                sandbox.allow(caller.authorizeLink(caller.authorizeJwt(VERIFIER).claim("state", "")));
        assertThat(SandboxCaller.parameters(callback)).containsEntry("state", "");
        assertThat(sandbox.requests().last(Operation.AUTHORIZE).remarks())
                .containsExactly("claims.state is empty, so a forged callback cannot be recognized");
        caller.authorize(caller.authorizeJwt(VERIFIER));
        assertThat(sandbox.requests().last(Operation.AUTHORIZE).remarks()).isEmpty();
    }

    @Test
    void aClaimOfAWrongTypeIsRejected() {
        assertRejected(
                caller.authorize(caller.authorizeJwt(VERIFIER).claim("state", 7)),
                400,
                "ValidationErrors",
                "claims.state must be a string, was the number 7");
        assertRejected(
                caller.authorize(caller.authorizeJwt(VERIFIER).claim("access_token", null)),
                400,
                "ValidationErrors",
                "claims.access_token must be a string, was null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/", "https://app.example/callback/", "https://app.example/callback?a=b"})
    void aCallbackThatIsNotRegisteredIsRejected(String callback) {
        Reply refused = caller.authorize(caller.authorizeJwt(VERIFIER).claim("redirect_uri", callback));
        assertRejected(refused, 404, "InvalidRedirectUri", "redirect_uri");
    }

    @Test
    void anAccessTokenThatWasNeverIssuedIsRefused() {
        Reply refused = caller.authorize(caller.authorizeJwt(VERIFIER).claim("access_token", "made-up"));
        assertRejected(refused, 401, "InvalidToken", "The token (access_token) is invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"actions\":{}}",
                "{\"actions\":{\"pull\":{}}}",
                "{\"agent\":{\"sdk\":{\"name\":\"nodejs\",\"version\":\"16.1.5\",\"meta\":{\"node\":\"v20.0.0\"}}}}",
                "{\"agent\":{\"sdk\":{\"name\":\"ios\",\"version\":\"5.0.11\"}},\"actions\":{\"pull\":{\"limits\":"
                        + "{\"duration\":{\"sourceFetch\":30}},\"scope\":{\"timeRanges\":[{\"from\":1,\"to\":2},"
                        + "{\"last\":\"6m\"}],\"serviceGroups\":[{\"id\":2,\"serviceTypes\":[{\"id\":34,"
                        + "\"serviceObjectTypes\":[{\"id\":1}]}]}],\"criteria\":[{\"from\":1,\"last\":\"1y\",\"metadata\":"
                        + "{\"appId\":[\"a\"],\"accounts\":[{\"accountId\":\"1\",\"username\":\"u\"}],\"contractId\":[\"c\"],"
                        + "\"mimeType\":[\"m\"],\"reference\":[\"r\"],\"tags\":[\"t\"]}}]},\"sourceFetch\":false,"
                        + "\"sourceFetchFilter\":{\"account\":{\"id\":[\"1\"]}}}}}"
            })
    void aValidBodyIsAccepted(String body) {
        assertThat(authorize(body).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|body is not a JSON object",
                "{|body is not a JSON object",
                "{\"extra\":1}|body.extra is not allowed here",
                "{\"actions\":null}|body.actions must be an object, was null",
                "{\"actions\":{\"push\":{}}}|body.actions.push is not allowed here",
                "{\"agent\":{}}|body.agent.sdk is missing",
                "{\"agent\":{\"sdk\":{\"name\":\"ios\"}}}|body.agent.sdk.version is missing",
                "{\"actions\":{\"pull\":{\"sourceFetch\":\"yes\"}}}|body.actions.pull.sourceFetch must be true or false",
                "{\"actions\":{\"pull\":{\"limits\":{\"duration\":{\"sourceFetch\":1.5}}}}}|must be a whole number",
                "{\"actions\":{\"pull\":{\"scope\":{\"timeRanges\":[{\"last\":\"6w\"}]}}}}|timeRanges[0].last must be",
                "{\"actions\":{\"pull\":{\"scope\":{\"serviceGroups\":[{\"id\":1}]}}}}|serviceGroups[0].serviceTypes is",
                "{\"actions\":{\"pull\":{\"scope\":{\"criteria\":[{\"to\":1}]}}}}|criteria[0].to is not allowed here",
                "{\"actions\":{\"pull\":{\"sourceFetchFilter\":{\"account\":{\"id\":[1]}}}}}|account.id[0] must be a string"
            })
    void aMalformedBodyIsRejectedByPath(String body, String message) {
        assertRejected(authorize(body), 400, "ValidationErrors", message);
    }

    @Test
    void anImpossibleScopeIsOutOfBounds() {
        assertRejected(
                authorize("{\"actions\":{\"pull\":{\"scope\":{\"timeRanges\":[{\"from\":2,\"to\":1}]}}}}"),
                400,
                "ScopeOutOfBounds",
                "ends before it starts");
        assertRejected(
                authorize("{\"actions\":{\"pull\":{\"scope\":{\"serviceGroups\":[{\"id\":99,\"serviceTypes\":[]}]}}}}"),
                400,
                "ScopeOutOfBounds",
                "99");
    }

    @Test
    void anUnknownAgentIsRejected() {
        assertRejected(
                authorize("{\"agent\":{\"sdk\":{\"name\":\"java\",\"version\":\"1.0.0\"}}}"),
                400,
                "SDKInvalid",
                "java");
        assertRejected(
                authorize("{\"agent\":{\"sdk\":{\"name\":\"nodejs\",\"version\":\"newest\"}}}"),
                403,
                "SDKVersionInvalid",
                "version");
    }

    @Test
    void aContractThatPushesMayNotPull() {
        SandboxCaller push = new SandboxCaller(sandbox, sandbox.addContract("push", ContractKind.PUSH));
        assertThat(push.authorize(push.authorizeJwt(VERIFIER)).status()).isEqualTo(201);
        assertRejected(
                push.post("oauth/authorize", push.authorizeJwt(VERIFIER), "{\"actions\":{\"pull\":{}}}"),
                400,
                "InvalidContractDataRequest",
                "pull");
    }

    @Test
    void aBodyMustBeJsonWithItsContentType() {
        assertRejected(
                caller.send(
                        "POST", "oauth/authorize", caller.authorizeJwt(VERIFIER).sign(), null),
                400,
                "ValidationErrors",
                "Content-Type");
        HttpRequest text = HttpRequest.newBuilder(
                        sandbox.environment().baseUrl().resolve("oauth/authorize"))
                .header(
                        "Authorization",
                        "Bearer " + caller.authorizeJwt(VERIFIER).sign())
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertRejected(SandboxCaller.exchange(text), 400, "ValidationErrors", "Content-Type");
    }

    @Test
    void aQueryIsRejected() {
        assertRejected(
                caller.post("oauth/authorize?x=1", caller.authorizeJwt(VERIFIER), "{}"),
                400,
                "ValidationErrors",
                "query");
    }

    private Reply authorize(String body) {
        return caller.post("oauth/authorize", caller.authorizeJwt(VERIFIER), body);
    }
}
