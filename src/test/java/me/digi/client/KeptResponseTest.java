package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.VerificationException;
import me.digi.client.error.VerificationException.Check;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code exchangeCode} and {@code refreshToken}: repeating a call completes it with a kept response. */
class KeptResponseTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    @AutoClose
    private final DigiMe digiMe =
            local.builder().retryPolicy(RetryPolicy.none()).build();

    @BeforeEach
    void knowTheKeysThatTheServerSignsWithToday() {
        assertThat(refreshed(local.token())).isNotNull();
    }

    static Stream<Fault> keySetsThatAreOutOfReach() {
        return Stream.of(
                CannedResponse.html(200),
                CannedResponse.redirect(URI.create("http://127.0.0.1:9/")),
                CannedResponse.json(200, "{}"),
                CannedResponse.json(200, "{\"keys\":{}}"),
                CannedResponse.json(200, "{\"keys\":[{\"kid\":\"sandbox-0\",\"pem\":\"-----BEG"),
                CannedResponse.json(200, "{\"keys\":[null,{\"kid\":5}]}"),
                CannedResponse.empty(200),
                CannedResponse.empty(204),
                CannedResponse.empty(500),
                Delivery.TRUNCATE,
                Delivery.DROP_BEFORE);
    }

    @ParameterizedTest
    @MethodSource("keySetsThatAreOutOfReach")
    void t1_aRefreshWhoseKeyIsOutOfReachIsCompletedByTheSameCall(Fault fault) {
        UserAccessToken old = local.tokenOffTheRecord();
        local.sandbox.rotateKeys();
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, fault);
        thrownBy(DigiMeException.class, () -> refresh(old));
        assertThat(refreshed(old)).matches(local::accepts);
        assertThat(local.asked())
                .containsExactly(Operation.REFRESH_TOKEN, Operation.FETCH_SIGNING_KEYS, Operation.FETCH_SIGNING_KEYS);
    }

    @ParameterizedTest
    @MethodSource("keySetsThatAreOutOfReach")
    void t1_anExchangeWhoseKeyIsOutOfReachIsCompletedByTheSameCall(Fault fault) {
        PendingConsent link = local.link();
        Authorized consent = local.allow(link);
        local.forget();
        local.sandbox.rotateKeys();
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, fault);
        thrownBy(DigiMeException.class, () -> digiMe.exchangeCode(local.contract, consent));
        assertThat(digiMe.exchangeCode(local.contract, consent)).matches(local::accepts);
        assertThat(local.asked())
                .containsExactly(Operation.EXCHANGE_CODE, Operation.FETCH_SIGNING_KEYS, Operation.FETCH_SIGNING_KEYS);
    }

    @Test
    void t1_theCachedKeysStayInUseWhileNewOnesAreOutOfReach() {
        UserAccessToken other = local.token();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Forgery.UNKNOWN_KID);
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, CannedResponse.html(200));
        UserAccessToken forged = local.tokenOffTheRecord();
        thrownBy(DigiMeException.class, () -> refresh(forged));
        assertThat(refreshed(other)).matches(local::accepts);
        assertThat(local.asked())
                .containsExactly(Operation.REFRESH_TOKEN, Operation.FETCH_SIGNING_KEYS, Operation.REFRESH_TOKEN);
    }

    @Test
    void t1_aResponseUnderAKeyThatIsPublishedLateIsKeptUntilThen() {
        UserAccessToken old = local.tokenOffTheRecord();
        CannedResponse keysSoFar = CannedResponse.json(200, local.keySet());
        local.sandbox.rotateKeys();
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, keysSoFar);
        assertThat(thrownBy(VerificationException.class, () -> refresh(old)).check())
                .isEqualTo(Check.KEY_ID);
        thrownBy(VerificationException.class, () -> refresh(old));
        local.sandbox.clock().advance(Duration.ofSeconds(61));
        assertThat(refreshed(old)).matches(local::accepts);
        assertThat(local.requests(Operation.REFRESH_TOKEN)).hasSize(1);
    }

    @Test
    void t1_aDeliveredResponseIsForgotten() {
        UserAccessToken old = local.tokenOffTheRecord();
        local.sandbox.rotateKeys();
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, CannedResponse.html(200));
        thrownBy(DigiMeException.class, () -> refresh(old));
        refreshed(old);
        assertThat(refresh(old)).isInstanceOf(Reauthorize.class);
        assertThat(local.requests(Operation.REFRESH_TOKEN)).hasSize(2);
    }

    @Test
    void t1_aResponseIsKeptForTenMinutesAndForTheVeryCallThatGotIt() {
        UserAccessToken old = local.tokenOffTheRecord();
        local.sandbox.rotateKeys();
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, CannedResponse.html(200));
        thrownBy(DigiMeException.class, () -> refresh(old));
        DigiMe another = local.client();
        assertThat(another.refreshToken(local.contract, old)).isInstanceOf(Reauthorize.class);
        local.sandbox.clock().advance(Duration.ofSeconds(601));
        Reauthorize lost = (Reauthorize) refresh(old);
        assertThat(lost.code()).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(local.requests(Operation.REFRESH_TOKEN)).hasSize(3);
    }

    @Test
    void t1_whatAResponseSaysAboutItsValidityIsComparedWithItsArrival() {
        UserAccessToken old = local.tokenOffTheRecord();
        long now = local.sandbox.clock().instant().getEpochSecond();
        local.sandbox.rotateKeys();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, me.digi.client.sandbox.Change.claim("exp", now + 30));
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, CannedResponse.html(200));
        thrownBy(DigiMeException.class, () -> refresh(old));
        local.sandbox.clock().advance(Duration.ofMinutes(9));
        assertThat(refreshed(old)).matches(local::accepts);
    }

    @Test
    void t11_aResponseThatNoKeyCanEverVerifyIsNotKept() {
        for (Forgery forgery :
                new Forgery[] {Forgery.MISSING_KID, Forgery.RS256, Forgery.BAD_SIGNATURE, Forgery.CRIT}) {
            UserAccessToken old = local.tokenOffTheRecord();
            local.sandbox.failNext(Operation.REFRESH_TOKEN, forgery);
            thrownBy(VerificationException.class, () -> refresh(old));
            Reauthorize lost = (Reauthorize) refresh(old);
            assertThat(lost.reason()).as(forgery.name()).isEqualTo(Reason.RESPONSE_LOST);
            assertThat(local.requests(Operation.REFRESH_TOKEN)).hasSize(2);
            local.sandbox.clock().advance(Duration.ofMinutes(2));
        }
    }

    private RefreshResult refresh(UserAccessToken token) {
        return digiMe.refreshToken(local.contract, token);
    }

    private UserAccessToken refreshed(UserAccessToken token) {
        return ((Refreshed) refresh(token)).token();
    }
}
