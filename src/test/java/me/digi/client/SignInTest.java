package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.stream.Stream;
import me.digi.client.auth.AuthorizationCode;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent.Changed;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.read.ReadAllSummary;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.SyncScript;
import me.digi.client.store.GrantKey;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A user who has just consented: their pair is the newest, whatever is stored. */
class SignInTest {
    @AutoClose
    private final GrantScene scene = new GrantScene();

    @Test
    void thePairIsStoredBeforeTheUserIsReturned() {
        Authorized consent = scene.newConsent();
        SignIn newcomer = scene.digiMe.signIn(scene.contract, "a newcomer", consent);
        UserAccessToken pair = newcomer.user().loadToken();
        assertThat(newcomer.replaced()).isNull();
        assertThat(scene.live(pair).accessToken()).isEqualTo(pair.accessToken().value());
        assertThat(scene.another().user(scene.contract, "a newcomer").loadToken())
                .isEqualTo(pair);
        assertThat(newcomer.user().listAccounts()).isNotEmpty();
        assertThat(newcomer.user().loadTokenStatus().grant())
                .isEqualTo(new GrantKey(scene.contract.contractId(), "a newcomer"));
        scene.digiMe.close();
        assertThat(scene.heard.of(Changed.class)).last().returns(pair, Changed::token);
    }

    @Test
    void theSameUsersPairGivesWayWithoutAWord() {
        SignIn again = scene.signIn(scene.digiMe, scene.consentAgain(scene.first));
        assertThat(again.replaced()).isNull();
        assertThat(again.user().loadToken()).isNotEqualTo(scene.first).matches(scene::honours);
        assertThat(scene.user.loadToken()).isEqualTo(again.user().loadToken());
        assertThat(scene.stored()).isEqualTo(again.user().loadToken());
    }

    @Test
    void t4_anotherUserUnderTheSameKeyIsServedWithTheirOwnPairAndThePairThatGaveWayIsReturned() {
        Authorized bob = scene.newConsent();
        long sooner = scene.first.accessToken().expiresAt().getEpochSecond() - 1;
        scene.sandbox.failNext(Operation.EXCHANGE_CODE, Change.claim("access_token.expires_on", sooner));
        SignIn signedIn = scene.signIn(scene.digiMe, bob);
        UserAccessToken bobs = signedIn.user().loadToken();
        assertThat(bobs.userId()).isNotNull().isNotEqualTo(scene.first.userId());
        assertThat(bobs.accessToken().expiresAt())
                .isBefore(scene.first.accessToken().expiresAt());
        assertThat(signedIn.replaced()).isEqualTo(scene.first);
        assertThat(scene.stored()).isEqualTo(bobs);
        assertThat(scene.user.loadToken()).isEqualTo(bobs);
        assertThat(signedIn.user().listAccounts()).isNotEmpty();
    }

    @Test
    void aPairThatHasJustBeenExchangedIsTheNewestForEveryClientOfTheStore() {
        DigiMe another = scene.another();
        assertThat(scene.userOf(another).loadToken()).isEqualTo(scene.first);
        long soon = scene.sandbox.clock().instant().plus(Duration.ofHours(1)).getEpochSecond();
        Authorized again = scene.consentAgain(scene.first);
        scene.sandbox.failNext(Operation.EXCHANGE_CODE, Change.claim("access_token.expires_on", soon));
        UserAccessToken pair = scene.signIn(scene.digiMe, again).user().loadToken();
        // The old pair is dead: the client that still has it is refused, and finds the new one in the store.
        assertThat(scene.userOf(another).listAccounts()).isNotEmpty();
        assertThat(scene.userOf(another).loadToken()).isEqualTo(pair).matches(scene::honours);
        assertThat(scene.refreshes()).isZero();
    }

    @Test
    void aPairWithoutIdsIsTheNewestToo() {
        Authorized again = scene.consentAgain(scene.first);
        scene.sandbox.failNext(
                Operation.EXCHANGE_CODE, Change.withoutClaim("sub").and(Change.withoutClaim("consentid")));
        SignIn signedIn = scene.signIn(scene.digiMe, again);
        assertThat(signedIn.user().loadToken()).matches(scene::honours);
        assertThat(scene.stored()).isEqualTo(signedIn.user().loadToken());
    }

    @Test
    void aCodeThatIsRefusedChangesNothing() {
        Authorized consent = scene.newConsent();
        Authorized forged = new Authorized(
                consent.contractId(),
                new AuthorizationCode(
                        consent.code().value(), scene.newConsent().code().codeVerifier()),
                null,
                consent.session());
        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> scene.digiMe.signIn(scene.contract, GrantScene.USER, forged));
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_GRANT);
        assertThat(scene.stored()).isEqualTo(scene.first);
        assertThat(scene.user.listAccounts()).isNotEmpty();
    }

    static Stream<String> badKeys() {
        return Stream.of("", " ", "a\nb", "x".repeat(256));
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void aNameThatCannotBeAKeyIsRejectedBeforeTheCodeIsSpent(String userKey) {
        Authorized consent = scene.newConsent();
        int exchanges = scene.sandbox.requests().count(Operation.EXCHANGE_CODE);
        assertThatThrownBy(() -> scene.digiMe.signIn(scene.contract, userKey, consent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("userKey");
        assertThat(scene.sandbox.requests().count(Operation.EXCHANGE_CODE)).isEqualTo(exchanges);
        assertThat(scene.signIn(scene.digiMe, consent).user().listAccounts()).isNotEmpty();
    }

    @Test
    void nothingIsSentForArgumentsThatAreMissing() {
        Authorized consent = scene.newConsent();
        int exchanges = scene.sandbox.requests().count(Operation.EXCHANGE_CODE);
        assertThatThrownBy(() -> scene.digiMe.signIn(scene.contract, GrantScene.USER, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("consent");
        assertThatThrownBy(() -> scene.digiMe.signIn(scene.contract, null, consent))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("userKey");
        assertThatThrownBy(() -> scene.digiMe.signIn(null, GrantScene.USER, consent))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("contract");
        assertThat(scene.sandbox.requests().count(Operation.EXCHANGE_CODE)).isEqualTo(exchanges);
    }

    @Test
    void aConsentToAnotherContractIsRejectedBeforeAnythingIsSent() {
        Authorized consent = scene.newConsent();
        ContractDetails another = scene.sandbox.addContract("another-contract", ContractKind.READ);
        int requests = scene.sandbox.requests().all().size();
        String message = "the user consented to contract " + consent.contractId() + ", not to another-contract";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.digiMe.signIn(another, GrantScene.USER, consent))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.digiMe.exchangeCode(another, consent))
                .withMessage(message);
        assertThat(scene.sandbox.requests().all()).hasSize(requests);
        assertThat(scene.signIn(scene.digiMe, consent).user().listAccounts()).isNotEmpty();
    }

    @Test
    void theSessionThatConsentHasBegunReadsWithoutASecondOne() {
        scene.sandbox.newUsers(library -> library.script(SyncScript.atOnce()));
        Authorized consent = scene.newConsent();
        DigiMeUser newcomer =
                scene.digiMe.signIn(scene.contract, "a newcomer", consent).user();
        ReadAllSummary summary = newcomer.files(consent.session()).readAll(file -> file.readBytes());
        assertThat(summary.isComplete()).isTrue();
        assertThat(summary.files()).isNotEmpty();
        assertThat(scene.sandbox.requests().count(Operation.START_SESSION)).isZero();
    }

    @Test
    void aUserWhomAnotherClientSignedInIsFoundByName() {
        DigiMe another = scene.another();
        Authorized consent = scene.newConsent();
        UserAccessToken pair =
                another.signIn(scene.contract, "elsewhere", consent).user().loadToken();
        assertThat(scene.digiMe.user(scene.contract, "elsewhere").loadToken()).isEqualTo(pair);
    }
}
