package me.digi.client.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.squareup.moshi.Moshi;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import me.digi.client.DigiMe;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.error.VerificationException;
import me.digi.client.internal.crypto.RandomStrings;
import me.digi.client.internal.http.CallHooks;
import me.digi.client.internal.http.HttpSettings;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.http.Observations;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.oauth.ReadResult.Pair;
import me.digi.client.internal.oauth.ReadResult.Unreadable;
import me.digi.client.internal.oauth.ReadResult.Unverified;
import me.digi.client.internal.wire.ModelAdapters;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two steps of a token request by the token engine. */
class TokenEndpointTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String REDIRECT_URI = "https://app.example/callback";

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    @AutoClose
    private final HttpStack http;

    @AutoClose
    private final DigiMe digiMe = DigiMe.builder()
            .applicationId(sandbox.applicationId())
            .environment(sandbox.environment())
            .clock(sandbox.clock())
            .build();

    private final SignedResponses responses;
    private final TokenEndpoint endpoint;
    private final Steps steps = new Steps();
    private long ticks;

    TokenEndpointTest() {
        Moshi json = new Moshi.Builder().add(new ModelAdapters()).build();
        http = new HttpStack(
                new HttpSettings(
                        sandbox.environment(),
                        new HttpSettings.Timeouts(PATIENCE, PATIENCE, PATIENCE, PATIENCE, PATIENCE),
                        RetryPolicy.defaults(),
                        sandbox.clock(),
                        () -> ticks,
                        pause -> steps.taken.add("pause"),
                        () -> 0,
                        null,
                        null,
                        new Observations(null)),
                json);
        RandomStrings random = new RandomStrings(new SecureRandom());
        Contracts contracts = new Contracts(sandbox.applicationId(), sandbox.clock(), random);
        responses = new SignedResponses(http, sandbox.clock(), () -> ticks);
        endpoint = new TokenEndpoint(http, contracts, responses);
    }

    private TokenRequest exchange() {
        responses.ensureKeysKnown(Deadline.after(PATIENCE));
        PendingConsent link =
                digiMe.authorize(sandbox.contract()).redirectUri(REDIRECT_URI).start();
        URI callback = sandbox.allow(link.url());
        Authorized consent = (Authorized) link.read(callback);
        sandbox.requests().clear();
        return TokenRequest.exchange(consent.code().value(), consent.code().codeVerifier());
    }

    private TokenResponse arrived() {
        return new TokenResponse(
                "exchangeCode", "request", steps.token, sandbox.clock().instant());
    }

    private void send(Fault fault) {
        TokenRequest request = exchange();
        sandbox.failNext(Operation.EXCHANGE_CODE, fault);
        endpoint.send(sandbox.contract(), request, steps);
    }

    @Test
    void aResponseIsHandedOverOnTheThreadThatSends() {
        endpoint.send(sandbox.contract(), exchange(), steps);
        assertThat(steps.taken).containsExactly("sending", "arrived");
        assertThat(steps.threads).containsOnly(Thread.currentThread());
        assertThat(endpoint.read(arrived(), null)).isInstanceOf(Pair.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void exceptionsBeforeSendingAreThrownAndNothingIsSent(boolean isError) {
        TokenRequest request = exchange();
        Throwable reason = isError ? new AssertionError("no") : new IllegalStateException("no");
        steps.beforeSending = reason;
        assertThat(catchThrowable(() -> endpoint.send(sandbox.contract(), request, steps)))
                .isSameAs(reason);
        assertThat(sandbox.requests().all()).isEmpty();
        assertThat(steps.taken).containsExactly("sending");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aRequestWithAResponseIsReplayedOnceAfterAnEvent(int status) {
        Fault busy = CannedResponse.empty(status).retryAfter("1");
        TokenRequest request = exchange();
        sandbox.failNext(Operation.EXCHANGE_CODE, busy);
        endpoint.send(sandbox.contract(), request, steps);
        assertThat(steps.taken).containsExactly("sending", "replay", "pause", "sending", "arrived");
        steps.taken.clear();
        TokenRequest another = exchange();
        sandbox.failNext(Operation.EXCHANGE_CODE, busy);
        sandbox.failNext(Operation.EXCHANGE_CODE, busy);
        assertThat(catchThrowableOfType(ApiException.class, () -> endpoint.send(sandbox.contract(), another, steps))
                        .status())
                .isEqualTo(status);
        assertThat(steps.taken).containsExactly("sending", "replay", "pause", "sending");
    }

    @Test
    void aRequestThatMayHaveArrivedIsNotSentAgain() {
        for (Fault fault : new Fault[] {Delivery.DROP_BEFORE, Delivery.TRUNCATE}) {
            steps.taken.clear();
            NetworkException failure = catchThrowableOfType(NetworkException.class, () -> send(fault));
            assertThat(failure.requestMayHaveArrived()).isTrue();
            assertThat(steps.taken).containsExactly("sending");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"token\":7}", "[]", "marked-secret", "{\"token\":\"marked-secret\",\"token\":\"b\"}"})
    void anotherBodyIsUnexpectedAndReportedWithItsStatus(String body) {
        UnexpectedResponseException unexpected =
                catchThrowableOfType(UnexpectedResponseException.class, () -> send(CannedResponse.json(201, body)));
        assertThat(unexpected.status()).isEqualTo(201);
        assertThat(unexpected).hasMessageNotContaining("marked-secret");
        assertThat(steps.taken).containsExactly("sending");
    }

    @Test
    void aBodyOfMoreThan64KibibytesIsUnexpected() {
        String large = "{\"token\":\"" + "x".repeat(64 << 10) + "\"}";
        UnexpectedResponseException unexpected =
                catchThrowableOfType(UnexpectedResponseException.class, () -> send(CannedResponse.json(201, large)));
        assertThat(unexpected.where()).isEqualTo("body");
        assertThat(unexpected.status()).isEqualTo(201);
        assertThat(steps.taken).containsExactly("sending");
    }

    @Test
    void readingWaitsForNothing() {
        endpoint.send(sandbox.contract(), exchange(), steps);
        TokenResponse response = arrived();
        sandbox.rotateKeys();
        sandbox.requests().clear();
        try (HttpStack fresh = new HttpStack(settings(), json())) {
            TokenEndpoint withoutKeys = new TokenEndpoint(
                    fresh,
                    new Contracts("app", sandbox.clock(), new RandomStrings(new SecureRandom())),
                    new SignedResponses(fresh, sandbox.clock(), () -> ticks));
            assertThat(withoutKeys.read(response, null)).isInstanceOf(Unverified.class);
            assertThat(sandbox.requests().all()).isEmpty();
            assertThat(withoutKeys.readAfterLookup(response, null)).isInstanceOf(Unverified.class);
            assertThat(sandbox.requests().count(Operation.FETCH_SIGNING_KEYS)).isOne();
        }
    }

    private HttpSettings settings() {
        return new HttpSettings(
                sandbox.environment(),
                new HttpSettings.Timeouts(PATIENCE, PATIENCE, PATIENCE, PATIENCE, PATIENCE),
                RetryPolicy.none(),
                sandbox.clock(),
                () -> ticks,
                pause -> {},
                () -> 0,
                null,
                null,
                new Observations(null));
    }

    private static Moshi json() {
        return new Moshi.Builder().add(new ModelAdapters()).build();
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void t11_onlyAnotherKeyMayYetVerifyWhatIsUnverified(Forgery forgery) {
        send(forgery);
        ReadResult atHand = endpoint.read(arrived(), null);
        ReadResult looked = endpoint.readAfterLookup(arrived(), null);
        switch (forgery) {
            case UNKNOWN_KID -> {
                assertThat(atHand).isInstanceOf(Unverified.class);
                assertThat(looked).isInstanceOf(Unverified.class);
            }
            case FOREIGN_KEY, BAD_SIGNATURE, ALTERED_PAYLOAD, SHORT_SALT -> {
                assertThat(atHand).isInstanceOf(Unverified.class);
                assertThat(looked).isInstanceOf(Unreadable.class);
            }
            default -> {
                assertThat(atHand).isInstanceOf(Unreadable.class);
                assertThat(looked).isInstanceOf(Unreadable.class);
            }
        }
    }

    @Test
    void t12_aSignatureThatFailsUnderKeysFromBeforeMayYetHold() {
        send(Forgery.BAD_SIGNATURE);
        assertThat(endpoint.readAfterLookup(arrived(), null)).isInstanceOf(Unreadable.class);
        assertThat(endpoint.readAfterLookup(arrived(), null)).isInstanceOf(Unverified.class);
        ticks += Duration.ofSeconds(61).toNanos();
        assertThat(endpoint.readAfterLookup(arrived(), null)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aPayloadWithoutBothTokenValuesIsUnreadable() {
        send(Change.claim("refresh_token.value", " "));
        Unreadable never = (Unreadable) endpoint.read(arrived(), null);
        assertThat(never.why()).isInstanceOf(UnexpectedResponseException.class);
    }

    @Test
    void t1_itsValidityIsComparedWithItsArrival() {
        Instant now = sandbox.clock().instant();
        send(Change.claim("exp", now.getEpochSecond() + 60).and(Change.claim("nbf", now.toEpochMilli())));
        TokenResponse response = arrived();
        sandbox.clock().advance(Duration.ofDays(1));
        assertThat(endpoint.read(response, null)).isInstanceOf(Pair.class);
        TokenResponse late = new TokenResponse("exchangeCode", "request", steps.token, now.plusSeconds(400));
        assertThat(((Unreadable) endpoint.read(late, null)).why())
                .isInstanceOfSatisfying(
                        VerificationException.class,
                        refused -> assertThat(refused.check()).isEqualTo(VerificationException.Check.EXPIRED));
    }

    @Test
    void t2_oddMembersAreReported() {
        send(Change.claim("sub", 7)
                .and(Change.claim("access_token.expires_on", "soon"))
                .and(Change.claim("consentid", List.of())));
        Pair pair = (Pair) endpoint.read(arrived(), null);
        assertThat(pair.oddities()).containsExactly("access_token.expires_on", "sub", "consentid");
        UserAccessToken token = pair.pair();
        assertThat(token.userId()).isNull();
        assertThat(token.consentId()).isNull();
        assertThat(token.accessToken().expiresAt()).isNull();
        assertThat(token.refreshToken().expiresAt()).isNotNull();
    }

    /** Writes down what happens, on which thread. */
    private static final class Steps implements CallHooks {
        final List<String> taken = new ArrayList<>();
        final List<Thread> threads = new ArrayList<>();
        Throwable beforeSending;
        String token;

        @Override
        public void beforeSending() {
            take("sending");
            if (beforeSending instanceof Error error) {
                throw error;
            }
            if (beforeSending instanceof RuntimeException exception) {
                throw exception;
            }
        }

        @Override
        public void beforeReplay() {
            take("replay");
        }

        @Override
        public void arrived(String text) {
            take("arrived");
            token = text;
        }

        private void take(String step) {
            taken.add(step);
            threads.add(Thread.currentThread());
        }
    }
}
