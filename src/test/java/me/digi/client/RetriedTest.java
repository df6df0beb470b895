package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import me.digi.client.content.Content;
import me.digi.client.error.ApiException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.report.PortabilityReport;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which requests are retried, and the errors of those that are not. */
@Timeout(60)
class RetriedTest {
    private static final int REFUSED_STREAM = 7;

    @AutoClose
    private CallSetup setup = CallSetup.withRetries();

    private int requests(EveryCall call) {
        return setup.sandbox.requests().count(call.operation);
    }

    @Test
    void h8_tooLargeIsNotRetried() {
        setup.sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.empty(413));
        ApiException apiError = thrownBy(ApiException.class, setup.user::listAccounts);
        assertThat(apiError.isRetryable()).isFalse();
        assertThat(requests(EveryCall.ACCOUNTS)).isOne();
    }

    @Test
    void h8_onlyErrorsThatAreRetryableAreRetried() {
        Set<Integer> retryable = new TreeSet<>();
        for (int status = 400; status < 600; status++) {
            if (new ApiException("accounts", status, null, null, null, null).isRetryable()) {
                retryable.add(status);
            }
        }
        assertThat(RetryPolicy.defaults().statuses()).containsExactlyInAnyOrderElementsOf(retryable);
    }

    static Stream<List<Object>> codesAndSessions() {
        return Stream.of(
                        EveryCall.AUTHORIZE,
                        EveryCall.REAUTHORIZE,
                        EveryCall.ONBOARD,
                        EveryCall.REFER_TO_ACCOUNT,
                        EveryCall.REFER_TO_STORAGE,
                        EveryCall.TRIGGER)
                .flatMap(call -> Stream.of(List.of(call, 502), List.of(call, 503)));
    }

    @ParameterizedTest
    @MethodSource("codesAndSessions")
    void h19_codesAndSessionsAreRequestedAgain(List<Object> callAndStatus) {
        EveryCall call = (EveryCall) callAndStatus.get(0);
        setup.sandbox.failNext(call.operation, CannedResponse.html((int) callAndStatus.get(1)));
        call.make(setup);
        assertThat(requests(call)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTHORIZE", "REAUTHORIZE", "ONBOARD", "REFER_TO_ACCOUNT", "REFER_TO_STORAGE"})
    void h19_aLostPreauthorizationCodeIsRequestedAgainWithItsOwnVerifier(EveryCall call) {
        for (Delivery cut : List.of(Delivery.DROP_BEFORE, Delivery.DROP_AFTER)) {
            setup.forget();
            setup.sandbox.failNext(call.operation, cut);
            call.make(setup);
            assertThat(requests(call)).isEqualTo(2);
            assertThat(setup.requests(call.operation))
                    .extracting(request -> request.claim("nonce"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void h19_aSessionWhoseResponseIsLostIsNotOpenedTwice() {
        setup.sandbox.failNext(Operation.START_SESSION, Delivery.DROP_AFTER);
        assertThat(thrownBy(NetworkException.class, setup.user::startSession).kind())
                .isEqualTo(Kind.NO_RESPONSE);
        assertThat(requests(EveryCall.TRIGGER)).isOne();
    }

    @Test
    void h17_whatHttp2DidNotProcessIsSentAgain() throws IOException {
        MockResponse refused = new MockResponse()
                .setSocketPolicy(SocketPolicy.RESET_STREAM_AT_START)
                .setHttp2ErrorCode(REFUSED_STREAM);
        try (MockWebServer server = new MockWebServer()) {
            server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
            server.enqueue(refused);
            server.enqueue(new MockResponse()
                    .setResponseCode(202)
                    .setHeader("Content-Type", "application/json")
                    .setBody("{\"session\":{\"key\":\"the session\",\"expiry\":1900000000000}}"));
            for (int i = 0; i < 3; i++) {
                server.enqueue(refused);
            }
            try (DigiMe digiMe = overHttp2(server)) {
                DigiMeUser user = KnownUser.of(digiMe, setup.contract, setup.token);
                assertThat(user.startSession().key().value()).isEqualTo("the session");
                assertThat(setup.pauses).hasSize(1);
                NetworkException failure = thrownBy(NetworkException.class, user::startSession);
                assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
                assertThat(failure.requestMayHaveArrived()).isFalse();
            }
        }
    }

    private DigiMe overHttp2(MockWebServer server) {
        return setup.builderFor(server.url("/").toString())
                .httpClient(new OkHttpClient.Builder()
                        .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                        .build())
                .build();
    }

    @Test
    void h9_theStatusIsTheTrueOne() {
        setup.sandbox.failNext(Operation.DOWNLOAD_REPORT, CannedResponse.html(203));
        assertThat(thrownBy(
                                UnexpectedResponseException.class,
                                () -> setup.user.downloadReport(PortabilityReport.medMij()))
                        .status())
                .isEqualTo(203);
        setup.sandbox.failNext(
                Operation.START_SESSION,
                CannedResponse.json(207, "{\"session\":{\"key\":\"\",\"expiry\":1900000000000}}"));
        assertThat(thrownBy(UnexpectedResponseException.class, setup.user::startSession)
                        .status())
                .isEqualTo(207);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTHORIZE", "REAUTHORIZE", "ONBOARD"})
    void h9_theStatusOfAResponseWithACodeIsTheTrueOne(EveryCall call) {
        try (Relay relay = new Relay(
                        setup,
                        response -> String.valueOf(response.getHeaders().get("Content-Type"))
                                                .contains("json")
                                        && response.getBody().clone().readUtf8().contains("\"session\"")
                                ? response.setResponseCode(207).setBody(withoutSessionKey(response))
                                : response);
                DigiMe digiMe = setup.builderFor(relay.url()).build()) {
            UnexpectedResponseException failure = thrownBy(UnexpectedResponseException.class, () -> make(call, digiMe));
            assertThat(failure.status()).isEqualTo(207);
            assertThat(failure.where()).isEqualTo("$.session.key");
        }
    }

    private static String withoutSessionKey(MockResponse response) {
        return response.getBody().clone().readUtf8().replaceAll("\"key\":\"[^\"]*\"", "\"key\":\"\"");
    }

    private void make(EveryCall call, DigiMe digiMe) {
        switch (call) {
            case AUTHORIZE -> setup.link(digiMe);
            case REAUTHORIZE ->
                digiMe.reauthorize(setup.contract, setup.token)
                        .redirectUri(LocalDigiMe.REDIRECT_URI)
                        .start();
            default ->
                KnownUser.of(digiMe, setup.contract, setup.token)
                        .onboard()
                        .redirectUri(LocalDigiMe.REDIRECT_URI)
                        .start();
        }
    }

    @Test
    void h9_jsonThatIsCutIsCalledCutJson() {
        try (RawServer server = RawServer.responding(
                        "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n[{\"id\":");
                DigiMe digiMe = setup.builderFor(server.url()).build()) {
            UnexpectedResponseException failure = thrownBy(
                    UnexpectedResponseException.class, KnownUser.of(digiMe, setup.contract, setup.token)::listAccounts);
            assertThat(failure.status()).isEqualTo(201);
            assertThat(failure.what()).isEqualTo("the JSON is truncated");
        }
    }

    @Test
    void h10_contentThatFailsIsItsOwnFailureAndNotOneOfTheNetwork() {
        IOException broken = new IOException("the application's disk");
        Content content = Content.repeatable(100, () -> new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw broken;
            }
        });
        for (Runnable upload : List.<Runnable>of(
                () -> setup.pusher.pushToLibrary(CallSetup.DESCRIPTOR, content),
                () -> setup.files.upload("Notes/second.txt", content))) {
            NetworkException failure = thrownBy(NetworkException.class, upload::run);
            assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
            assertThat(failure.requestMayHaveArrived()).isFalse();
            assertThat(failure)
                    .hasMessageEndingWith("could not be sent: the content failed")
                    .hasCause(broken);
        }
        assertThat(setup.pauses).isEmpty();
    }

    @Test
    void h10_contentOfAnotherLengthIsReportedWithBothLengths() {
        for (int length : new int[] {4, 6}) {
            Content content = Content.repeatable(length, () -> new ByteArrayInputStream(new byte[5]));
            NetworkException failure =
                    thrownBy(NetworkException.class, () -> setup.files.upload("Notes/second.txt", content));
            assertThat(failure)
                    .cause()
                    .hasMessage("the content has a stated length of " + length + " bytes but has "
                            + (length < 5 ? "more" : "only 5"));
        }
    }
}
