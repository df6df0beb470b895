package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.stream.Stream;
import me.digi.client.GrantScene.Consent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent.Changed;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Operation;
import me.digi.client.store.GrantKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A user who has just consented: their pair is the newest, whatever is stored. */
class SignInTest {
    private final GrantScene scene = new GrantScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void thePairIsStoredBeforeTheUserIsReturned() {
        Consent consent = scene.newConsent();
        SignIn newcomer = scene.digiMe.signIn(scene.contract, "a newcomer", consent.code(), consent.codeVerifier());
        UserAccessToken pair = newcomer.user().token();
        assertThat(newcomer.replaced()).isNull();
        assertThat(scene.live(pair).accessToken()).isEqualTo(pair.accessToken().value());
        assertThat(scene.another().user(scene.contract, "a newcomer").token()).isEqualTo(pair);
        assertThat(newcomer.user().accounts()).isNotEmpty();
        assertThat(newcomer.user().tokenStatus().grant())
                .isEqualTo(new GrantKey(scene.contract.contractId(), "a newcomer"));
        scene.digiMe.close();
        assertThat(scene.heard.of(Changed.class)).last().returns(pair, Changed::token);
    }

    @Test
    void theSameUsersPairGivesWayWithoutAWord() {
        SignIn again = scene.signIn(scene.digiMe, scene.consentAgain(scene.first));
        assertThat(again.replaced()).isNull();
        assertThat(again.user().token()).isNotEqualTo(scene.first).matches(scene::honours);
        assertThat(scene.user.token()).isEqualTo(again.user().token());
        assertThat(scene.stored()).isEqualTo(again.user().token());
    }

    @Test
    void t4_anotherUserUnderTheSameKeyIsServedWithTheirOwnPairAndThePairThatGaveWayIsReturned() {
        Consent bob = scene.newConsent();
        long sooner = scene.first.accessToken().expiresAt().getEpochSecond() - 1;
        scene.sandbox.failNext(Operation.EXCHANGE, Change.claim("access_token.expires_on", sooner));
        SignIn signedIn = scene.signIn(scene.digiMe, bob);
        UserAccessToken bobs = signedIn.user().token();
        assertThat(bobs.userId()).isNotNull().isNotEqualTo(scene.first.userId());
        assertThat(bobs.accessToken().expiresAt())
                .isBefore(scene.first.accessToken().expiresAt());
        assertThat(signedIn.replaced()).isEqualTo(scene.first);
        assertThat(scene.stored()).isEqualTo(bobs);
        assertThat(scene.user.token()).isEqualTo(bobs);
        assertThat(signedIn.user().accounts()).isNotEmpty();
    }

    @Test
    void aPairThatHasJustBeenExchangedIsTheNewestForEveryClientOfTheStore() {
        DigiMe another = scene.another();
        assertThat(scene.userOf(another).token()).isEqualTo(scene.first);
        long soon = scene.sandbox.clock().instant().plus(Duration.ofHours(1)).getEpochSecond();
        Consent again = scene.consentAgain(scene.first);
        scene.sandbox.failNext(Operation.EXCHANGE, Change.claim("access_token.expires_on", soon));
        UserAccessToken pair = scene.signIn(scene.digiMe, again).user().token();
        // The old pair is dead: the client that still has it is refused, and finds the new one in the store.
        assertThat(scene.userOf(another).accounts()).isNotEmpty();
        assertThat(scene.userOf(another).token()).isEqualTo(pair).matches(scene::honours);
        assertThat(scene.refreshes()).isZero();
    }

    @Test
    void aPairWithoutIdsIsTheNewestToo() {
        Consent again = scene.consentAgain(scene.first);
        scene.sandbox.failNext(Operation.EXCHANGE, Change.withoutClaim("sub").and(Change.withoutClaim("consentid")));
        SignIn signedIn = scene.signIn(scene.digiMe, again);
        assertThat(signedIn.user().token()).matches(scene::honours);
        assertThat(scene.stored()).isEqualTo(signedIn.user().token());
    }

    @Test
    void aCodeThatIsRefusedChangesNothing() {
        Consent consent = scene.newConsent();
        String anothersVerifier = scene.newConsent().codeVerifier();
        ApiException refusal = catchThrowableOfType(
                ApiException.class,
                () -> scene.digiMe.signIn(scene.contract, GrantScene.USER, consent.code(), anothersVerifier));
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_GRANT);
        assertThat(scene.stored()).isEqualTo(scene.first);
        assertThat(scene.user.accounts()).isNotEmpty();
    }

    static Stream<String> badKeys() {
        return Stream.of("", " ", "a\nb", "x".repeat(256));
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void aNameThatCannotBeAKeyIsRejectedBeforeTheCodeIsSpent(String userKey) {
        Consent consent = scene.newConsent();
        int exchanges = scene.sandbox.requests().count(Operation.EXCHANGE);
        assertThatThrownBy(() -> scene.digiMe.signIn(scene.contract, userKey, consent.code(), consent.codeVerifier()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("userKey");
        assertThat(scene.sandbox.requests().count(Operation.EXCHANGE)).isEqualTo(exchanges);
        assertThat(scene.signIn(scene.digiMe, consent).user().accounts()).isNotEmpty();
    }

    @Test
    void nothingIsSentForArgumentsThatAreMissingOrBlank() {
        int exchanges = scene.sandbox.requests().count(Operation.EXCHANGE);
        assertThatThrownBy(() -> scene.digiMe.signIn(scene.contract, GrantScene.USER, " ", "verifier"))
                .hasMessage("code must not be blank");
        assertThatThrownBy(() -> scene.digiMe.signIn(scene.contract, GrantScene.USER, "code", ""))
                .hasMessage("codeVerifier must not be blank");
        assertThatThrownBy(() -> scene.digiMe.signIn(scene.contract, null, "code", "verifier"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("userKey");
        assertThatThrownBy(() -> scene.digiMe.signIn(null, GrantScene.USER, "code", "verifier"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("contract");
        assertThat(scene.sandbox.requests().count(Operation.EXCHANGE)).isEqualTo(exchanges);
    }

    @Test
    void aUserWhomAnotherClientSignedInIsFoundByName() {
        DigiMe another = scene.another();
        Consent consent = scene.newConsent();
        UserAccessToken pair = another.signIn(scene.contract, "elsewhere", consent.code(), consent.codeVerifier())
                .user()
                .token();
        assertThat(scene.digiMe.user(scene.contract, "elsewhere").token()).isEqualTo(pair);
    }
}
