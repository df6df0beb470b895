package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A code or a refresh token is sent once: the server would refuse it the second time and lock the user out. */
class SentOnceTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private NetworkException failedRefresh(DigiMe digiMe, UserAccessToken token) {
        return thrownBy(NetworkException.class, () -> digiMe.refreshToken(local.contract, token));
    }

    @Test
    void aRefreshWhoseResponseIsLostIsSentOnceAndReportedAsSentWithoutResponse() {
        UserAccessToken token = local.tokenOffTheRecord();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_AFTER);
        NetworkException failure = failedRefresh(local.digiMe, token);
        assertThat(failure.kind()).isEqualTo(Kind.NO_RESPONSE);
        assertThat(failure.requestMayHaveArrived()).isTrue();
        assertThat(local.asked()).containsExactly(Operation.REFRESH_TOKEN);
        assertThat(local.digiMe.refreshToken(local.contract, token)).isInstanceOf(Reauthorize.class);
    }

    @Test
    void anExchangeWhoseResponseIsLostIsSentOnce() {
        PendingConsent link = local.link();
        Authorized consent = local.allow(link);
        local.forget();
        local.sandbox.failNext(Operation.EXCHANGE_CODE, Delivery.DROP_AFTER);
        NetworkException failure =
                thrownBy(NetworkException.class, () -> local.digiMe.exchangeCode(local.contract, consent));
        assertThat(failure.kind()).isEqualTo(Kind.NO_RESPONSE);
        assertThat(local.asked()).containsExactly(Operation.EXCHANGE_CODE);
    }

    @Test
    void aRefreshIsSentOnceEvenIfTheGivenClientHasOpenConnections() throws IOException {
        UserAccessToken token = local.token();
        OkHttpClient given = new OkHttpClient();
        get(given, local.sandbox.environment().baseUrl() + "jwks/oauth");
        assertThat(given.connectionPool().connectionCount()).isOne();
        DigiMe digiMe = local.client(builder -> builder.httpClient(given));
        local.link(digiMe);
        local.forget();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_AFTER);
        assertThat(failedRefresh(digiMe, token).kind()).isEqualTo(Kind.NO_RESPONSE);
        assertThat(local.asked()).containsExactly(Operation.REFRESH_TOKEN);
    }

    @Test
    void connectionsThatTheServerHasSilentlyClosedDoNotHoldUpARefresh() throws IOException {
        UserAccessToken token = local.token();
        try (Relay relay = new Relay(local, response -> response.setSocketPolicy(SocketPolicy.DISCONNECT_AT_END))) {
            OkHttpClient given = new OkHttpClient();
            get(given, relay.url() + "jwks/oauth");
            local.forget();
            try (DigiMe digiMe = local.builderFor(relay.url()).httpClient(given).build()) {
                UserAccessToken fresh = ((Refreshed) digiMe.refreshToken(local.contract, token)).token();
                assertThat(digiMe.refreshToken(local.contract, fresh)).isInstanceOf(Refreshed.class);
            }
        }
        assertThat(local.requests(Operation.REFRESH_TOKEN)).hasSize(2);
        assertThat(local.pauses).isEmpty();
    }

    @Test
    void aRefreshHasItsOwnConnection() {
        UserAccessToken token = local.token();
        try (Relay relay = new Relay(local, response -> response);
                DigiMe digiMe = local.builderFor(relay.url()).build()) {
            UserAccessToken fresh = ((Refreshed) digiMe.refreshToken(local.contract, token)).token();
            digiMe.refreshToken(local.contract, fresh);
            assertThat(relay.sequenceNumbers()).containsOnly(0);
        }
    }

    @Test
    void theResponseOfARefreshIsSeenEvenIfTheConnectionBreaksRightAfterIt() {
        UserAccessToken token = local.token();
        try (Relay relay = new Relay(local, response -> response.setSocketPolicy(SocketPolicy.DISCONNECT_AT_END));
                DigiMe digiMe = local.builderFor(relay.url()).build()) {
            assertThat(digiMe.refreshToken(local.contract, token)).isInstanceOf(Refreshed.class);
        }
    }

    private static void get(OkHttpClient client, String url) throws IOException {
        try (Response response =
                client.newCall(new Request.Builder().url(url).build()).execute()) {
            assertThat(response.body().bytes()).isNotEmpty();
        }
    }
}
