package me.digi.client.sandbox;

import static me.digi.client.sandbox.RequestAuthenticationTest.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import me.digi.client.auth.ContractDetails;
import me.digi.client.sandbox.SandboxCaller.Reply;
import me.digi.client.sandbox.SandboxCaller.Tokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The sandbox itself: its URLs, its clock, its log, and its end. */
class SandboxTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final SandboxCaller caller = new SandboxCaller(sandbox);

    @Test
    void itsEnvironmentIsOnLoopback() {
        String address = "http://127.0.0.1:" + sandbox.environment().baseUrl().getPort();
        assertThat(sandbox.environment().baseUrl()).hasToString(address + "/v1.7/");
        assertThat(sandbox.environment().onboardUrl()).hasToString(address + "/apps/saas/");
        assertThat(sandbox.environment().cloudUrl()).hasToString(address + "/cloud/v1/");
    }

    @Test
    void unknownPathsAndMethodsAreRejected() {
        assertRejected(caller.send("GET", "nothing", null, null), 404, "NotFound", "");
        assertRejected(caller.send("GET", "../v2/reference", null, null), 404, "NotFound", "");
        Reply wrongMethod = caller.send("GET", "oauth/token", null, null);
        assertRejected(wrongMethod, 405, "MethodNotAllowed", "POST");
        assertThat(wrongMethod.headers().firstValue("Allow")).contains("POST");
        assertThat(sandbox.requests().of(Operation.UNKNOWN)).hasSize(3);
    }

    @Test
    void itsClockStandsStillUntilItIsMoved() {
        Instant start = Instant.parse("2030-01-01T00:00:00Z");
        try (Sandbox later = Sandbox.builder().clockAt(start).start()) {
            assertThat(later.clock().instant()).isEqualTo(start);
            later.clock().advance(Duration.ofDays(1));
            assertThat(later.clock().instant()).isEqualTo("2030-01-02T00:00:00Z");
            assertThat(later.clock().withZone(ZoneId.of("Asia/Tokyo")).instant())
                    .isEqualTo("2030-01-02T00:00:00Z");
            assertThatIllegalArgumentException().isThrownBy(() -> later.clock().advance(Duration.ofDays(-1)));
            assertThat(new SandboxCaller(later).consent().user()).isNotEmpty();
        }
    }

    @Test
    void itsClockMayRun() {
        try (Sandbox running = Sandbox.builder().runningClock().start()) {
            Instant before = Instant.now();
            assertThat(running.clock().instant()).isBetween(before, before.plus(Duration.ofMinutes(1)));
            running.clock().advance(Duration.ofDays(1));
            assertThat(running.clock().instant()).isAfterOrEqualTo(before.plus(Duration.ofDays(1)));
        }
    }

    @Test
    void contractsHaveDifferentIdsAndKeys() {
        ContractDetails first = sandbox.contract();
        assertThat(sandbox.contract()).isSameAs(first);
        ContractDetails second = sandbox.addContract("second", ContractKind.READ_RAW);
        assertThat(second.privateKey()).isNotEqualTo(first.privateKey());
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.addContract("second", ContractKind.READ));
        ContractDetails fromPem = ContractDetails.builder()
                .contractId("second")
                .privateKey(sandbox.privateKeyPem(second))
                .build();
        assertThat(new SandboxCaller(sandbox, fromPem).consent().user()).isNotEmpty();
        assertThat(sandbox.privateKeyPem(second)).startsWith("-----BEGIN RSA PRIVATE KEY-----\n");
    }

    @Test
    void theLogHasTheRequestAndTheResponse() {
        Tokens tokens = caller.consent();
        caller.refresh(tokens);
        caller.refresh(tokens);
        List<RecordedRequest> refreshes = sandbox.requests().of(Operation.REFRESH_TOKEN);
        assertThat(refreshes).hasSize(2);
        RecordedRequest good = refreshes.get(0);
        assertThat(good.method()).isEqualTo("POST");
        assertThat(good.path()).isEqualTo("/v1.7/oauth/token");
        assertThat(good.header("Authorization")).startsWith("Bearer ");
        assertThat(good.jwtHeader()).containsOnlyKeys("alg", "typ");
        assertThat(good.claim("refresh_token")).isEqualTo(tokens.refresh());
        assertThat(good.body()).isEmpty();
        assertThat(good.status()).isEqualTo(201);
        assertThat(good.errorCode()).isNull();
        assertThat(refreshes.get(1).status()).isEqualTo(401);
        assertThat(refreshes.get(1).errorCode()).isEqualTo("InvalidToken");
        assertThat(good.claim("nonce")).isNotEqualTo(refreshes.get(1).claim("nonce"));
        assertThat(refreshes.toString()).doesNotContain(tokens.refresh());
        assertThat(sandbox.requests().last(Operation.AUTHORIZE).body()).isEqualTo("{}");
        sandbox.requests().clear();
        assertThat(sandbox.requests().all()).isEmpty();
    }

    @Test
    void ofManyRefreshesAtOnceOneSucceeds() {
        Tokens tokens = caller.consent();
        List<CompletableFuture<Reply>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> caller.refresh(tokens)));
        }
        assertThat(calls.stream().map(call -> call.join().status()).filter(status -> status == 201))
                .hasSize(1);
        assertThat(sandbox.grant(tokens.user(), sandbox.contract()).issued()).isEqualTo(2);
    }

    @Test
    void afterClosingNothingResponds() {
        sandbox.contract();
        sandbox.close();
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> caller.send("GET", "jwks/oauth", null, null));
    }

    @Test
    void itsThreadsAreDaemons() {
        caller.consent();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("digi.me sandbox")
                        || thread.getName().startsWith("HTTP-Dispatcher"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }
}
