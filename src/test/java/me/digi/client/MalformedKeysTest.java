package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.util.stream.Stream;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ReauthorizationRequiredException;
import me.digi.client.diagnostics.TokenStatus.State;
import me.digi.client.error.DigiMeException;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server's signing key was replaced, and its key set cannot be read for a moment: no pair is lost over it. */
class MalformedKeysTest {
    @AutoClose
    private final GrantScene scene = new GrantScene();

    static Stream<Fault> keySets() {
        return Stream.of(
                CannedResponse.html(200),
                CannedResponse.json(200, "{\"cached\":true}"),
                CannedResponse.json(200, "{\"keys\":[{\"kid\":\"a\""),
                CannedResponse.redirect(URI.create("http://127.0.0.1:9/keys")),
                CannedResponse.empty(500),
                Delivery.DROP_BEFORE,
                Delivery.TRUNCATE);
    }

    @ParameterizedTest
    @MethodSource("keySets")
    void t1_theResponseIsKeptAndTheNextCallSucceedsWithIt(Fault keySet) {
        rotateAndExpire();
        scene.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, keySet);
        assertThat(catchThrowable(scene.user::listAccounts))
                .isInstanceOf(DigiMeException.class)
                .isNotInstanceOf(ReauthorizationRequiredException.class);
        assertThat(scene.user.loadTokenStatus().state()).isEqualTo(State.IN_DOUBT);
        assertThat(scene.user.listAccounts()).isNotEmpty();
        assertThat(scene.refreshes()).isEqualTo(1);
        assertThat(scene.stored()).matches(scene::honours);
    }

    @ParameterizedTest
    @MethodSource("keySets")
    void t1_anotherClientSucceedsWithItToo(Fault keySet) {
        rotateAndExpire();
        scene.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, keySet);
        assertThat(catchThrowable(scene.user::listAccounts)).isInstanceOf(DigiMeException.class);
        assertThat(scene.userOf(scene.another()).listAccounts()).isNotEmpty();
        assertThat(scene.refreshes()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("keySets")
    void t1_aSignInIsCompletedByTheSameCallMadeAgain(Fault keySet) {
        assertThat(scene.user.refresh()).isNotNull();
        Authorized consent = scene.newConsent();
        scene.sandbox.rotateKeys();
        scene.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, keySet);
        int exchanges = scene.sandbox.requests().count(Operation.EXCHANGE_CODE);
        assertThat(catchThrowable(() -> scene.digiMe.signIn(scene.contract, "new user", consent)))
                .isInstanceOf(DigiMeException.class);
        SignIn signIn = scene.digiMe.signIn(scene.contract, "new user", consent);
        assertThat(signIn.replaced()).isNull();
        assertThat(signIn.user().listAccounts()).isNotEmpty();
        assertThat(scene.sandbox.requests().count(Operation.EXCHANGE_CODE) - exchanges)
                .isEqualTo(1);
    }

    @Test
    void t1_aSignInThatIsKeptIsCompletedByTheNextUseOnAnotherClient() {
        assertThat(scene.user.refresh()).isNotNull();
        Authorized consent = scene.newConsent();
        scene.sandbox.rotateKeys();
        scene.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, CannedResponse.html(200));
        assertThat(catchThrowable(() -> scene.digiMe.signIn(scene.contract, "new user", consent)))
                .isInstanceOf(DigiMeException.class);
        assertThat(scene.another().user(scene.contract, "new user").listAccounts())
                .isNotEmpty();
    }

    /** A user is never served with the pair of the one who was signed in before. */
    @Test
    void t4_aSignInThatIsKeptKeepsTheOtherUsersPairFromBeingUsed() {
        assertThat(scene.user.refresh()).isNotNull();
        Authorized consent = scene.newConsent();
        scene.sandbox.rotateKeys();
        scene.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, CannedResponse.html(200));
        assertThat(catchThrowable(() -> scene.signIn(scene.digiMe, consent))).isInstanceOf(DigiMeException.class);
        scene.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, CannedResponse.html(200));
        assertThat(catchThrowable(scene.user::listAccounts)).isInstanceOf(DigiMeException.class);
        assertThat(scene.user.listAccounts()).isNotEmpty();
        assertThat(scene.user.loadToken().userId()).isNotEqualTo(scene.first.userId());
    }

    /** The client has fetched the keys once, so that a refresh is sent without fetching them. */
    private void rotateAndExpire() {
        assertThat(scene.user.refresh()).isNotNull();
        scene.sandbox.rotateKeys();
        scene.expire();
        scene.sandbox.requests().clear();
    }
}
