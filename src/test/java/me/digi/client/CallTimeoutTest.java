package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A timeout for one call, of a client whose calls may otherwise take two minutes. */
@Timeout(60)
class CallTimeoutTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private final UserAccessToken token = local.tokenOffTheRecord();
    private final DigiMeUser user = KnownUser.of(local.digiMe, local.contract, token);
    private final DigiMeUser hasty = user.withCallTimeout(SHORT);
    private final DigiMe hastyClient = local.digiMe.withCallTimeout(SHORT);

    private void assertTimesOut(Operation stalled, ThrowingCallable call) {
        local.sandbox.failNext(stalled, Delivery.STALL);
        NetworkException failure = thrownBy(NetworkException.class, call);
        assertThat(failure).as(stalled.name()).isNotNull();
        assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
        local.sandbox.release();
    }

    @Test
    void aCallOfAUserEndsAfterItsTimeout() {
        assertTimesOut(Operation.LIST_ACCOUNTS, hasty::listAccounts);
        assertTimesOut(Operation.START_SESSION, hasty::startSession);
        assertTimesOut(Operation.FETCH_STORAGE, hasty::fetchStorage);
        assertTimesOut(
                Operation.CREATE_TOKEN_REFERENCE,
                () -> hasty.onboard().redirectUri(LocalDigiMe.REDIRECT_URI).start());
        assertThat(user.listAccounts()).isNotEmpty();
    }

    @Test
    void aCallWithoutAUserEndsAfterItsTimeout() {
        assertTimesOut(Operation.DESCRIBE_CONTRACT, () -> hastyClient.describeContract(local.contract));
        assertTimesOut(
                Operation.LIST_SOURCES,
                () -> hastyClient.discovery(local.contract).listSources());
        assertTimesOut(
                Operation.CREATE_STORAGE,
                () -> hastyClient.storages(local.contract).create());
        assertTimesOut(Operation.AUTHORIZE, () -> local.link(hastyClient));
        assertTimesOut(
                Operation.LIST_ACCOUNTS,
                hastyClient.user(local.contract, String.valueOf(token.userId()))::listAccounts);
    }

    @Test
    void fetchingTheKeysOfTheServerCounts() {
        DigiMe newcomer = local.client();
        assertTimesOut(
                Operation.FETCH_SIGNING_KEYS,
                () -> newcomer.withCallTimeout(SHORT)
                        .authorize(local.contract)
                        .redirectUri(LocalDigiMe.REDIRECT_URI)
                        .start());
    }

    @Test
    void theWaitForARefreshCountsAndTheRefreshContinues() throws InterruptedException {
        local.sandbox.clock().advance(Duration.ofDays(2));
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.STALL);
        assertThat(thrownBy(NetworkException.class, hasty::listAccounts).kind()).isEqualTo(Kind.TIMED_OUT);
        local.sandbox.requests().await(Operation.REFRESH_TOKEN, 1);
        local.sandbox.release();
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(local.requests(Operation.REFRESH_TOKEN)).hasSize(1);
        assertThat(user.loadToken()).isNotEqualTo(token);
    }

    private static void assertStillWaits(CompletableFuture<?> future, Duration time) {
        assertThatThrownBy(() -> future.get(time.toMillis(), TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void aPauseThatWouldEndAfterTheTimeoutIsNotMade() {
        local.sandbox.failNext(
                Operation.LIST_ACCOUNTS,
                CannedResponse.error(503, "InternalServerError", "later").retryAfter("20"));
        assertThat(thrownBy(ApiException.class, hasty::listAccounts).status()).isEqualTo(503);
        assertThat(local.pauses).isEmpty();
    }

    @Test
    void aSignInThatTimesOutIsStoredAnyway() {
        Authorized consent = local.allow(local.link());
        local.sandbox.failNext(Operation.EXCHANGE_CODE, Delivery.STALL);
        NetworkException failure =
                thrownBy(NetworkException.class, () -> hastyClient.signIn(local.contract, "user-43", consent));
        assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
        local.sandbox.release();
        DigiMeUser late = local.digiMe.user(local.contract, "user-43");
        while (local.digiMe.findUser(local.contract, "user-43") == null) {
            Thread.onSpinWait();
        }
        assertThat(late.listAccounts()).isNotEmpty();
    }

    @Test
    void refreshTokenHasItsOwnTimeout() throws Exception {
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.STALL);
        CompletableFuture<Object> refreshed = CompletableFuture.supplyAsync(
                () -> local.digiMe.withCallTimeout(Duration.ofMillis(1)).refreshToken(local.contract, token));
        local.sandbox.requests().await(Operation.REFRESH_TOKEN, 1);
        local.sandbox.release();
        assertThat(refreshed.get()).isInstanceOf(Refreshed.class);
    }

    @Test
    void aLongerTimeoutHoldsToo() throws Exception {
        DigiMe withShortTimeout = local.client(builder -> builder.callTimeout(SHORT));
        DigiMeUser other = KnownUser.of(withShortTimeout, local.contract, token).withCallTimeout(Duration.ofMinutes(1));
        local.sandbox.failNext(Operation.LIST_ACCOUNTS, Delivery.STALL);
        CompletableFuture<List<?>> accounts = CompletableFuture.supplyAsync(other::listAccounts);
        local.sandbox.requests().await(Operation.LIST_ACCOUNTS, 1);
        assertStillWaits(accounts, SHORT.multipliedBy(2));
        local.sandbox.release();
        assertThat(accounts.get()).isNotEmpty();
    }

    @Test
    void aTimeoutIsFromAMillisecondToADay() {
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(2))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> user.withCallTimeout(wrong))
                    .withMessageStartingWith("callTimeout must be between 1 ms and 1 day");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> local.digiMe.withCallTimeout(wrong))
                    .withMessageStartingWith("callTimeout must be between 1 ms and 1 day");
        }
    }
}
