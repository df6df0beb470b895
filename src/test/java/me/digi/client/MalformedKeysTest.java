package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.util.stream.Stream;
import me.digi.client.auth.Authorized;
import me.digi.client.diagnostics.TokenStatus.State;
import me.digi.client.error.DigiMeException;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Operation;
import me.digi.client.store.ReauthorizationRequiredException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No pair is lost if the server's signing key is replaced while its key set is unreadable. */
class MalformedKeysTest {
    @AutoClose
    private final LocalUser local = new LocalUser();

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
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, keySet);
        assertThat(catchThrowable(local.user::listAccounts))
                .isInstanceOf(DigiMeException.class)
                .isNotInstanceOf(ReauthorizationRequiredException.class);
        assertThat(local.user.loadTokenStatus().state()).isEqualTo(State.IN_DOUBT);
        assertThat(local.user.listAccounts()).isNotEmpty();
        assertThat(local.refreshes()).isEqualTo(1);
        assertThat(local.stored()).matches(local::accepts);
    }

    @ParameterizedTest
    @MethodSource("keySets")
    void t1_anotherClientSucceedsWithItToo(Fault keySet) {
        rotateAndExpire();
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, keySet);
        assertThat(catchThrowable(local.user::listAccounts)).isInstanceOf(DigiMeException.class);
        assertThat(local.userOf(local.client()).listAccounts()).isNotEmpty();
        assertThat(local.refreshes()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("keySets")
    void t1_aSignInIsCompletedByTheSameCallMadeAgain(Fault keySet) {
        Authorized consent = consentUnderAnUnreadableKey(keySet);
        int exchanges = local.sandbox.requests().count(Operation.EXCHANGE_CODE);
        assertThat(catchThrowable(() -> local.digiMe.signIn(local.contract, "new user", consent)))
                .isInstanceOf(DigiMeException.class);
        SignIn signIn = local.digiMe.signIn(local.contract, "new user", consent);
        assertThat(signIn.replaced()).isNull();
        assertThat(signIn.user().listAccounts()).isNotEmpty();
        assertThat(local.sandbox.requests().count(Operation.EXCHANGE_CODE) - exchanges)
                .isEqualTo(1);
    }

    @Test
    void t1_aSignInThatIsKeptIsCompletedByTheNextUseOnAnotherClient() {
        Authorized consent = consentUnderAnUnreadableKey(CannedResponse.html(200));
        assertThat(catchThrowable(() -> local.digiMe.signIn(local.contract, "new user", consent)))
                .isInstanceOf(DigiMeException.class);
        assertThat(local.client().user(local.contract, "new user").listAccounts())
                .isNotEmpty();
    }

    /** A user is never served with the pair of the one who was signed in before. */
    @Test
    void t4_aSignInThatIsKeptKeepsTheOtherUsersPairFromBeingUsed() {
        Authorized consent = consentUnderAnUnreadableKey(CannedResponse.html(200));
        assertThat(catchThrowable(() -> local.signIn(local.digiMe, consent))).isInstanceOf(DigiMeException.class);
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, CannedResponse.html(200));
        assertThat(catchThrowable(local.user::listAccounts)).isInstanceOf(DigiMeException.class);
        assertThat(local.user.listAccounts()).isNotEmpty();
        assertThat(local.user.loadToken().userId()).isNotEqualTo(local.first.userId());
    }

    private Authorized consentUnderAnUnreadableKey(Fault keySet) {
        assertThat(local.user.refresh()).isNotNull();
        Authorized consent = local.newConsent();
        local.sandbox.rotateKeys();
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, keySet);
        return consent;
    }

    /** The client has fetched the keys once, so that a refresh is sent without fetching them. */
    private void rotateAndExpire() {
        assertThat(local.user.refresh()).isNotNull();
        local.sandbox.rotateKeys();
        local.expire();
        local.sandbox.requests().clear();
    }
}
