package me.digi.client.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.SandboxCaller.Tokens;
import org.junit.jupiter.api.Test;

/** The log keeps the newest requests with their responses, and counts all. */
class RequestLogTest {
    @Test
    void onlyTheNewestAreKeptAndAllAreCounted() {
        try (Sandbox sandbox = Sandbox.builder().requestLog(3).start()) {
            SandboxCaller caller = new SandboxCaller(sandbox);
            for (int i = 0; i < 5; i++) {
                caller.send("GET", "jwks/oauth", null, null);
            }
            caller.send("GET", "nothing", null, null);
            RequestLog log = sandbox.requests();
            assertThat(log.count(Operation.FETCH_SIGNING_KEYS)).isEqualTo(5);
            assertThat(log.of(Operation.FETCH_SIGNING_KEYS)).hasSize(2);
            assertThat(log.all()).extracting(RecordedRequest::number).containsExactly(4L, 5L, 6L);
            assertThat(log.numbered(5).operation()).isEqualTo(Operation.FETCH_SIGNING_KEYS);
            assertThat(log.numbered(1)).isNull();
            assertThatIllegalStateException()
                    .isThrownBy(() -> log.last(Operation.AUTHORIZE))
                    .withMessageContaining("no request for AUTHORIZE so far");
            log.clear();
            assertThat(log.count(Operation.FETCH_SIGNING_KEYS)).isZero();
            caller.send("GET", "jwks/oauth", null, null);
            assertThat(log.all()).extracting(RecordedRequest::number).containsExactly(7L);
        }
    }

    @Test
    void aLogWithoutCapacityIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sandbox.builder().requestLog(0))
                .withMessageContaining("requestLog must be at least 1");
    }

    @Test
    void onlyTheBeginningOfALargeBodyIsKept() {
        try (Sandbox sandbox = Sandbox.start()) {
            SandboxCaller caller = new SandboxCaller(sandbox);
            caller.post("reference", caller.jwt(), "{\"type\":\"" + "x".repeat(1_000_000) + "\"}");
            assertThat(sandbox.requests().last(Operation.CREATE_REFERENCE).body())
                    .hasSize(65_536);
        }
    }

    @Test
    void largeBodiesDisplaceOlderRequests() {
        RequestLog log = new RequestLog(50_000);
        String body = "x".repeat(1 << 16);
        for (int i = 0; i < 2_000; i++) {
            log.add(number -> new RecordedRequest(
                    number,
                    Instant.EPOCH,
                    Operation.CREATE_REFERENCE,
                    "POST",
                    "/v1.7/reference",
                    null,
                    Map.of(),
                    null,
                    null,
                    body,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of()));
        }
        assertThat(log.count(Operation.CREATE_REFERENCE)).isEqualTo(2_000);
        assertThat(log.all())
                .hasSizeBetween(950, 1_024)
                .last()
                .satisfies(newest -> assertThat(newest.number()).isEqualTo(2_000));
    }

    @Test
    void aRecordedRequestHasItsResponseUserAndTimes() {
        try (Sandbox sandbox = Sandbox.start()) {
            SandboxCaller caller = new SandboxCaller(sandbox);
            Tokens tokens = caller.consent();
            caller.accounts(tokens.access());
            RecordedRequest request = sandbox.requests().last(Operation.LIST_ACCOUNTS);
            assertThat(request.userId()).isEqualTo(tokens.user());
            assertThat(request.at()).isNotNull();
            RecordedResponse response = request.response();
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body()).contains("Fennel Bank");
            assertThat(response.headers()).containsEntry("Content-Type", "application/json; charset=utf-8");
            assertThat(response.bytes()).isEqualTo(response.body().length());
            assertThat(response.after()).isPositive();
            assertThat(sandbox.requests().last(Operation.EXCHANGE_CODE).userId())
                    .isEqualTo(tokens.user());
            assertThat(sandbox.requests().last(Operation.AUTHORIZE).userId()).isNull();
        }
    }

    @Test
    void waitingReturnsNewerRequests() throws InterruptedException {
        try (Sandbox sandbox = Sandbox.start()) {
            RequestLog log = sandbox.requests();
            SandboxCaller caller = new SandboxCaller(sandbox);
            assertThat(log.after(log.newest(), Duration.ZERO)).isEmpty();
            caller.send("GET", "jwks/oauth", null, null);
            List<RecordedRequest> first = log.after(0, Duration.ofMinutes(1));
            assertThat(first).hasSize(1);
            assertThat(log.after(first.get(0).number(), Duration.ZERO)).isEmpty();
        }
    }
}
