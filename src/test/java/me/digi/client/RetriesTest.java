package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.RequestEvent;
import me.digi.client.error.ApiException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Oversized;
import me.digi.client.sandbox.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are retried, how often, and after which pauses. */
class RetriesTest {
    private static final RetryPolicy PLAIN = RetryPolicy.builder()
            .baseDelay(Duration.ofSeconds(1))
            .maxDelay(Duration.ofSeconds(3))
            .jitter(0)
            .maxRetryAfter(Duration.ofSeconds(10))
            .limit(3)
            .build();

    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    /** A call of a new client, which looks up the server's keys first: the one request that changes nothing. */
    private RefreshResult refreshOfANewClient(RetryPolicy policy, UserAccessToken token) {
        DigiMe digiMe = local.client(builder -> builder.retryPolicy(policy));
        return digiMe.refreshToken(local.contract, token);
    }

    private void fail(Operation operation, Fault... faults) {
        for (Fault fault : faults) {
            local.sandbox.failNext(operation, fault);
        }
    }

    @Test
    void requestsThatChangeNothingAreRetriedByThePolicyWithGrowingPauses() {
        UserAccessToken token = local.tokenOffTheRecord();
        fail(Operation.FETCH_SIGNING_KEYS, Delivery.DROP_BEFORE, CannedResponse.empty(500), CannedResponse.html(502));
        assertThat(refreshOfANewClient(PLAIN, token)).isInstanceOf(Refreshed.class);
        assertThat(local.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
        assertThat(local.requests(Operation.FETCH_SIGNING_KEYS)).hasSize(4);
        assertThat(local.events).extracting(RequestEvent::attempt).containsExactly(1, 2, 3, 4, 1);
    }

    @Test
    void beyondTheLimitTheLastErrorIsTheCallers() {
        UserAccessToken token = local.tokenOffTheRecord();
        fail(
                Operation.FETCH_SIGNING_KEYS,
                CannedResponse.empty(500),
                CannedResponse.empty(502),
                CannedResponse.empty(503));
        RetryPolicy twice = RetryPolicy.builder().from(PLAIN).limit(2).build();
        ApiException failure = thrownBy(ApiException.class, () -> refreshOfANewClient(twice, token));
        assertThat(failure.status()).isEqualTo(503);
        assertThat(local.requests(Operation.FETCH_SIGNING_KEYS)).hasSize(3);
        assertThat(local.pauses).hasSize(2);
    }

    @Test
    void aPauseIsShortenedByTheJitterAtMost() {
        UserAccessToken token = local.tokenOffTheRecord();
        fail(Operation.FETCH_SIGNING_KEYS, CannedResponse.empty(500), CannedResponse.empty(500));
        refreshOfANewClient(RetryPolicy.defaults(), token);
        assertThat(local.pauses.get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(local.pauses.get(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 501})
    void errorsThatARetryCannotFixAreNotRetried(int status) {
        UserAccessToken token = local.tokenOffTheRecord();
        fail(Operation.FETCH_SIGNING_KEYS, CannedResponse.empty(status));
        thrownBy(ApiException.class, () -> refreshOfANewClient(PLAIN, token));
        assertThat(local.asked()).containsExactly(Operation.FETCH_SIGNING_KEYS);
    }

    @Test
    void thePolicyNamesTheStatuses() {
        UserAccessToken token = local.tokenOffTheRecord();
        RetryPolicy teapots =
                RetryPolicy.builder().from(PLAIN).statuses(List.of(418)).build();
        fail(Operation.FETCH_SIGNING_KEYS, CannedResponse.empty(418));
        assertThat(refreshOfANewClient(teapots, token)).isInstanceOf(Refreshed.class);
        fail(Operation.FETCH_SIGNING_KEYS, CannedResponse.empty(503));
        thrownBy(ApiException.class, () -> refreshOfANewClient(teapots, token));
        fail(Operation.REFRESH_TOKEN, CannedResponse.empty(503).retryAfter("1"));
        thrownBy(ApiException.class, () -> refreshOfANewClient(teapots, token));
    }

    @Test
    void aMalformedOrOversizedResponseIsNotRequestedAgain() {
        UserAccessToken token = local.tokenOffTheRecord();
        for (Fault fault : new Fault[] {CannedResponse.html(200), new Oversized(40L << 20)}) {
            local.forget();
            fail(Operation.FETCH_SIGNING_KEYS, fault);
            thrownBy(UnexpectedResponseException.class, () -> refreshOfANewClient(PLAIN, token));
            assertThat(local.asked()).containsExactly(Operation.FETCH_SIGNING_KEYS);
        }
    }

    @Test
    void aRetryAfterIsWaitedForIfItIsLongerThanThePause() {
        UserAccessToken token = local.tokenOffTheRecord();
        fail(
                Operation.FETCH_SIGNING_KEYS,
                CannedResponse.empty(429).retryAfter("10"),
                CannedResponse.empty(503).retryAfter("0"));
        refreshOfANewClient(PLAIN, token);
        assertThat(local.pauses).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(2));
    }

    @Test
    void aRetryAfterBeyondTheBoundIsNotWaitedFor() {
        UserAccessToken token = local.tokenOffTheRecord();
        for (Operation operation : new Operation[] {Operation.FETCH_SIGNING_KEYS, Operation.REFRESH_TOKEN}) {
            local.forget();
            fail(operation, CannedResponse.empty(503).retryAfter("11"));
            ApiException failure = thrownBy(ApiException.class, () -> refreshOfANewClient(PLAIN, token));
            assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(11));
            assertThat(local.requests(operation)).hasSize(1);
            assertThat(local.pauses).isEmpty();
        }
    }

    @Test
    void aPauseThatWouldOutlastTheWholeCallIsNotBegun() {
        UserAccessToken token = local.tokenOffTheRecord();
        fail(Operation.FETCH_SIGNING_KEYS, CannedResponse.empty(503).retryAfter("8"));
        DigiMe digiMe = local.client(builder -> builder.retryPolicy(PLAIN).callTimeout(Duration.ofSeconds(7)));
        thrownBy(ApiException.class, () -> digiMe.refreshToken(local.contract, token));
        assertThat(local.pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aRefreshIsRetriedAfterRetryAfter(int status) {
        UserAccessToken token = local.tokenOffTheRecord();
        fail(Operation.REFRESH_TOKEN, CannedResponse.empty(status).retryAfter("7"));
        assertThat(local.digiMe.refreshToken(local.contract, token)).isInstanceOf(Refreshed.class);
        assertThat(local.pauses).containsExactly(Duration.ofSeconds(7));
        assertThat(local.requests(Operation.REFRESH_TOKEN)).hasSize(2);
    }

    @Test
    void aRefreshIsNotTriedAgainWhereTheServerMayHaveActedOnIt() {
        for (Fault fault : new Fault[] {
            CannedResponse.empty(408),
            CannedResponse.empty(429),
            CannedResponse.empty(500),
            CannedResponse.empty(500).retryAfter("1"),
            CannedResponse.empty(502).retryAfter("1"),
            CannedResponse.empty(503),
            CannedResponse.empty(504).retryAfter("1"),
            Delivery.DROP_BEFORE,
            Delivery.DROP_AFTER,
            Delivery.TRUNCATE
        }) {
            UserAccessToken token = local.tokenOffTheRecord();
            fail(Operation.REFRESH_TOKEN, fault);
            assertThatThrownBy(() -> local.digiMe.refreshToken(local.contract, token))
                    .isInstanceOfAny(ApiException.class, NetworkException.class);
            assertThat(local.asked()).as(fault.toString()).containsExactly(Operation.REFRESH_TOKEN);
            assertThat(local.pauses).isEmpty();
        }
    }

    @Test
    void aRequestThatWasNotSentIsTriedAgainWhateverItIs() {
        UserAccessToken token = local.tokenOffTheRecord();
        DigiMe digiMe = local.clientFor(RawServer.closedUrl(), builder -> builder.retryPolicy(PLAIN));
        thrownBy(NetworkException.class, () -> digiMe.refreshToken(local.contract, token));
        assertThat(local.pauses).hasSize(3);
    }

    @Test
    void withoutRetriesOneRequestIsOneRequestAlsoWhereOkHttpWouldSendItAgain() {
        UserAccessToken token = local.tokenOffTheRecord();
        for (CannedResponse response : List.of(
                CannedResponse.empty(503).retryAfter("0"),
                CannedResponse.empty(408),
                CannedResponse.empty(408).retryAfter("0"),
                CannedResponse.empty(421))) {
            for (Operation operation : new Operation[] {Operation.FETCH_SIGNING_KEYS, Operation.REFRESH_TOKEN}) {
                local.forget();
                fail(operation, response);
                ApiException failure =
                        thrownBy(ApiException.class, () -> refreshOfANewClient(RetryPolicy.none(), token));
                assertThat(failure.status()).isEqualTo(response.status());
                assertThat(failure.retryAfter())
                        .isEqualTo(response.headers().containsKey("Retry-After") ? Duration.ZERO : null);
                assertThat(local.requests(operation)).hasSize(1);
            }
        }
    }

    @Test
    void aRefreshIsReplayedOnceAtMost() {
        UserAccessToken token = local.tokenOffTheRecord();
        fail(
                Operation.REFRESH_TOKEN,
                CannedResponse.empty(503).retryAfter("1"),
                CannedResponse.empty(429).retryAfter("1"));
        assertThat(thrownBy(ApiException.class, () -> local.digiMe.refreshToken(local.contract, token))
                        .status())
                .isEqualTo(429);
        assertThat(local.requests(Operation.REFRESH_TOKEN)).hasSize(2);
        assertThat(local.digiMe.refreshToken(local.contract, token)).isInstanceOf(Refreshed.class);
    }

    @Test
    void everyAttemptHasItsOwnJwtAndNonce() {
        UserAccessToken token = local.tokenOffTheRecord();
        fail(Operation.REFRESH_TOKEN, CannedResponse.empty(503).retryAfter("1"));
        assertThat(local.digiMe.refreshToken(local.contract, token)).isInstanceOf(Refreshed.class);
        List<RecordedRequest> attempts = local.requests(Operation.REFRESH_TOKEN);
        assertThat(attempts).hasSize(2);
        assertThat(attempts).extracting(request -> request.claim("nonce")).doesNotHaveDuplicates();
        assertThat(attempts)
                .extracting(request -> request.header("Authorization"))
                .doesNotHaveDuplicates();
        assertThat(attempts)
                .extracting(request -> request.claim("refresh_token"))
                .containsOnly(token.refreshToken().value());
    }

    @Test
    void everyAttemptAtALinkHasItsOwnChallengeAndTheLastVerifierIsReturned() {
        fail(
                Operation.AUTHORIZE,
                CannedResponse.empty(503).retryAfter("1"),
                CannedResponse.empty(503).retryAfter("1"));
        PendingConsent link = local.link();
        assertThat(local.requests(Operation.AUTHORIZE))
                .extracting(request -> request.claim("code_challenge"))
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(local.digiMe.exchangeCode(local.contract, local.allow(link))).isNotNull();
    }

    @Test
    void everyAttemptAtAReauthorizationHasItsOwnChallenge() {
        UserAccessToken token = local.token();
        fail(Operation.CREATE_TOKEN_REFERENCE, CannedResponse.empty(429).retryAfter("1"));
        PendingConsent link = local.digiMe
                .reauthorize(local.contract, token)
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .start();
        assertThat(local.requests(Operation.CREATE_TOKEN_REFERENCE))
                .extracting(request -> request.claim("code_challenge"))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(local.digiMe.exchangeCode(local.contract, local.allow(link)).userId())
                .isEqualTo(token.userId());
    }
}
