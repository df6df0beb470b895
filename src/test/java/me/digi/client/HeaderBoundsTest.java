package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import me.digi.client.auth.RefreshResult;
import me.digi.client.error.UnexpectedResponseException;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Over HTTP/1.1, OkHttp limits headers; over HTTP/2, it does not. */
class HeaderBoundsTest {
    private static final String ALLOWED = "A".repeat(200 << 10);
    private static final String TOO_LONG = "A".repeat(300 << 10);

    @AutoClose
    private final CallSetup setup = CallSetup.withoutRetries();

    @Test
    void h4_headersThatAreTooLargeAreRejectedOverHttp2Too() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
            server.enqueue(accounts(ALLOWED));
            server.enqueue(accounts(TOO_LONG));
            OkHttpClient http2 = new OkHttpClient.Builder()
                    .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                    .build();
            try (DigiMe digiMe = setup.builderFor(server.url("/").toString())
                    .httpClient(http2)
                    .build()) {
                DigiMeUser user = KnownUser.of(digiMe, setup.contract, setup.token);
                assertThat(user.listAccounts()).isEmpty();
                UnexpectedResponseException unexpected =
                        thrownBy(UnexpectedResponseException.class, user::listAccounts);
                assertThat(unexpected.where()).isEqualTo("headers");
                assertThat(unexpected.what()).isEqualTo("they are larger than 262144 bytes");
            }
        }
    }

    private static MockResponse accounts(String header) {
        return new MockResponse()
                .setHeader("Content-Type", "application/json")
                .setHeader("X-New", header)
                .setBody("[]");
    }

    @Test
    void h4_noPairIsLostToLargeHeaders() {
        Network network = new Network();
        network.next(chain -> chain.proceed(chain.request())
                .newBuilder()
                .header("X-New", TOO_LONG)
                .build());
        try (DigiMe digiMe = setup.builder().httpClient(network.client()).build()) {
            assertThat(digiMe.refreshToken(setup.contract, setup.token)).isInstanceOf(RefreshResult.Refreshed.class);
        }
    }
}
