package me.digi.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows on a bare OkHttp what {@link OkHttpQuirks} works around: if one fails, the workaround has to change, or may go. */
class OkHttpQuirksTest {
    /** RFC 9113, 7. */
    private static final int REFUSED_STREAM = 7;

    private final MockWebServer server = new MockWebServer();
    private final OkHttpClient bare = new OkHttpClient();
    private final OkHttpClient kept = bare.newBuilder()
            .addNetworkInterceptor(chain -> OkHttpQuirks.withoutResend(chain.proceed(chain.request())))
            .build();

    @AfterEach
    void close() throws IOException {
        bare.connectionPool().evictAll();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"408, 3", "503, 0"})
    void okHttpResendsByItself(int status, String retryAfter) throws IOException {
        server.enqueue(new MockResponse().setResponseCode(status).setHeader("Retry-After", "0"));
        server.enqueue(new MockResponse().setResponseCode(status).setHeader("Retry-After", retryAfter));
        try (Response response = get(bare)) {
            assertThat(response.code()).isEqualTo(status);
            assertThat(server.getRequestCount()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"408", "503"})
    void whereItsHeaderIsHiddenItDoesNot(int status) throws IOException {
        server.enqueue(new MockResponse().setResponseCode(status).setHeader("Retry-After", "0"));
        try (Response response = get(kept)) {
            assertThat(response.code()).isEqualTo(status);
            assertThat(OkHttpQuirks.retryAfter(response.headers())).isEqualTo("0");
            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void aHeaderThatWasNotHiddenIsReadAsItIs() {
        assertThat(OkHttpQuirks.retryAfter(Headers.of("Retry-After", "7"))).isEqualTo("7");
        assertThat(OkHttpQuirks.retryAfter(Headers.of())).isNull();
    }

    @Test
    void aTruncatedResponseIsRecognizedOnlyByItsMessage() throws IOException {
        server.enqueue(
                new MockResponse().setBody("0123456789").setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY));
        try (Response response = get(bare)) {
            IOException failure = catchThrowableOfType(
                    IOException.class, () -> response.body().string());
            assertThat(OkHttpQuirks.isTruncation(failure)).isTrue();
        }
    }

    @Test
    void anInterruptionDiffersFromATimeoutOnlyInItsMessage() {
        server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
        Thread.currentThread().interrupt();
        InterruptedIOException failure = catchThrowableOfType(InterruptedIOException.class, () -> get(bare));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(OkHttpQuirks.isInterruption(failure)).isTrue();
        assertThat(OkHttpQuirks.isInterruption(new InterruptedIOException("timeout")))
                .isFalse();
    }

    @Test
    void whatHttp2DidNotProcessIsRecognizedOnlyByItsMessage() {
        server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        server.enqueue(new MockResponse()
                .setSocketPolicy(SocketPolicy.RESET_STREAM_AT_START)
                .setHttp2ErrorCode(REFUSED_STREAM));
        OkHttpClient http2 = bare.newBuilder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .retryOnConnectionFailure(false)
                .build();
        IOException failure = catchThrowableOfType(IOException.class, () -> get(http2));
        assertThat(OkHttpQuirks.isUnprocessed(failure)).isTrue();
    }

    private Response get(OkHttpClient client) throws IOException {
        return client.newCall(new Request.Builder().url(server.url("/")).build())
                .execute();
    }
}
