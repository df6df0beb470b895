package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.Operation;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A token response that has arrived is kept, whatever an application's interceptors and listeners do. */
class SecuredResponseTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private final UserAccessToken old = local.tokenOffTheRecord();

    private static Response throwing(Throwable failure) throws IOException {
        if (failure instanceof IOException exception) {
            throw exception;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        throw (Error) failure;
    }

    private void assertRefreshedThrough(OkHttpClient.Builder given) {
        assertRefreshedBy(local.builder().httpClient(given.build()));
    }

    private void assertRefreshedBy(DigiMe.Builder builder) {
        try (DigiMe digiMe = builder.retryPolicy(RetryPolicy.none()).build()) {
            UserAccessToken pair = ((Refreshed) digiMe.refreshToken(local.contract, old)).token();
            assertThat(pair.refreshToken().value())
                    .isEqualTo(local.sandbox
                            .grant(old.userId(), local.contract)
                            .live()
                            .refreshToken());
        }
        assertThat(local.requests(Operation.REFRESH_TOKEN)).hasSize(1);
    }

    private static Interceptor afterTokenResponses(Interceptor deed) {
        return chain -> chain.request().url().encodedPath().endsWith("oauth/token")
                ? deed.intercept(chain)
                : chain.proceed(chain.request());
    }

    private static Interceptor losing(Throwable failure) {
        return afterTokenResponses(chain -> {
            chain.proceed(chain.request()).close();
            return throwing(failure);
        });
    }

    static Stream<Throwable> thrownByInterceptors() {
        return Stream.of(new IOException("lost"), new IllegalStateException("lost"), new AssertionError("lost"));
    }

    @ParameterizedTest
    @MethodSource("thrownByInterceptors")
    void anInterceptorThatThrows(Throwable failure) {
        assertRefreshedThrough(new OkHttpClient.Builder().addInterceptor(losing(failure)));
    }

    @Test
    void aNetworkInterceptorThatThrows() {
        assertRefreshedThrough(
                new OkHttpClient.Builder().addNetworkInterceptor(losing(new IllegalStateException("lost"))));
    }

    @Test
    void anInterceptorThatMakesAnErrorOfIt() {
        assertRefreshedThrough(new OkHttpClient.Builder()
                .addInterceptor(afterTokenResponses(chain ->
                        chain.proceed(chain.request()).newBuilder().code(502).build())));
    }

    @Test
    void anInterceptorThatEmptiesIt() {
        assertRefreshedThrough(new OkHttpClient.Builder().addInterceptor(afterTokenResponses(chain -> {
            chain.proceed(chain.request()).close();
            return chain.proceed(chain.request())
                    .newBuilder()
                    .body(ResponseBody.create("", null))
                    .build();
        })));
    }

    @Test
    void aTimeoutOfTheWholeCallThatFiresAfterIt() {
        assertRefreshedBy(local.builder()
                .callTimeout(Duration.ofSeconds(5))
                .httpClient(new OkHttpClient.Builder()
                        .addInterceptor(afterTokenResponses(chain -> {
                            chain.proceed(chain.request()).close();
                            chain.call().cancel();
                            throw new java.io.InterruptedIOException("timeout");
                        }))
                        .build()));
    }

    @Test
    void aLoggerThatThrows() {
        assertRefreshedBy(local.builder().logger(event -> {
            if (event.operation().equals("refreshToken")) {
                throw new AssertionError("a logger of the application's");
            }
        }));
    }

    @Test
    void aListenerOfTheConnectionThatThrows() {
        assertRefreshedThrough(new OkHttpClient.Builder().eventListener(new EventListener() {
            @Override
            public void responseHeadersEnd(Call call, Response response) {
                if (call.request().url().encodedPath().endsWith("oauth/token")) {
                    throw new IllegalStateException("a listener of the application's");
                }
            }
        }));
    }

    @Test
    void nothingThatAnInterceptorThrowsIsLeftUncaught() {
        try (ReportedProblems problems = ReportedProblems.record()) {
            assertRefreshedThrough(
                    new OkHttpClient.Builder().addInterceptor(losing(new IllegalStateException("lost"))));
            assertThat(problems.uncaught()).isEmpty();
        }
    }
}
