package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.content.Content;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Operation;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Access tokens that are refused although they have not expired. */
class RefusedAccessTokenTest {
    @AutoClose
    private final LocalUser local = new LocalUser();

    private final ContractDetails pushContract = local.sandbox.addContract("push", ContractKind.PUSH);
    private final DigiMeUser pusher = pusher(local.digiMe);

    @Test
    void t5_aPushThatCanBeSentOnlyOnceFailsAndTheNextOnesSucceed() {
        local.sandbox.expireAccessTokens();
        ApiException failure = thrownBy(ApiException.class, () -> pusher.pushToLibrary(CallSetup.DESCRIPTOR, once()));
        assertThat(failure.status()).isEqualTo(401);
        assertThat(local.refreshes()).isEqualTo(1);
        for (int push = 0; push < 4; push++) {
            pusher.pushToLibrary(CallSetup.DESCRIPTOR, once());
        }
        assertThat(local.refreshes()).isEqualTo(1);
        assertThat(local.sandbox.requests().count(Operation.PUSH_TO_LIBRARY)).isEqualTo(5);
    }

    @Test
    void t5_aFailedRefreshIsSuppressedInTheRefusal() {
        local.sandbox.expireAccessTokens();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.error(500, "InternalServerError", "sorry"));
        ApiException failure = thrownBy(ApiException.class, () -> pusher.pushToLibrary(CallSetup.DESCRIPTOR, once()));
        assertThat(failure.status()).isEqualTo(401);
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(((ApiException) failure.getSuppressed()[0]).status()).isEqualTo(500);
    }

    @Test
    void t6_aOneTimeBodyIsTouchedOnlyUnderAFreshPairThoughTheFoundOneHasExpiredToo() {
        DigiMeUser behind = local.client().user(pushContract, "pusher");
        assertThat(behind.loadToken()).isEqualTo(pusher.loadToken());
        assertThat(pusher.refresh()).isNotNull();
        local.expire();
        AtomicInteger reads = new AtomicInteger();
        behind.pushToLibrary(CallSetup.DESCRIPTOR, Content.oneShot(counted(reads)));
        assertThat(reads).hasPositiveValue();
        assertThat(local.refreshes()).isEqualTo(2);
        assertThat(local.sandbox.requests().count(Operation.PUSH_TO_LIBRARY)).isEqualTo(1);
    }

    @Test
    void t6_aStalePairIsReplacedBeforeAOneTimeBodyIsTouched() {
        local.sandbox.clock().advance(LocalUser.A_DAY.minusMinutes(4));
        local.sandbox.expireAccessTokens();
        pusher.pushToLibrary(CallSetup.DESCRIPTOR, once());
        assertThat(local.refreshes()).isEqualTo(1);
        assertThat(local.sandbox.requests().count(Operation.PUSH_TO_LIBRARY)).isEqualTo(1);
    }

    static Stream<CannedResponse> refusalsWithoutACode() {
        return Stream.of(
                CannedResponse.empty(401),
                CannedResponse.html(401),
                CannedResponse.json(401, "{\"error\":{}}"),
                CannedResponse.empty(401).withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    @ParameterizedTest
    @MethodSource("refusalsWithoutACode")
    void t7_a401WithoutAReadableCodeIsARefusedAccessToken(CannedResponse failure) {
        local.sandbox.failNext(Operation.LIST_ACCOUNTS, failure);
        assertThat(local.user.listAccounts()).isNotEmpty();
        assertThat(local.refreshes()).isEqualTo(1);
        assertThat(local.sandbox.requests().count(Operation.LIST_ACCOUNTS)).isEqualTo(2);
    }

    @Test
    void t7_a401WithAnotherCodeIsNot() {
        local.sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.error(401, "AccountSuspended", "no"));
        ApiException failure = thrownBy(ApiException.class, local.user::listAccounts);
        assertThat(failure.code()).isEqualTo(new ErrorCode("AccountSuspended"));
        assertThat(local.refreshes()).isZero();
    }

    @ParameterizedTest
    @MethodSource("refusalsWithoutACode")
    void t7_itIsNotAVerdictOnARefresh(CannedResponse failure) {
        local.expire();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, failure);
        assertThat(thrownBy(ApiException.class, local.user::listAccounts).status())
                .isEqualTo(401);
        assertThat(local.user.listAccounts()).isNotEmpty();
        assertThat(local.refreshes()).isEqualTo(2);
    }

    @Test
    void t21_aPairThatWasFoundAndIsRefusedTooIsReplacedByOneThatIsFetched() {
        DigiMeUser behind = local.userOf(local.client());
        assertThat(behind.listAccounts()).isNotEmpty();
        assertThat(local.user.refresh()).isNotNull();
        local.sandbox.expireAccessTokens();
        local.sandbox.requests().clear();
        assertThat(behind.listAccounts()).isNotEmpty();
        assertThat(local.sandbox.requests().count(Operation.LIST_ACCOUNTS)).isEqualTo(3);
        assertThat(local.refreshes()).isEqualTo(1);
        assertThat(behind.loadToken()).matches(local::accepts);
    }

    @Test
    void t22_aGatewayThatRefusesEveryCallCostsOneRefreshAMinute() {
        DigiMeUser user = local.userOf(local.client(builder -> builder.httpClient(refusingAccounts())));
        for (int call = 0; call < 10; call++) {
            assertThat(thrownBy(ApiException.class, user::listAccounts).status())
                    .isEqualTo(401);
        }
        assertThat(local.refreshes()).isEqualTo(1);
        local.sandbox.clock().advance(Duration.ofSeconds(61));
        for (int call = 0; call < 10; call++) {
            assertThat(thrownBy(ApiException.class, user::listAccounts).status())
                    .isEqualTo(401);
        }
        assertThat(local.refreshes()).isEqualTo(2);
    }

    @Test
    void t22_aTokenThatIsRefusedByItsCodeIsReplacedHoweverNewItIs() {
        assertThat(local.user.refresh()).isNotNull();
        local.sandbox.expireAccessTokens();
        assertThat(local.user.listAccounts()).isNotEmpty();
        assertThat(local.refreshes()).isEqualTo(2);
    }

    @Test
    void t22_tokensThatLiveShorterThanClocksDifferAreNotRefreshedAtEachCall() {
        Clock ahead = Clock.offset(local.sandbox.clock(), Duration.ofMinutes(4));
        DigiMeUser user = local.userOf(local.client(builder -> builder.clock(ahead)));
        long soon = local.sandbox.clock().instant().plusSeconds(120).getEpochSecond();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Change.claim("access_token.expires_on", soon));
        assertThat(user.refresh()).isNotNull();
        for (int call = 0; call < 10; call++) {
            assertThat(user.listAccounts()).isNotEmpty();
        }
        assertThat(local.refreshes()).isEqualTo(1);
    }

    private DigiMeUser pusher(DigiMe client) {
        PendingConsent link = client.authorize(pushContract)
                .redirectUri("https://app.example/callback")
                .start();
        Authorized allowed = (Authorized) link.read(local.sandbox.allow(link.url()));
        DigiMeUser user = client.signIn(pushContract, "pusher", allowed).user();
        // The pair that a client has just got is new to it.
        local.sandbox.clock().advance(Duration.ofMinutes(2));
        return user;
    }

    private static Content once() {
        return Content.oneShot(new ByteArrayInputStream("content".getBytes(StandardCharsets.UTF_8)));
    }

    private static InputStream counted(AtomicInteger reads) {
        return new ByteArrayInputStream("content".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                reads.incrementAndGet();
                return super.read(bytes, offset, length);
            }
        };
    }

    private static OkHttpClient refusingAccounts() {
        return new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    Response response = chain.proceed(chain.request());
                    if (!chain.request().url().encodedPath().endsWith("accounts")) {
                        return response;
                    }
                    response.close();
                    return response.newBuilder()
                            .code(401)
                            .body(ResponseBody.create("<html>", MediaType.get("text/html")))
                            .build();
                })
                .build();
    }
}
