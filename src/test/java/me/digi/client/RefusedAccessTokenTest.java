package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import me.digi.client.push.PushDescriptor;
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

/** Access tokens that are refused though they look good. */
class RefusedAccessTokenTest {
    private static final PushDescriptor DESCRIPTOR = PushDescriptor.builder()
            .mimeType("text/plain")
            .addAccountIds("account")
            .build();

    @AutoClose
    private final GrantScene scene = new GrantScene();

    private final ContractDetails pushContract = scene.sandbox.addContract("push", ContractKind.PUSH);
    private final DigiMeUser pusher = pusher(scene.digiMe);

    @Test
    void t5_aPushThatCanBeSentOnlyOnceFailsAndTheNextOnesSucceed() {
        scene.sandbox.expireAccessTokens();
        ApiException failure = catchThrowableOfType(ApiException.class, () -> pusher.pushToLibrary(DESCRIPTOR, once()));
        assertThat(failure.status()).isEqualTo(401);
        assertThat(scene.refreshes()).isEqualTo(1);
        for (int push = 0; push < 4; push++) {
            pusher.pushToLibrary(DESCRIPTOR, once());
        }
        assertThat(scene.refreshes()).isEqualTo(1);
        assertThat(scene.sandbox.requests().count(Operation.PUSH_TO_LIBRARY)).isEqualTo(5);
    }

    @Test
    void t5_whatKeepsTheTokenFromBeingReplacedIsToldBesideTheRefusal() {
        scene.sandbox.expireAccessTokens();
        scene.sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.error(500, "InternalServerError", "sorry"));
        ApiException failure = catchThrowableOfType(ApiException.class, () -> pusher.pushToLibrary(DESCRIPTOR, once()));
        assertThat(failure.status()).isEqualTo(401);
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(((ApiException) failure.getSuppressed()[0]).status()).isEqualTo(500);
    }

    @Test
    void t6_aOneTimeBodyIsTouchedOnlyUnderAFreshPairThoughTheFoundOneHasExpiredToo() {
        DigiMeUser behind = scene.another().user(pushContract, "pusher");
        assertThat(behind.loadToken()).isEqualTo(pusher.loadToken());
        assertThat(pusher.refresh()).isNotNull();
        scene.expire();
        AtomicInteger reads = new AtomicInteger();
        behind.pushToLibrary(DESCRIPTOR, Content.once(counted(reads)));
        assertThat(reads).hasPositiveValue();
        assertThat(scene.refreshes()).isEqualTo(2);
        assertThat(scene.sandbox.requests().count(Operation.PUSH_TO_LIBRARY)).isEqualTo(1);
    }

    @Test
    void t6_aStalePairIsReplacedBeforeAOneTimeBodyIsTouched() {
        scene.sandbox.clock().advance(GrantScene.A_DAY.minusMinutes(4));
        scene.sandbox.expireAccessTokens();
        pusher.pushToLibrary(DESCRIPTOR, once());
        assertThat(scene.refreshes()).isEqualTo(1);
        assertThat(scene.sandbox.requests().count(Operation.PUSH_TO_LIBRARY)).isEqualTo(1);
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
        scene.sandbox.failNext(Operation.LIST_ACCOUNTS, failure);
        assertThat(scene.user.listAccounts()).isNotEmpty();
        assertThat(scene.refreshes()).isEqualTo(1);
        assertThat(scene.sandbox.requests().count(Operation.LIST_ACCOUNTS)).isEqualTo(2);
    }

    @Test
    void t7_a401WithAnotherCodeIsNot() {
        scene.sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.error(401, "AccountSuspended", "no"));
        ApiException failure = catchThrowableOfType(ApiException.class, scene.user::listAccounts);
        assertThat(failure.code()).isEqualTo(new ErrorCode("AccountSuspended"));
        assertThat(scene.refreshes()).isZero();
    }

    @ParameterizedTest
    @MethodSource("refusalsWithoutACode")
    void t7_ofARefreshItIsNoVerdict(CannedResponse failure) {
        scene.expire();
        scene.sandbox.failNext(Operation.REFRESH_TOKEN, failure);
        assertThat(catchThrowableOfType(ApiException.class, scene.user::listAccounts)
                        .status())
                .isEqualTo(401);
        assertThat(scene.user.listAccounts()).isNotEmpty();
        assertThat(scene.refreshes()).isEqualTo(2);
    }

    @Test
    void t21_aPairThatWasFoundAndIsRefusedTooIsReplacedByOneThatIsFetched() {
        DigiMeUser behind = scene.userOf(scene.another());
        assertThat(behind.listAccounts()).isNotEmpty();
        assertThat(scene.user.refresh()).isNotNull();
        scene.sandbox.expireAccessTokens();
        scene.sandbox.requests().clear();
        assertThat(behind.listAccounts()).isNotEmpty();
        assertThat(scene.sandbox.requests().count(Operation.LIST_ACCOUNTS)).isEqualTo(3);
        assertThat(scene.refreshes()).isEqualTo(1);
        assertThat(behind.loadToken()).matches(scene::honours);
    }

    @Test
    void t22_aGatewayThatRefusesEveryCallCostsOneRefreshAMinute() {
        DigiMeUser user = scene.userOf(scene.another(builder -> builder.httpClient(refusingAccounts())));
        for (int call = 0; call < 10; call++) {
            assertThat(catchThrowableOfType(ApiException.class, user::listAccounts)
                            .status())
                    .isEqualTo(401);
        }
        assertThat(scene.refreshes()).isEqualTo(1);
        scene.sandbox.clock().advance(Duration.ofSeconds(61));
        for (int call = 0; call < 10; call++) {
            assertThat(catchThrowableOfType(ApiException.class, user::listAccounts)
                            .status())
                    .isEqualTo(401);
        }
        assertThat(scene.refreshes()).isEqualTo(2);
    }

    @Test
    void t22_aTokenThatIsRefusedByItsCodeIsReplacedHoweverNewItIs() {
        assertThat(scene.user.refresh()).isNotNull();
        scene.sandbox.expireAccessTokens();
        assertThat(scene.user.listAccounts()).isNotEmpty();
        assertThat(scene.refreshes()).isEqualTo(2);
    }

    @Test
    void t22_tokensThatLiveShorterThanClocksDifferAreNotRefreshedAtEachCall() {
        Clock ahead = Clock.offset(scene.sandbox.clock(), Duration.ofMinutes(4));
        DigiMeUser user = scene.userOf(scene.another(builder -> builder.clock(ahead)));
        long soon = scene.sandbox.clock().instant().plusSeconds(120).getEpochSecond();
        scene.sandbox.failNext(Operation.REFRESH_TOKEN, Change.claim("access_token.expires_on", soon));
        assertThat(user.refresh()).isNotNull();
        for (int call = 0; call < 10; call++) {
            assertThat(user.listAccounts()).isNotEmpty();
        }
        assertThat(scene.refreshes()).isEqualTo(1);
    }

    private DigiMeUser pusher(DigiMe client) {
        PendingConsent link = client.authorize(pushContract)
                .redirectUri("https://app.example/callback")
                .start();
        Authorized allowed = (Authorized) link.read(scene.sandbox.allow(link.url()));
        DigiMeUser user = client.signIn(pushContract, "pusher", allowed).user();
        // The pair that a client has just got is new to it.
        scene.sandbox.clock().advance(Duration.ofMinutes(2));
        return user;
    }

    private static Content once() {
        return Content.once(new ByteArrayInputStream("content".getBytes(StandardCharsets.UTF_8)));
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
