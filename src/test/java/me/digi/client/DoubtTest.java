package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.diagnostics.TokenEvent.RefreshInDoubt;
import me.digi.client.diagnostics.TokenStatus.State;
import me.digi.client.error.ApiException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.error.VerificationException;
import me.digi.client.error.VerificationException.Check;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.Operation;
import me.digi.client.store.ReauthorizationRequiredException;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refreshes without a usable response. */
class DoubtTest {
    @AutoClose
    private final LocalUser local = new LocalUser();

    private final Network network = new Network();
    private final RecordedTokenEvents heard = new RecordedTokenEvents();
    private final DigiMe client =
            local.client(builder -> builder.httpClient(network.client()).tokenListener(heard));
    private final DigiMeUser user = local.userOf(client);

    @BeforeEach
    void knowTheServersKeysAndExpire() {
        assertThat(user.listAccounts()).isNotEmpty();
        local.sandbox.clock().advance(LocalUser.A_DAY.minusSeconds(10));
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(local.refreshes()).isEqualTo(1);
        local.expire();
        local.sandbox.requests().clear();
    }

    @Test
    void aRefreshThatWasNotSentLeavesNoDoubt() {
        network.nextIsNotSent(new ConnectException("refused"));
        assertThat(failure(NetworkException.class).kind()).isEqualTo(Kind.NOT_SENT);
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.EXPIRED);
        assertThat(user.listAccounts()).isNotEmpty();
        assertServedAfterPresentations(1);
        client.close();
        assertThat(heard.of(RefreshInDoubt.class)).isEmpty();
    }

    @Test
    void aRefreshThatWasNotSentBecauseTheServersKeysAreOutOfReachLeavesNoDoubt() {
        DigiMe fresh = local.client();
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, Delivery.DROP_BEFORE);
        NetworkException failure =
                thrownBy(NetworkException.class, () -> local.userOf(fresh).listAccounts());
        assertThat(failure.operation()).isEqualTo("fetchSigningKeys");
        assertThat(local.refreshes()).isZero();
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void aRequestThatIsDroppedOnItsWayIsPresentedOnceMore() {
        fail(Delivery.DROP_BEFORE);
        assertThat(user.listAccounts()).isNotEmpty();
        assertServedAfterPresentations(2);
    }

    @Test
    void aDroppedResponseIsReportedLost() {
        fail(Delivery.DROP_AFTER);
        assertLost();
        assertThat(local.refreshes()).isEqualTo(2);
    }

    @Test
    void aTruncatedResponseIsReportedLost() {
        fail(Delivery.TRUNCATE);
        assertLost();
    }

    @Test
    void aResponseThatTimesOutIsReportedLost() {
        try (Relay relay =
                Relay.ofFirstTokenResponse(local, response -> response.setSocketPolicy(SocketPolicy.NO_RESPONSE))) {
            DigiMe far = local.clientFor(relay.url(), builder -> builder.readTimeout(Duration.ofSeconds(2)));
            assertThat(lossOf(far)).isEqualTo(Reason.RESPONSE_LOST);
            assertThat(local.refreshes()).isEqualTo(2);
        }
    }

    @Test
    void aResponseThatAnApplicationsInterceptorLosesIsNotLost() {
        network.nextResponseIsLost(new SocketTimeoutException("timeout"));
        assertThat(user.listAccounts()).isNotEmpty();
        assertServedAfterPresentations(1);
    }

    private Reason lossOf(DigiMe far) {
        return thrownBy(
                        ReauthorizationRequiredException.class,
                        () -> local.userOf(far).listAccounts())
                .reauthorize()
                .reason();
    }

    @Test
    void aServerThatIsUnreachableTwiceIsRequestedAgainByTheNextCall() {
        fail(Delivery.DROP_BEFORE);
        fail(Delivery.DROP_BEFORE);
        assertThat(failure(NetworkException.class).kind()).isEqualTo(Kind.NO_RESPONSE);
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.IN_DOUBT);
        assertThat(user.listAccounts()).isNotEmpty();
        assertServedAfterPresentations(3);
    }

    @Test
    void aResponseAndItsReplaysResponseThatAreDroppedAreFoundOutByTheNextCall() {
        fail(Delivery.DROP_AFTER);
        fail(Delivery.DROP_BEFORE);
        failure(NetworkException.class);
        assertLost();
        assertThat(local.refreshes()).isEqualTo(3);
    }

    @Test
    void aServerErrorLeavesDoubtThatTheNextCallClearsUp() {
        fail(CannedResponse.error(500, "InternalServerError", "sorry"));
        assertThat(failure(ApiException.class).status()).isEqualTo(500);
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.IN_DOUBT);
        assertThat(user.listAccounts()).isNotEmpty();
        assertServedAfterPresentations(2);
    }

    @Test
    void aServerErrorOfAServerThatHadRefreshedIsFoundOutByTheNextCall() {
        try (Relay relay = Relay.ofFirstTokenResponse(
                local, response -> response.setResponseCode(502).setBody(""))) {
            DigiMe far = local.clientFor(relay.url(), builder -> builder);
            assertThat(thrownBy(ApiException.class, () -> local.userOf(far).listAccounts())
                            .status())
                    .isEqualTo(502);
            assertThat(lossOf(far)).isEqualTo(Reason.RESPONSE_LOST);
        }
    }

    @Test
    void t14_aServerThatIsUnavailableMayHaveActed() {
        fail(CannedResponse.error(503, "InternalServerError", "later"));
        assertThat(failure(ApiException.class).isRetryable()).isTrue();
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.IN_DOUBT);
        local.sandbox.revoke(local.first.userId());
        assertThat(reauthorization()).isEqualTo(Reason.RESPONSE_LOST);
    }

    @Test
    void aTemporarilyUnavailableServerIsRequestedAgain() {
        DigiMe retrying = local.client(builder -> builder.retryPolicy(RetryPolicy.defaults())
                .sleeper(local.sandbox.clock()::advance)
                .tokenListener(heard));
        fail(CannedResponse.error(503, "InternalServerError", "later").retryAfter("2"));
        assertThat(local.userOf(retrying).listAccounts()).isNotEmpty();
        assertServedAfterPresentations(2);
        retrying.close();
        assertThat(heard.of(RefreshInDoubt.class)).hasSize(1);
    }

    @Test
    void aPageInPlaceOfAResponseIsFollowedByAReplay() {
        fail(CannedResponse.html(200));
        assertThat(user.listAccounts()).isNotEmpty();
        assertServedAfterPresentations(2);
    }

    @Test
    void twoPagesInPlaceOfAResponseLeaveDoubt() {
        fail(CannedResponse.html(200));
        fail(CannedResponse.html(200));
        failure(UnexpectedResponseException.class);
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.IN_DOUBT);
        assertThat(user.listAccounts()).isNotEmpty();
        assertServedAfterPresentations(3);
    }

    @Test
    void aForgedResponseIsNotStored() {
        fail(Forgery.BAD_SIGNATURE);
        assertLost();
        assertThat(local.refreshes()).isEqualTo(2);
        assertThat(local.stored()).isEqualTo(user.loadToken());
    }

    @Test
    void t11_aResponseWithoutAKeyIdIsReplayedAtOnce() {
        fail(Forgery.MISSING_KID);
        assertLost();
        assertThat(local.refreshes()).isEqualTo(2);
    }

    @Test
    void aResponseWithoutARefreshTokenIsNotStored() {
        fail(Change.withoutClaim("refresh_token"));
        String before = user.loadToken().toJson();
        assertLost();
        assertThat(user.loadToken().toJson()).isEqualTo(before);
        assertThat(local.stored()).isEqualTo(user.loadToken());
    }

    @Test
    void aNewSigningKeyIsFetched() {
        local.sandbox.rotateKeys();
        assertThat(user.listAccounts()).isNotEmpty();
        assertServedAfterPresentations(1);
    }

    @Test
    void aResponseUnderAKeyThatIsPublishedLateIsKeptUntilThen() {
        CannedResponse keysSoFar = CannedResponse.json(200, local.keySet());
        local.sandbox.rotateKeys();
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, keysSoFar);
        assertThat(failure(VerificationException.class).check()).isEqualTo(Check.KEY_ID);
        // The look-up is not repeated for a minute; the response must outlive that.
        assertThat(failure(VerificationException.class).check()).isEqualTo(Check.KEY_ID);
        local.sandbox.clock().advance(Duration.ofSeconds(61));
        assertThat(user.listAccounts()).isNotEmpty();
        assertServedAfterPresentations(1);
    }

    @Test
    void aResponseUnderAKeyThatIsNeverPublishedIsDropped() {
        fail(Forgery.UNKNOWN_KID);
        failure(VerificationException.class);
        local.sandbox.clock().advance(Duration.ofMinutes(9));
        failure(VerificationException.class);
        assertThat(local.refreshes()).isEqualTo(1);
        local.sandbox.clock().advance(Duration.ofMinutes(2));
        assertLost();
        assertThat(local.refreshes()).isEqualTo(2);
    }

    private void fail(Fault fault) {
        local.sandbox.failNext(Operation.REFRESH_TOKEN, fault);
    }

    private <T extends Throwable> T failure(Class<T> type) {
        T failure = thrownBy(type, user::listAccounts);
        assertThat(failure).as("the failure").isNotNull();
        return failure;
    }

    private Reason reauthorization() {
        return failure(ReauthorizationRequiredException.class).reauthorize().reason();
    }

    private void assertLost() {
        assertThat(reauthorization()).isEqualTo(Reason.RESPONSE_LOST);
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.REAUTHORIZE);
    }

    /** Checks that each was sent with the same refresh token. */
    private void assertServedAfterPresentations(int times) {
        List<Object> presented = local.presented();
        assertThat(presented).hasSize(times);
        assertThat(presented).containsOnly(presented.get(0));
        assertThat(local.stored()).matches(local::accepts);
    }
}
