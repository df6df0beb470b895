package me.digi.client.sandbox;

import static me.digi.client.sandbox.RequestAuthenticationTest.assertRejected;
import static me.digi.client.sandbox.SandboxCaller.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import me.digi.client.sandbox.SandboxCaller.Reply;
import me.digi.client.sandbox.SandboxCaller.Tokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SandboxFaultTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final SandboxCaller caller = new SandboxCaller(sandbox);
    private final Tokens tokens = caller.consent();

    @Test
    void aDenialCountsOnceAndChangesNothing() {
        sandbox.failNext(
                Operation.REFRESH_TOKEN,
                CannedResponse.error(503, "InternalServerError", "try later").retryAfter("7"));
        Reply refused = caller.refresh(tokens);
        assertRejected(refused, 503, "InternalServerError", "try later");
        assertThat(refused.headers().firstValue("Retry-After")).contains("7");
        assertThat(refused.headers().firstValue("X-Error-Code")).contains("InternalServerError");
        assertThat(caller.refresh(tokens).status()).isEqualTo(201);
    }

    @Test
    void faultsApplyInOrderAndOnlyToTheirOperation() {
        sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.empty(500));
        sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.empty(502));
        assertThat(caller.accounts(tokens.access()).status()).isEqualTo(200);
        assertThat(caller.refresh(tokens).status()).isEqualTo(500);
        assertThat(caller.refresh(tokens).status()).isEqualTo(502);
        assertThat(caller.refresh(tokens).status()).isEqualTo(201);
    }

    @Test
    void removedFaultsDoNotApply() {
        sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.empty(500));
        sandbox.clearFaults();
        assertThat(caller.refresh(tokens).status()).isEqualTo(201);
    }

    @Test
    void errorsCanHaveEachShape() {
        sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.error(ErrorShape.CLOUD, 404, "NotHere", "gone", null));
        Reply cloud = caller.accounts(tokens.access());
        assertThat(cloud.json()).isEqualTo(Map.of("error", "NotHere", "message", "gone"));
        assertThat(cloud.headers().firstValue("X-Error-Code")).isEmpty();

        sandbox.failNext(
                Operation.LIST_ACCOUNTS,
                CannedResponse.error(ErrorShape.HEADERS_ONLY, 404, "NotHere", "gone", "ref-1"));
        Reply headers = caller.accounts(tokens.access());
        assertThat(headers.body()).isEmpty();
        assertThat(headers.headers().firstValue("X-Error-Reference")).contains("ref-1");
        assertThat(sandbox.requests().last(Operation.LIST_ACCOUNTS).errorCode()).isEqualTo("NotHere");
    }

    @Test
    void otherResponsesAreUnchanged() {
        sandbox.failNext(Operation.FETCH_SIGNING_KEYS, CannedResponse.html(200));
        assertThat(jwks().body()).startsWith("<!doctype html>");
        sandbox.failNext(Operation.FETCH_SIGNING_KEYS, CannedResponse.json(200, "{\"keys\":"));
        assertThat(jwks().body()).isEqualTo("{\"keys\":");
        sandbox.failNext(
                Operation.FETCH_SIGNING_KEYS, CannedResponse.redirect(URI.create("https://elsewhere.example/jwks")));
        Reply redirected = jwks();
        assertThat(redirected.status()).isEqualTo(302);
        assertThat(redirected.headers().firstValue("Location")).contains("https://elsewhere.example/jwks");
        sandbox.failNext(Operation.FETCH_SIGNING_KEYS, CannedResponse.empty(204));
        assertThat(jwks().status()).isEqualTo(204);
    }

    @Test
    void aRequestDroppedBeforeTheOperationHasNoEffect() {
        sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_BEFORE);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> caller.refresh(tokens));
        assertThat(sandbox.requests().last(Operation.REFRESH_TOKEN).status()).isNull();
        assertThat(live().refreshToken()).isEqualTo(tokens.refresh());
        assertThat(caller.refresh(tokens).status()).isEqualTo(201);
    }

    @Test
    void aResponseDroppedAfterTheOperationHasChangedTheState() {
        sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_AFTER);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> caller.refresh(tokens));
        assertThat(sandbox.requests().count(Operation.REFRESH_TOKEN)).isEqualTo(1);
        assertThat(live().number()).isEqualTo(2);
        assertThat(caller.refresh(tokens).errorCode()).isEqualTo("InvalidToken");
    }

    @Test
    void aTruncatedResponseEndsEarly() {
        sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.TRUNCATE);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> caller.refresh(tokens));
        assertThat(live().number()).isEqualTo(2);
    }

    @Test
    void aStalledResponseIsSentWhenItIsReleased() throws InterruptedException {
        sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.STALL);
        CompletableFuture<Reply> stalled = CompletableFuture.supplyAsync(() -> caller.refresh(tokens));
        sandbox.requests().await(Operation.REFRESH_TOKEN, 1);
        assertThat(live().number()).isEqualTo(2);
        assertThat(caller.accounts(tokens.access()).status()).isEqualTo(401);
        assertThat(stalled).isNotDone();
        sandbox.release();
        assertThat(tokens(stalled.join()).refresh()).isEqualTo(live().refreshToken());
    }

    @Test
    void closingEndsAStalledResponse() throws InterruptedException {
        sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.STALL);
        CompletableFuture<Object> stalled = CompletableFuture.<Object>supplyAsync(() -> caller.refresh(tokens))
                .exceptionally(failure -> failure);
        sandbox.requests().await(Operation.REFRESH_TOKEN, 1);
        sandbox.close();
        assertThat(stalled.join()).isNotNull();
    }

    @Test
    void anOversizedResponseHasTheRequestedLength() {
        sandbox.failNext(Operation.REFRESH_TOKEN, new Oversized(300_000));
        Reply reply = caller.refresh(tokens);
        assertThat(reply.body()).hasSize(300_000);
        assertThat(tokens(reply).refresh()).isEqualTo(live().refreshToken());
    }

    @Test
    void membersOfTheResponseAreRemovedOrReplaced() {
        sandbox.failNext(Operation.REFRESH_TOKEN, Change.withoutClaim("refresh_token.value"));
        Reply first = caller.refresh(tokens);
        assertThat(((Map<?, ?>) first.payload().get("refresh_token")).get("value"))
                .isNull();
        assertThat(JwtCheck.verifies(first.token(), jwks())).isTrue();

        sandbox.failNext(
                Operation.CREATE_TOKEN_REFERENCE,
                Change.withoutField("session.key").and(Change.claim("reference_code", 7)));
        Reply second = caller.post(
                "oauth/token/reference", caller.reauthorizeJwt(tokens.access(), SandboxCaller.verifier()), "{}");
        assertThat(((Map<?, ?>) second.json().get("session")).get("key")).isNull();
        assertThat(second.payload()).containsEntry("reference_code", 7L);

        String access = live().accessToken();
        sandbox.failNext(
                Operation.LIST_ACCOUNTS, Change.withoutField("0.reference").and(Change.field("1.type", "NEW_KIND")));
        assertThat(caller.accounts(access).body()).contains("\"NEW_KIND\"");
    }

    @Test
    void aChangeOfAMissingMemberIsReported() {
        sandbox.failNext(Operation.FETCH_SIGNING_KEYS, Change.withoutField("no.such.member"));
        Reply reply = jwks();
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.message()).contains("the response has no no.such.member");
    }

    @Test
    void faultsDoNotApplyToPages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.failNext(Operation.PAGE, Delivery.DROP_AFTER))
                .withMessageContaining("PAGE");
    }

    private TokenPair live() {
        return sandbox.grant(tokens.user(), sandbox.contract()).live();
    }

    private Reply jwks() {
        return caller.send("GET", "jwks/oauth", null, null);
    }
}
