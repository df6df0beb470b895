package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import me.digi.client.auth.ReauthorizationRequiredException;
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
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a refresh that does not get the response it should get. */
class DoubtTest {
    @AutoClose
    private final GrantScene scene = new GrantScene();

    private final Network network = new Network();
    private final HeardEvents heard = new HeardEvents();
    private final DigiMe client =
            scene.another(builder -> builder.httpClient(network.client()).tokenListener(heard));
    private final DigiMeUser user = scene.userOf(client);

    @BeforeEach
    void knowTheServersKeysAndExpire() {
        assertThat(user.listAccounts()).isNotEmpty();
        scene.sandbox.clock().advance(GrantScene.A_DAY.minusSeconds(10));
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(scene.refreshes()).isEqualTo(1);
        scene.expire();
        scene.sandbox.requests().clear();
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
        DigiMe fresh = scene.another();
        scene.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, Delivery.DROP_BEFORE);
        NetworkException failure = catchThrowableOfType(
                NetworkException.class, () -> scene.userOf(fresh).listAccounts());
        assertThat(failure.operation()).isEqualTo("fetchSigningKeys");
        assertThat(scene.refreshes()).isZero();
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void aRequestThatIsDroppedOnItsWayIsPresentedOnceMore() {
        fail(Delivery.DROP_BEFORE);
        assertThat(user.listAccounts()).isNotEmpty();
        assertServedAfterPresentations(2);
    }

    @Test
    void aResponseThatIsDroppedIsLostAndSaidToBeLost() {
        fail(Delivery.DROP_AFTER);
        assertLost();
        assertThat(scene.refreshes()).isEqualTo(2);
    }

    @Test
    void aResponseThatIsCutOffIsLostAndSaidToBeLost() {
        fail(Delivery.TRUNCATE);
        assertLost();
    }

    @Test
    void aResponseThatDoesNotComeInTimeIsLostAndSaidToBeLost() {
        try (Relay relay = firstTokenResponse(response -> response.setSocketPolicy(SocketPolicy.NO_RESPONSE))) {
            DigiMe far = scene.another(builder -> behind(relay, builder).readTimeout(Duration.ofSeconds(2)));
            assertThat(lossOf(far)).isEqualTo(Reason.RESPONSE_LOST);
            assertThat(scene.refreshes()).isEqualTo(2);
        }
    }

    @Test
    void aResponseThatAnApplicationsInterceptorLosesIsNotLost() {
        network.nextResponseIsLost(new SocketTimeoutException("timeout"));
        assertThat(user.listAccounts()).isNotEmpty();
        assertServedAfterPresentations(1);
    }

    /** Stands before the sandbox, and does something with its first response to a request for a pair. */
    private Relay firstTokenResponse(UnaryOperator<MockResponse> deed) {
        AtomicBoolean done = new AtomicBoolean();
        return new Relay(scene.sandbox, response -> {
            boolean isToken = response.getBody().clone().readUtf8().contains("\"token\"");
            return isToken && done.compareAndSet(false, true) ? deed.apply(response) : response;
        });
    }

    private DigiMe.Builder behind(Relay relay, DigiMe.Builder builder) {
        return builder.environment(Environment.builder()
                .from(scene.sandbox.environment())
                .baseUrl(relay.url())
                .build());
    }

    private Reason lossOf(DigiMe far) {
        return catchThrowableOfType(
                        ReauthorizationRequiredException.class,
                        () -> scene.userOf(far).listAccounts())
                .reauthorize()
                .reason();
    }

    @Test
    void aServerThatIsUnreachableTwiceIsAskedAgainByTheNextCall() {
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
        assertThat(scene.refreshes()).isEqualTo(3);
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
        try (Relay relay =
                firstTokenResponse(response -> response.setResponseCode(502).setBody(""))) {
            DigiMe far = scene.another(builder -> behind(relay, builder));
            assertThat(catchThrowableOfType(
                                    ApiException.class, () -> scene.userOf(far).listAccounts())
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
        scene.sandbox.revoke(scene.first.userId());
        assertThat(reauthorization()).isEqualTo(Reason.RESPONSE_LOST);
    }

    @Test
    void aServerThatIsUnavailableForAMomentIsAskedAgainAfterIt() {
        DigiMe patient = scene.another(builder -> builder.retryPolicy(RetryPolicy.defaults())
                .sleeper(scene.sandbox.clock()::advance)
                .tokenListener(heard));
        fail(CannedResponse.error(503, "InternalServerError", "later").retryAfter("2"));
        assertThat(scene.userOf(patient).listAccounts()).isNotEmpty();
        assertServedAfterPresentations(2);
        patient.close();
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
    void aForgedResponseIsNotTakenAndTheGrantIsNotTrustedToIt() {
        fail(Forgery.BAD_SIGNATURE);
        assertLost();
        assertThat(scene.refreshes()).isEqualTo(2);
        assertThat(scene.stored()).isEqualTo(user.loadToken());
    }

    @Test
    void t11_aResponseWithoutAKeyIdIsReplayedAtOnce() {
        fail(Forgery.MISSING_KID);
        assertLost();
        assertThat(scene.refreshes()).isEqualTo(2);
    }

    @Test
    void aResponseWithoutARefreshTokenIsNotTaken() {
        fail(Change.withoutClaim("refresh_token"));
        assertLost();
        assertThat(scene.stored()).isEqualTo(user.loadToken());
    }

    @Test
    void aKeyThatWasPutIntoUseMeanwhileIsLookedUp() {
        scene.sandbox.rotateKeys();
        assertThat(user.listAccounts()).isNotEmpty();
        assertServedAfterPresentations(1);
    }

    @Test
    void aResponseUnderAKeyThatIsPublishedLateIsKeptUntilThen() throws IOException {
        CannedResponse keysSoFar = CannedResponse.json(200, get("jwks/oauth"));
        scene.sandbox.rotateKeys();
        scene.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, keysSoFar);
        assertThat(failure(VerificationException.class).check()).isEqualTo(Check.KEY_ID);
        // The look-up is not repeated for a minute; the response must outlive that.
        assertThat(failure(VerificationException.class).check()).isEqualTo(Check.KEY_ID);
        scene.sandbox.clock().advance(Duration.ofSeconds(61));
        assertThat(user.listAccounts()).isNotEmpty();
        assertServedAfterPresentations(1);
    }

    @Test
    void aResponseUnderAKeyThatIsNeverPublishedIsGivenUpInTheEnd() {
        fail(Forgery.UNKNOWN_KID);
        failure(VerificationException.class);
        scene.sandbox.clock().advance(Duration.ofMinutes(9));
        failure(VerificationException.class);
        assertThat(scene.refreshes()).isEqualTo(1);
        scene.sandbox.clock().advance(Duration.ofMinutes(2));
        assertLost();
        assertThat(scene.refreshes()).isEqualTo(2);
    }

    @Test
    void aResponseThatCannotBeVerifiedForWantOfKeysIsVerifiedLater() {
        scene.sandbox.rotateKeys();
        scene.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, Delivery.DROP_BEFORE);
        assertThat(failure(NetworkException.class).operation()).isEqualTo("fetchSigningKeys");
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.IN_DOUBT);
        assertThat(user.listAccounts()).isNotEmpty();
        assertServedAfterPresentations(1);
    }

    @Test
    void anotherClientVerifiesTheResponseThatOneHasLeft() {
        scene.sandbox.rotateKeys();
        scene.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, Delivery.DROP_BEFORE);
        failure(NetworkException.class);
        assertThat(scene.userOf(scene.another()).listAccounts()).isNotEmpty();
        assertServedAfterPresentations(1);
    }

    private void fail(Fault fault) {
        scene.sandbox.failNext(Operation.REFRESH_TOKEN, fault);
    }

    private <T extends Throwable> T failure(Class<T> type) {
        T failure = catchThrowableOfType(type, user::listAccounts);
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

    /** Each of them with the same refresh token. */
    private void assertServedAfterPresentations(int times) {
        List<Object> presented = scene.presented();
        assertThat(presented).hasSize(times);
        assertThat(presented).containsOnly(presented.get(0));
        assertThat(scene.stored()).matches(scene::honours);
    }

    private String get(String path) throws IOException {
        try (java.io.InputStream in =
                scene.sandbox.environment().baseUrl().resolve(path).toURL().openStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
