package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Operation;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls with failing interceptors and loggers of the application, and with servers that do not follow HTTP. */
@Timeout(60)
class ForeignCodeTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private final UserAccessToken token = local.tokenOffTheRecord();
    private final JoinedThreads threads = new JoinedThreads();

    private DigiMeUser userOf(DigiMe digiMe) {
        return KnownUser.of(digiMe, local.contract, token);
    }

    private Throwable failureThrough(OkHttpClient given) throws InterruptedException {
        try (ReportedProblems problems = ReportedProblems.record();
                DigiMe digiMe = local.builder().httpClient(given).build()) {
            Throwable failure = catchThrowable(userOf(digiMe)::listAccounts);
            threads.join();
            assertThat(problems.uncaught()).isEmpty();
            return failure;
        }
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("lost"),
                new IllegalArgumentException("lost"),
                new NullPointerException("lost"),
                new TimeoutException("not declared, as in Kotlin"),
                new AssertionError("lost"),
                new StackOverflowError("lost"),
                new LinkageError("lost"));
    }

    private static Interceptor throwing(Throwable failure) {
        return chain -> {
            ForeignCodeTest.<RuntimeException>sneak(failure);
            return chain.proceed(chain.request());
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    @ParameterizedTest
    @MethodSource("failures")
    void h3_whatAnInterceptorThrowsIsOneExceptionOfTheFamily(Throwable thrown) throws InterruptedException {
        Throwable failure =
                failureThrough(threads.client().addInterceptor(throwing(thrown)).build());
        assertThat(failure).isInstanceOfSatisfying(NetworkException.class, network -> {
            assertThat(network.kind()).isEqualTo(Kind.NOT_SENT);
            assertThat(network).hasRootCause(thrown);
        });
        assertThat(local.requests(Operation.LIST_ACCOUNTS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void h3_whatANetworkInterceptorThrowsIsOneExceptionOfTheFamily(Throwable thrown) throws InterruptedException {
        Throwable failure = failureThrough(
                threads.client().addNetworkInterceptor(throwing(thrown)).build());
        assertThat(failure).isInstanceOf(NetworkException.class).hasRootCause(thrown);
        assertThat(local.pauses).isEmpty();
    }

    @Test
    void h3_whatAnInterceptorThrowsAfterTheResponseLeavesTheRequestInDoubt() throws InterruptedException {
        Throwable failure = failureThrough(threads.client()
                .addInterceptor(chain -> {
                    chain.proceed(chain.request()).close();
                    throw new IllegalStateException("lost");
                })
                .build());
        assertThat(failure)
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        network -> assertThat(network.requestMayHaveArrived()).isTrue());
    }

    @Test
    void h3_anOutOfMemoryErrorIsNotReportedAsANetworkFailure() throws InterruptedException {
        OutOfMemoryError error = new OutOfMemoryError("in an interceptor");
        assertThat(failureThrough(
                        threads.client().addInterceptor(throwing(error)).build()))
                .isSameAs(error);
    }

    @ParameterizedTest
    @MethodSource("notHttp")
    void h3_aServerThatDoesNotFollowHttpCausesOneExceptionOfTheFamily(String response) throws InterruptedException {
        try (RawServer server = RawServer.responding(response);
                ReportedProblems problems = ReportedProblems.record();
                DigiMe digiMe = local.builderFor(server.url())
                        .retryPolicy(RetryPolicy.none())
                        .httpClient(threads.client().build())
                        .build()) {
            UnexpectedResponseException failure =
                    thrownBy(UnexpectedResponseException.class, userOf(digiMe)::listAccounts);
            assertThat(failure.where()).isEqualTo("HTTP");
            threads.join();
            assertThat(problems.uncaught()).isEmpty();
        }
    }

    static Stream<String> notHttp() {
        return Stream.of(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: -5\r\n\r\n{}",
                "HTTP/1.1 100 Continue\r\n\r\n".repeat(100));
    }

    private static Response withoutTags(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        return chain.proceed(new Request.Builder()
                .url(request.url())
                .headers(request.headers())
                .method(request.method(), request.body())
                .build());
    }

    @Test
    void h11_anInterceptorMayRebuildRequestsWithoutTheirTags() throws InterruptedException {
        try (ReportedProblems problems = ReportedProblems.record();
                DigiMe digiMe = local.builder()
                        .httpClient(threads.client()
                                .addInterceptor(ForeignCodeTest::withoutTags)
                                .addNetworkInterceptor(ForeignCodeTest::withoutTags)
                                .build())
                        .build()) {
            DigiMeUser user = userOf(digiMe);
            assertThat(user.listAccounts()).isNotEmpty();
            assertThat(user.refresh()).isNotNull();
            var files = user.files(user.startSession());
            String name = files.list().files().get(0).name();
            assertThat(files.read(name).readBytes()).isNotEmpty();
            assertThat(local.events).isNotEmpty().allMatch(event -> event.failure() == null);
            threads.join();
            assertThat(problems.uncaught()).isEmpty();
        }
    }

    @Test
    void h15_theLoggerRunsOnTheCallersThreadForEachAttempt() {
        List<Thread> loggedOn = new CopyOnWriteArrayList<>();
        List<Integer> statuses = new ArrayList<>();
        local.sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.empty(503));
        DigiMe digiMe = local.client(builder -> builder.logger(event -> {
            loggedOn.add(Thread.currentThread());
            statuses.add(event.status());
        }));
        userOf(digiMe).listAccounts();
        assertThat(statuses).containsExactly(503, 200);
        assertThat(loggedOn).containsOnly(Thread.currentThread());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void h15_whatTheLoggerThrowsCostsNoCallAndIsReportedOnce(Throwable thrown) throws InterruptedException {
        try (ReportedProblems problems = ReportedProblems.record();
                DigiMe digiMe = local.builder()
                        .httpClient(threads.client().build())
                        .logger(event -> ForeignCodeTest.<RuntimeException>sneak(thrown))
                        .build()) {
            DigiMeUser user = userOf(digiMe);
            assertThat(user.listAccounts()).isNotEmpty();
            assertThat(user.listAccounts()).isNotEmpty();
            assertThat(user.refresh()).isNotNull();
            threads.join();
            assertThat(problems.uncaught()).isEmpty();
            assertThat(problems.failures()).containsExactly(thrown);
            assertThat(problems.messages()).singleElement().asString().startsWith("the request logger failed");
        }
    }

    @Test
    void h15_aLoggerThatThrowsDoesNotHideTheFailureOfTheCall() {
        local.sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.error(403, "NotYours", "no"));
        try (ReportedProblems problems = ReportedProblems.record();
                DigiMe digiMe = local.builder()
                        .logger(event -> {
                            throw new IllegalStateException("the logger's own");
                        })
                        .build()) {
            assertThat(catchThrowable(userOf(digiMe)::listAccounts)).isInstanceOf(DigiMeException.class);
            assertThat(problems.failures()).hasSize(1);
        }
    }
}
