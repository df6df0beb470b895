package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class NetworkFailuresTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private NetworkException failureAt(DigiMe.Builder builder) {
        try (DigiMe digiMe = builder.retryPolicy(RetryPolicy.none()).build()) {
            return thrownBy(NetworkException.class, () -> local.link(digiMe));
        }
    }

    private NetworkException refreshFailure(DigiMe digiMe, UserAccessToken token) {
        return thrownBy(NetworkException.class, () -> digiMe.refreshToken(local.contract, token));
    }

    @Test
    void aRefusedConnectionIsARequestThatWasNotSent() {
        NetworkException failure = failureAt(local.builderFor(RawServer.closedUrl()));
        assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
        assertThat(failure.requestMayHaveArrived()).isFalse();
        assertThat(failure.operation()).isEqualTo("fetchSigningKeys");
        assertThat(failure).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void anUnknownHostIsARequestThatWasNotSent() {
        NetworkException failure = failureAt(local.builderFor("https://digime-client-test.invalid/"));
        assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
        assertThat(failure.requestMayHaveArrived()).isFalse();
        assertThat(failure).hasRootCauseInstanceOf(UnknownHostException.class);
    }

    @Test
    void aRequestToAServerWithoutTlsWasNotSent() {
        try (RawServer server = RawServer.greeting("220 this is no TLS\r\n")) {
            NetworkException failure = failureAt(local.builderFor("https://127.0.0.1:" + server.port() + "/"));
            assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
        }
    }

    @Test
    void aHostWithADeadAddressIsReachedAtItsOther() throws IOException {
        InetAddress dead = InetAddress.getByName("127.0.0.2");
        InetAddress live = InetAddress.getLoopbackAddress();
        OkHttpClient given =
                new OkHttpClient.Builder().dns(host -> List.of(dead, live)).build();
        String port = local.sandbox.environment().baseUrl().getPort() + "/v1.7/";
        try (DigiMe digiMe = local.builderFor("http://localhost:" + port)
                .httpClient(given)
                .retryPolicy(RetryPolicy.none())
                .build()) {
            RefreshResult result = digiMe.refreshToken(local.contract, local.token());
            assertThat(result).isInstanceOf(RefreshResult.Refreshed.class);
        }
        assertThat(local.pauses).isEmpty();
    }

    @Test
    void aConnectionThatIsClosedInsteadOfAResponseLeavesTheRequestInDoubt() {
        UserAccessToken token = local.tokenOffTheRecord();
        for (Delivery drop : List.of(Delivery.DROP_BEFORE, Delivery.DROP_AFTER, Delivery.TRUNCATE)) {
            local.sandbox.failNext(Operation.REFRESH_TOKEN, drop);
            NetworkException failure = refreshFailure(local.digiMe, token);
            assertThat(failure.kind()).as(drop.name()).isEqualTo(Kind.NO_RESPONSE);
            assertThat(failure.requestMayHaveArrived()).isTrue();
            assertThat(failure).hasMessage("no response to refreshToken (the request was sent)");
            token = local.tokenOffTheRecord();
        }
    }

    @Test
    void aServerThatStallsIsATimeoutOfARequestThatMayHaveArrived() {
        UserAccessToken token = local.token();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.STALL);
        try (DigiMe digiMe = local.builder().readTimeout(Duration.ofMillis(50)).build()) {
            NetworkException failure = refreshFailure(digiMe, token);
            assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
            assertThat(failure.requestMayHaveArrived()).isTrue();
            assertThat(failure).hasMessage("refreshToken timed out after it was sent");
        }
        assertThat(local.requests(Operation.REFRESH_TOKEN)).hasSize(1);
    }

    @Test
    void theTimeOfTheWholeCallEndsItToo() {
        UserAccessToken token = local.token();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.STALL);
        try (DigiMe digiMe = local.builder().callTimeout(Duration.ofMillis(300)).build()) {
            NetworkException failure = refreshFailure(digiMe, token);
            assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
            assertThat(failure.requestMayHaveArrived()).isTrue();
        }
        assertThat(local.requests(Operation.REFRESH_TOKEN)).hasSize(1);
    }

    @Test
    void aTimeoutWhileConnectingIsARequestThatDidNotArrive() {
        OkHttpClient given = new OkHttpClient.Builder()
                .socketFactory(new TestSocketFactory(() -> new Socket() {
                    @Override
                    public void connect(SocketAddress address, int timeout) throws SocketTimeoutException {
                        throw new SocketTimeoutException("connect timed out");
                    }
                }))
                .build();
        NetworkException failure = failureAt(local.builder().httpClient(given));
        assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(failure.requestMayHaveArrived()).isFalse();
        assertThat(failure).hasMessage("fetchSigningKeys timed out before it was sent");
    }

    @Test
    void closingTheClientEndsACallThatIsUnderWay() throws Exception {
        UserAccessToken token = local.token();
        for (OkHttpClient given : new OkHttpClient[] {null, new OkHttpClient()}) {
            local.forget();
            DigiMe.Builder builder = local.builder();
            DigiMe digiMe = (given == null ? builder : builder.httpClient(given)).build();
            local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, Delivery.STALL);
            CompletableFuture<NetworkException> failure =
                    CompletableFuture.supplyAsync(() -> refreshFailure(digiMe, token));
            local.sandbox.requests().await(Operation.FETCH_SIGNING_KEYS, 1);
            digiMe.close();
            assertThat(failure.get().kind()).isEqualTo(Kind.INTERRUPTED);
            assertThat(local.asked()).containsExactly(Operation.FETCH_SIGNING_KEYS);
        }
    }

    @Test
    void theLoggerGetsTheFailureOfARequest() {
        UserAccessToken token = local.tokenOffTheRecord();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_AFTER);
        refreshFailure(local.digiMe, token);
        failureAt(local.builderFor(RawServer.closedUrl()));
        List<Kind> heard = new ArrayList<>();
        local.events.forEach(event -> heard.add(event.failure()));
        assertThat(heard).containsExactly(Kind.NO_RESPONSE, Kind.NOT_SENT);
    }
}
