package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import me.digi.client.sandbox.SandboxCaller.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for the JWT of each request. */
class RequestAuthenticationTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final SandboxCaller caller = new SandboxCaller(sandbox);

    @Test
    void aValidRequestIsAccepted() {
        assertThat(reference(caller.jwt()).status()).isEqualTo(201);
    }

    @Test
    void withoutAuthorizationItIsRejected() {
        assertRejected(
                caller.send("POST", "reference", null, body()), 400, "ValidationErrors", "Authorization is missing");
    }

    @Test
    void anotherSchemeThanBearerIsRejected() {
        HttpRequest request = HttpRequest.newBuilder(
                        sandbox.environment().baseUrl().resolve("reference"))
                .header("Authorization", "Basic " + caller.jwt().sign())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body()))
                .build();
        assertRejected(SandboxCaller.exchange(request), 400, "ValidationErrors", "not \"Bearer <JWT>\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b", "a.b.c.d", "e30.e30.***", "bm8.e30.AAAA"})
    void textThatIsNotAJwtIsRejected(String jwt) {
        assertRejected(caller.send("POST", "reference", jwt, body()), 400, "ValidationErrors", "");
    }

    @Test
    void aDuplicateMemberIsRejected() {
        String header = RequestJwt.encode("{\"alg\":\"PS512\",\"alg\":\"PS512\",\"typ\":\"JWT\"}".getBytes(UTF_8));
        String jwt = caller.jwt().sign();
        assertRejected(
                caller.send("POST", "reference", header + jwt.substring(jwt.indexOf('.')), body()),
                400,
                "ValidationErrors",
                "header");
    }

    @Test
    void anotherHeaderIsRejected() {
        RequestJwt jwt = caller.jwt();
        assertRejected(
                reference(jwt.header(Map.of("alg", "RS512", "typ", "JWT"))), 400, "ValidationErrors", "header.alg");
        assertRejected(
                reference(jwt.header(Map.of("alg", "PS512", "typ", "jwt"))), 400, "ValidationErrors", "header.typ");
        assertRejected(reference(jwt.header(Map.of("alg", "PS512"))), 400, "ValidationErrors", "header.typ is missing");
        assertRejected(
                reference(jwt.header(Map.of("alg", "PS512", "typ", "JWT", "kid", "1"))),
                400,
                "ValidationErrors",
                "header.kid is not allowed");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 32, 63, 65, 94})
    void aSaltOfAnotherLengthIsRejected(int bytes) {
        assertRejected(reference(caller.jwt().salt(bytes)), 401, "InvalidJWT", "salt of 64 bytes");
    }

    @Test
    void anotherKeyIsRejected() {
        RequestJwt jwt = caller.jwt()
                .signedBy(sandbox.addContract("other", ContractKind.READ).privateKey());
        assertRejected(reference(jwt), 401, "InvalidJWT", "not the contract's");
    }

    @Test
    void alteredClaimsAreRejected() {
        RequestJwt jwt = caller.jwt();
        String[] good = jwt.sign().split("\\.", -1);
        String[] other = jwt.claim("nonce", RequestJwt.randomText()).sign().split("\\.", -1);
        assertRejected(
                caller.send("POST", "reference", good[0] + "." + other[1] + "." + good[2], body()),
                401,
                "InvalidJWT",
                "");
    }

    @Test
    void anUnknownClientIsRejected() {
        assertRejected(
                reference(caller.jwt().claim("client_id", "sandbox-app_nothing")), 401, "InvalidClient", "client_id");
        assertRejected(
                reference(caller.jwt().claim("client_id", "other-app_sandbox-contract")),
                401,
                "InvalidClient",
                "client_id");
        assertRejected(reference(caller.jwt().without("client_id")), 400, "ValidationErrors", "claims.client_id");
    }

    @Test
    void aNonceIsAcceptedOnce() {
        RequestJwt jwt = caller.jwt();
        assertThat(reference(jwt).status()).isEqualTo(201);
        assertRejected(reference(jwt), 406, "InvalidRequest", "nonce was seen before");
    }

    @Test
    void theNonceOfARefusedRequestIsUsedUp() {
        RequestJwt jwt = caller.jwt().claim("access_token", "unknown");
        Reply first = caller.send("GET", "permission-access/accounts", jwt.sign(), null);
        assertRejected(first, 401, "InvalidToken", "");
        Reply second = caller.send("GET", "permission-access/accounts", jwt.sign(), null);
        assertRejected(second, 406, "InvalidRequest", "nonce");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "0123456789012345678901234567890-", "012345678901234567890123456789012"})
    void anInvalidNonceIsRejected(String nonce) {
        assertRejected(reference(caller.jwt().claim("nonce", nonce)), 400, "ValidationErrors", "claims.nonce");
    }

    @Test
    void theTimestampIsInMillisecondsAndWithinFiveMinutes() {
        long now = sandbox.clock().millis();
        long window = Duration.ofMinutes(5).toMillis();
        assertThat(reference(caller.jwt().claim("timestamp", now - window)).status())
                .isEqualTo(201);
        assertThat(reference(caller.jwt().claim("timestamp", now + window)).status())
                .isEqualTo(201);
        assertRejected(
                reference(caller.jwt().claim("timestamp", now - window - 1)), 406, "InvalidRequest", "timestamp");
        assertRejected(
                reference(caller.jwt().claim("timestamp", now + window + 1)), 406, "InvalidRequest", "timestamp");
        assertRejected(reference(caller.jwt().claim("timestamp", now / 1000)), 406, "InvalidRequest", "timestamp");
        assertRejected(reference(caller.jwt().claim("timestamp", now + 0.5)), 400, "ValidationErrors", "whole number");
        assertRejected(
                reference(caller.jwt().claim("timestamp", String.valueOf(now))), 400, "ValidationErrors", "a string");
    }

    @Test
    void claimsBeyondThoseOfTheOperationAreRejected() {
        assertRejected(reference(caller.jwt().claim("iat", 1)), 400, "ValidationErrors", "claims.iat is not allowed");
        assertRejected(reference(caller.jwt().claim("exp", 1)), 400, "ValidationErrors", "claims.exp is not allowed");
        assertRejected(
                reference(caller.jwt().claim("access_token", "any")),
                400,
                "ValidationErrors",
                "claims.access_token is not allowed");
    }

    @Test
    void refusalsHaveTheSameErrorInBodyAndHeaders() {
        Reply refused = reference(caller.jwt().without("nonce"));
        assertRejected(refused, 400, "ValidationErrors", "claims.nonce is missing");
        assertThat(refused.headers().firstValue("X-Error-Code")).contains("ValidationErrors");
        assertThat(refused.headers().firstValue("X-Error-Message")).contains("claims.nonce is missing");
        Map<?, ?> error = (Map<?, ?>) refused.json().get("error");
        assertThat(refused.headers().firstValue("X-Error-Reference")).contains(String.valueOf(error.get("reference")));
    }

    private Reply reference(RequestJwt jwt) {
        return caller.reference(jwt, "accountId", "1");
    }

    private static String body() {
        return "{\"type\":\"accountId\",\"value\":\"1\"}";
    }

    static void assertRejected(Reply reply, int status, String code, String messagePart) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.errorCode()).isEqualTo(code);
        assertThat(reply.message()).contains(messagePart);
    }
}
