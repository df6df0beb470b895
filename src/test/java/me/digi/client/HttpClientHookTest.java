package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import me.digi.client.auth.PendingConsent;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Operation;
import okhttp3.Authenticator;
import okhttp3.Cache;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client keeps of a given OkHttp client, and what it replaces. */
class HttpClientHookTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private PendingConsent linkThrough(OkHttpClient given) {
        DigiMe digiMe = local.client(builder -> builder.httpClient(given).retryPolicy(RetryPolicy.none()));
        return linkOf(digiMe);
    }

    private PendingConsent linkOf(DigiMe digiMe) {
        return local.link(digiMe);
    }

    @Test
    void interceptorsAreKeptAndSeeNoJwt() {
        List<String> seen = new ArrayList<>();
        OkHttpClient given = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    seen.add(chain.request().url().encodedPath() + " "
                            + chain.request().header("Authorization"));
                    return chain.proceed(chain.request()
                            .newBuilder()
                            .header("X-Trace", "trace-1")
                            .build());
                })
                .addNetworkInterceptor(chain -> {
                    seen.add("network " + chain.request().header("Authorization"));
                    return chain.proceed(chain.request());
                })
                .build();
        linkThrough(given);
        assertThat(seen)
                .containsExactly("/v1.7/jwks/oauth null", "network null", "/v1.7/oauth/authorize null", "network null");
        assertThat(local.last(Operation.AUTHORIZE).header("X-Trace")).isEqualTo("trace-1");
    }

    @Test
    void anApplicationsUserAgentIsAddedToThisSdks() {
        OkHttpClient given = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("User-Agent", "my-app/2")
                        .build()))
                .build();
        linkThrough(given);
        assertThat(local.last(Operation.AUTHORIZE).header("User-Agent")).startsWith("my-app/2 digime-client/");
    }

    @Test
    void theProxyIsKept() {
        try (RawServer proxy = RawServer.responding(502, "text/html", "<html>proxy</html>")) {
            OkHttpClient given = new OkHttpClient.Builder()
                    .proxy(new Proxy(
                            Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())))
                    .build();
            assertThatThrownBy(() -> linkThrough(given)).hasMessageContaining("502");
            assertThat(proxy.requests().get(0))
                    .startsWith("GET " + local.sandbox.environment().baseUrl() + "jwks/oauth HTTP/1.1");
        }
    }

    @Test
    void theSocketFactoryIsKept() {
        AtomicInteger sockets = new AtomicInteger();
        OkHttpClient given = new OkHttpClient.Builder()
                .socketFactory(new TestSocketFactory(() -> {
                    sockets.incrementAndGet();
                    return new Socket();
                }))
                .build();
        linkThrough(given);
        assertThat(sockets).hasValue(2);
    }

    @Test
    void itStaysUsableAfterTheClientIsClosed() throws IOException {
        OkHttpClient given = new OkHttpClient();
        linkThrough(given);
        Request request = new Request.Builder()
                .url(local.sandbox.environment().baseUrl() + "jwks/oauth")
                .build();
        try (Response response = given.newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
        assertThat(given.dispatcher().executorService().isShutdown()).isFalse();
        given.dispatcher().executorService().shutdown();
    }

    @Test
    void redirectsStayOffAlsoIfTheGivenClientFollowsThem() {
        try (RawServer foreign = RawServer.responding(200, "application/json", "{}")) {
            local.digiMe.close();
            local.sandbox.failNext(
                    Operation.FETCH_SIGNING_KEYS,
                    CannedResponse.redirect(URI.create(foreign.url())).withHeader("X-Any", "1"));
            OkHttpClient given = new OkHttpClient.Builder()
                    .followRedirects(true)
                    .followSslRedirects(true)
                    .build();
            assertThatThrownBy(() -> linkThrough(given)).isInstanceOf(UnexpectedResponseException.class);
            assertThat(foreign.connections()).isZero();
        }
    }

    @Test
    void cookiesStayOffAlsoIfTheGivenClientHasAJar() {
        local.sandbox.failNext(
                Operation.FETCH_SIGNING_KEYS, CannedResponse.empty(503).withHeader("Set-Cookie", "session=1; Path=/"));
        List<Cookie> jar = new ArrayList<>();
        OkHttpClient given = new OkHttpClient.Builder()
                .cookieJar(new CookieJar() {
                    @Override
                    public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
                        jar.addAll(cookies);
                    }

                    @Override
                    public List<Cookie> loadForRequest(HttpUrl url) {
                        return List.of(new Cookie.Builder()
                                .name("planted")
                                .value("1")
                                .domain("127.0.0.1")
                                .build());
                    }
                })
                .build();
        try (DigiMe digiMe = local.builder().httpClient(given).build()) {
            linkOf(digiMe);
        }
        assertThat(jar).isEmpty();
        assertThat(local.sandbox.requests().all())
                .allSatisfy(request -> assertThat(request.header("Cookie")).isNull());
    }

    @Test
    void nothingIsCachedAlsoIfTheGivenClientHasACache(@TempDir Path directory) throws IOException {
        try (Relay relay = new Relay(local, response -> response.setHeader("Cache-Control", "max-age=3600"))) {
            Cache cache = new Cache(directory.resolve("cache").toFile(), 1 << 20);
            OkHttpClient given = new OkHttpClient.Builder().cache(cache).build();
            for (int i = 0; i < 2; i++) {
                try (DigiMe digiMe =
                        local.builderFor(relay.url()).httpClient(given).build()) {
                    linkOf(digiMe);
                }
            }
            assertThat(relay.paths())
                    .containsExactly("/jwks/oauth", "/oauth/authorize", "/jwks/oauth", "/oauth/authorize");
            assertThat(cache.requestCount()).isZero();
            cache.close();
        }
        assertThat(Files.exists(directory)).isTrue();
    }

    @Test
    void anAuthenticatorOfTheGivenClientIsNotUsedAfter401() {
        AtomicInteger asked = new AtomicInteger();
        Authenticator authenticator = (route, response) -> {
            asked.incrementAndGet();
            return response.request().newBuilder().header("X-Again", "1").build();
        };
        local.sandbox.failNext(Operation.AUTHORIZE, CannedResponse.error(401, "InvalidJWT", "no"));
        OkHttpClient given =
                new OkHttpClient.Builder().authenticator(authenticator).build();
        assertThatThrownBy(() -> linkThrough(given)).hasMessageContaining("401 InvalidJWT");
        assertThat(asked).hasValue(0);
    }

    @Test
    void theTimeoutsAreTheBuildersOwn() {
        List<Integer> timeouts = new ArrayList<>();
        OkHttpClient given = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofMillis(1))
                .addNetworkInterceptor(chain -> {
                    timeouts.add(chain.connectTimeoutMillis());
                    timeouts.add(chain.readTimeoutMillis());
                    timeouts.add(chain.writeTimeoutMillis());
                    return chain.proceed(chain.request());
                })
                .build();
        try (DigiMe digiMe = local.builder()
                .httpClient(given)
                .connectTimeout(Duration.ofSeconds(11))
                .readTimeout(Duration.ofSeconds(12))
                .writeTimeout(Duration.ofSeconds(13))
                .build()) {
            linkOf(digiMe);
        }
        assertThat(timeouts).containsExactly(11_000, 12_000, 13_000, 11_000, 12_000, 13_000);
    }

    @Test
    void anInterceptorThatThrowsIsANetworkErrorWithItsCause() {
        OkHttpClient given = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    throw new IOException("the application's own");
                })
                .build();
        assertThatThrownBy(() -> linkThrough(given)).isInstanceOfSatisfying(NetworkException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(NetworkException.Kind.NOT_SENT);
            assertThat(failure).hasRootCauseMessage("the application's own");
        });
    }
}
