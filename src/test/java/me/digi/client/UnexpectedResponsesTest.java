package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Oversized;
import okhttp3.mockwebserver.MockResponse;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that are not described. */
class UnexpectedResponsesTest {
    private static final long TOO_MANY_BYTES = 40L << 20;

    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private UnexpectedResponseException failedRefresh(CannedResponse response) {
        UserAccessToken token = local.tokenOffTheRecord();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, response);
        UnexpectedResponseException unexpected =
                thrownBy(UnexpectedResponseException.class, () -> local.digiMe.refreshToken(local.contract, token));
        assertThat(local.asked()).containsExactly(Operation.REFRESH_TOKEN);
        assertThat(unexpected.operation()).isEqualTo("refreshToken");
        return unexpected;
    }

    private DigiMeException linkFrom(String baseUrl) {
        DigiMe digiMe = local.clientFor(baseUrl, builder -> builder.retryPolicy(RetryPolicy.none()));
        return thrownBy(DigiMeException.class, () -> local.link(digiMe));
    }

    @Test
    void aPageWithStatus200NamesItsType() {
        UnexpectedResponseException unexpected = failedRefresh(CannedResponse.html(200));
        assertThat(unexpected.status()).isEqualTo(200);
        assertThat(unexpected.where()).isEqualTo("$");
        assertThat(unexpected.what()).isEqualTo("expected JSON, found text/html");
    }

    @Test
    void anInvalidSuccessIsReportedWithItsStatus() {
        UserAccessToken token = local.tokenOffTheRecord();
        local.sandbox.failNext(Operation.START_SESSION, Change.field("session.key", ""));
        UnexpectedResponseException unexpected = thrownBy(
                UnexpectedResponseException.class,
                () -> KnownUser.of(local.digiMe, local.contract, token).startSession());
        assertThat(unexpected.status()).isEqualTo(202);
    }

    @Test
    void anEmptyResponseIsUnexpected() {
        assertThat(failedRefresh(CannedResponse.empty(200)).what()).isEqualTo("the response is empty");
        UnexpectedResponseException none = failedRefresh(CannedResponse.empty(204));
        assertThat(none.status()).isEqualTo(204);
        assertThat(none.where()).isEqualTo("body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"token\"",
                "{\"token\":\"a",
                "[]",
                "null",
                "7",
                "\"token\"",
                "{\"token\":null}",
                "{\"token\":7}",
                "{\"token\":\"a\",\"token\":\"b\"}",
                "{\"token\":\"a\"}{}",
                "{'token':'a'}"
            })
    void jsonThatIsCutOrOfAnotherShapeIsAnErrorThatSaysWhere(String json) {
        UnexpectedResponseException unexpected = failedRefresh(CannedResponse.json(200, json));
        assertThat(unexpected.status()).isEqualTo(200);
        assertThat(unexpected.where()).startsWith("$");
    }

    @Test
    void deepNestingDoesNotOverflowTheStack() {
        failedRefresh(CannedResponse.json(200, "{\"token\":" + "[".repeat(100_000)));
        failedRefresh(CannedResponse.json(200, "{\"unknown\":" + "[".repeat(100_000)));
    }

    @Test
    void aResponseThatIsTooLargeIsNotReadToItsEnd() {
        UserAccessToken token = local.tokenOffTheRecord();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, new Oversized(TOO_MANY_BYTES));
        UnexpectedResponseException unexpected =
                thrownBy(UnexpectedResponseException.class, () -> local.digiMe.refreshToken(local.contract, token));
        assertThat(unexpected.where()).isEqualTo("body");
        assertThat(unexpected.status()).isEqualTo(201);
        assertThat(local.asked()).containsExactly(Operation.REFRESH_TOKEN);
    }

    @Test
    void aSmallResponseThatInflatesToALargeOneIsNotInflatedToItsEnd() throws Exception {
        Buffer zipped = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(zipped))) {
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (long bytes = 0; bytes < TOO_MANY_BYTES; bytes += spaces.length) {
                sink.write(spaces);
            }
        }
        assertThat(zipped.size()).isLessThan(1 << 20);
        try (Relay relay = new Relay(
                local,
                response ->
                        new MockResponse().setHeader("Content-Encoding", "gzip").setBody(zipped.clone()))) {
            assertThat(linkFrom(relay.url()))
                    .isInstanceOfSatisfying(
                            UnexpectedResponseException.class,
                            unexpected -> assertThat(unexpected.where()).isEqualTo("body"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        try (RawServer foreign = RawServer.responding(200, "application/json", "{}")) {
            UnexpectedResponseException unexpected = failedRefresh(
                    CannedResponse.empty(status).withHeader("Location", foreign.url() + "?marked-secret"));
            assertThat(unexpected.status()).isEqualTo(status);
            assertThat(unexpected.where()).isEqualTo("Location");
            assertThat(unexpected).hasMessageContaining("127.0.0.1").hasMessageNotContaining("marked-secret");
            assertThat(foreign.connections()).isZero();
        }
    }

    @Test
    void aRedirectOfTheServersKeysIsNotFollowedEither() {
        try (RawServer foreign = RawServer.responding(200, "application/json", "{\"keys\":[]}")) {
            local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, CannedResponse.redirect(URI.create(foreign.url())));
            DigiMeException failure =
                    linkFrom(local.sandbox.environment().baseUrl().toString());
            assertThat(failure).isInstanceOf(UnexpectedResponseException.class);
            assertThat(foreign.connections()).isZero();
            assertThat(local.asked()).containsExactly(Operation.FETCH_SIGNING_KEYS);
        }
    }

    @Test
    void aRedirectToNowhereIsNamedAsOne() {
        assertThat(failedRefresh(CannedResponse.empty(302))).hasMessageContaining("a redirect to an invalid location");
        assertThat(failedRefresh(CannedResponse.empty(302).withHeader("Location", "ht!tp::%%")))
                .hasMessageContaining("a redirect to");
        assertThat(failedRefresh(CannedResponse.empty(304)).status()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"keys\"",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nabcde",
                "HTTP/1.1 407 Proxy\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: no/such;charset=nowhere\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 500 Error\r\nContent-Type: ;;\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
            })
    void everyResponseOfAServerEndsWithAnExceptionOfTheFamily(String response) {
        try (RawServer server = RawServer.responding(response)) {
            DigiMeException failure = linkFrom(server.url());
            assertThat(failure).isNotNull();
            if (failure instanceof NetworkException network) {
                assertThat(network.requestMayHaveArrived()).isTrue();
            }
        }
    }

    @Test
    void aResponseThatIsNotHttpHasNoStatus() {
        try (RawServer server = RawServer.responding("SSH-2.0-OpenSSH_9.2\r\n")) {
            assertThat(linkFrom(server.url()))
                    .hasMessage("unexpected response to fetchSigningKeys: HTTP: not a valid HTTP response")
                    .isInstanceOfSatisfying(
                            UnexpectedResponseException.class,
                            unexpected -> assertThat(unexpected.status()).isZero());
        }
    }

    @Test
    void anInvalidKeySetIsAnErrorThatSaysWhere() {
        for (String json : List.of("{}", "{\"keys\":{}}", "{\"keys\":null}")) {
            local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, CannedResponse.json(200, json));
            DigiMeException failure =
                    linkFrom(local.sandbox.environment().baseUrl().toString());
            assertThat(failure).isInstanceOfSatisfying(UnexpectedResponseException.class, unexpected -> {
                assertThat(unexpected.operation()).isEqualTo("fetchSigningKeys");
                assertThat(unexpected).hasMessageContaining("keys");
            });
        }
    }
}
