package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import me.digi.client.auth.AuthorizationCode;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent.Changed;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.VerificationException;
import me.digi.client.read.ReadAllSummary;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.SyncScript;
import me.digi.client.store.GrantKey;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing in: the new pair replaces whatever is stored. */
class SignInTest {
    @AutoClose
    private final LocalUser local = new LocalUser();

    @Test
    void thePairIsStoredBeforeTheUserIsReturned() {
        Authorized consent = local.newConsent();
        SignIn newcomer = local.digiMe.signIn(local.contract, "a newcomer", consent);
        UserAccessToken pair = newcomer.user().loadToken();
        assertThat(newcomer.replaced()).isNull();
        assertThat(local.live(pair).accessToken()).isEqualTo(pair.accessToken().value());
        assertThat(local.client().user(local.contract, "a newcomer").loadToken())
                .isEqualTo(pair);
        assertThat(newcomer.user().listAccounts()).isNotEmpty();
        assertThat(newcomer.user().loadTokenStatus().grant())
                .isEqualTo(new GrantKey(local.contract.contractId(), "a newcomer"));
        local.digiMe.close();
        assertThat(local.tokenEvents.of(Changed.class)).last().returns(pair, Changed::token);
    }

    @Test
    void theSameUsersPairIsReplaced() {
        SignIn again = local.signIn(local.digiMe, local.consentAgain(local.first));
        assertThat(again.replaced()).isNull();
        assertThat(again.user().loadToken()).isNotEqualTo(local.first).matches(local::accepts);
        assertThat(local.user.loadToken()).isEqualTo(again.user().loadToken());
        assertThat(local.stored()).isEqualTo(again.user().loadToken());
    }

    @Test
    void t4_signingInAnotherUserUnderTheSameKeyReturnsTheReplacedPair() {
        Authorized bob = local.newConsent();
        long sooner = local.first.accessToken().expiresAt().getEpochSecond() - 1;
        local.sandbox.failNext(Operation.EXCHANGE_CODE, Change.claim("access_token.expires_on", sooner));
        SignIn signedIn = local.signIn(local.digiMe, bob);
        UserAccessToken bobs = signedIn.user().loadToken();
        assertThat(bobs.userId()).isNotNull().isNotEqualTo(local.first.userId());
        assertThat(bobs.accessToken().expiresAt())
                .isBefore(local.first.accessToken().expiresAt());
        assertThat(signedIn.replaced()).isEqualTo(local.first);
        assertThat(local.stored()).isEqualTo(bobs);
        assertThat(local.user.loadToken()).isEqualTo(bobs);
        assertThat(signedIn.user().listAccounts()).isNotEmpty();
    }

    @Test
    void aPairThatHasJustBeenExchangedIsTheNewestForEveryClientOfTheStore() {
        DigiMe another = local.client();
        assertThat(local.userOf(another).loadToken()).isEqualTo(local.first);
        long soon = local.sandbox.clock().instant().plus(Duration.ofHours(1)).getEpochSecond();
        Authorized again = local.consentAgain(local.first);
        local.sandbox.failNext(Operation.EXCHANGE_CODE, Change.claim("access_token.expires_on", soon));
        UserAccessToken pair = local.signIn(local.digiMe, again).user().loadToken();
        // The client that still has the old pair is refused, and finds the new one in the store.
        assertThat(local.userOf(another).listAccounts()).isNotEmpty();
        assertThat(local.userOf(another).loadToken()).isEqualTo(pair).matches(local::accepts);
        assertThat(local.refreshes()).isZero();
    }

    @Test
    void aPairWithoutIdsIsTheNewestToo() {
        Authorized again = local.consentAgain(local.first);
        local.sandbox.failNext(
                Operation.EXCHANGE_CODE, Change.withoutClaim("sub").and(Change.withoutClaim("consentid")));
        SignIn signedIn = local.signIn(local.digiMe, again);
        assertThat(signedIn.user().loadToken()).matches(local::accepts);
        assertThat(local.stored()).isEqualTo(signedIn.user().loadToken());
    }

    @Test
    void aCodeThatIsRefusedChangesNothing() {
        Authorized consent = local.newConsent();
        Authorized forged = new Authorized(
                consent.contractId(),
                new AuthorizationCode(
                        consent.code().value(), local.newConsent().code().codeVerifier()),
                null,
                consent.session());
        ApiException failure =
                thrownBy(ApiException.class, () -> local.digiMe.signIn(local.contract, LocalUser.USER, forged));
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_GRANT);
        assertThat(local.stored()).isEqualTo(local.first);
        assertThat(local.user.listAccounts()).isNotEmpty();
    }

    static Stream<String> badKeys() {
        return Stream.of("", " ", "a\nb", "x".repeat(256));
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void aNameThatCannotBeAKeyIsRejectedBeforeTheCodeIsSpent(String userKey) {
        Authorized consent = local.newConsent();
        int exchanges = local.sandbox.requests().count(Operation.EXCHANGE_CODE);
        assertThatThrownBy(() -> local.digiMe.signIn(local.contract, userKey, consent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("userKey");
        assertThat(local.sandbox.requests().count(Operation.EXCHANGE_CODE)).isEqualTo(exchanges);
        assertThat(local.signIn(local.digiMe, consent).user().listAccounts()).isNotEmpty();
    }

    @Test
    void nothingIsSentForArgumentsThatAreMissing() {
        Authorized consent = local.newConsent();
        int exchanges = local.sandbox.requests().count(Operation.EXCHANGE_CODE);
        assertThatThrownBy(() -> local.digiMe.signIn(local.contract, LocalUser.USER, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("consent");
        assertThatThrownBy(() -> local.digiMe.signIn(local.contract, null, consent))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("userKey");
        assertThatThrownBy(() -> local.digiMe.signIn(null, LocalUser.USER, consent))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("contract");
        assertThat(local.sandbox.requests().count(Operation.EXCHANGE_CODE)).isEqualTo(exchanges);
    }

    @Test
    void aConsentToAnotherContractIsRejectedBeforeAnythingIsSent() {
        Authorized consent = local.newConsent();
        ContractDetails another = local.sandbox.addContract("another-contract", ContractKind.READ);
        int requests = local.sandbox.requests().all().size();
        String message = "the user consented to contract " + consent.contractId() + ", not to another-contract";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> local.digiMe.signIn(another, LocalUser.USER, consent))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> local.digiMe.exchangeCode(another, consent))
                .withMessage(message);
        assertThat(local.sandbox.requests().all()).hasSize(requests);
        assertThat(local.signIn(local.digiMe, consent).user().listAccounts()).isNotEmpty();
    }

    @Test
    void theSessionThatConsentHasBegunReadsWithoutASecondOne() {
        local.sandbox.newUsers(library -> library.script(SyncScript.atOnce()));
        Authorized consent = local.newConsent();
        DigiMeUser newcomer =
                local.digiMe.signIn(local.contract, "a newcomer", consent).user();
        ReadAllSummary summary = newcomer.files(consent.session()).readAll(file -> file.readBytes());
        assertThat(summary.isComplete()).isTrue();
        assertThat(summary.files()).isNotEmpty();
        assertThat(local.sandbox.requests().count(Operation.START_SESSION)).isZero();
    }

    @Test
    void aSignInThatCanNeverBeVerifiedMakesNoUser() {
        Authorized consent = local.newConsent();
        local.sandbox.failNext(Operation.EXCHANGE_CODE, Forgery.BAD_SIGNATURE);
        assertThat(thrownBy(VerificationException.class, () -> local.digiMe.signIn(local.contract, "nobody", consent)))
                .isNotNull();

        assertThat(local.digiMe.findUser(local.contract, "nobody")).isNull();
    }

    @Test
    void aUserWhomAnotherClientSignedInIsFoundByName() {
        DigiMe another = local.client();
        Authorized consent = local.newConsent();
        UserAccessToken pair =
                another.signIn(local.contract, "elsewhere", consent).user().loadToken();
        assertThat(local.digiMe.user(local.contract, "elsewhere").loadToken()).isEqualTo(pair);
    }
}
