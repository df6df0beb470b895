package me.digi.client;

import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent.StoreFailed;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.diagnostics.TokenStatus.State;
import me.digi.client.internal.token.TroubledStore.Trouble;
import me.digi.client.store.GrantKey;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store that fails, before and after the server has given a pair away that nobody else has. */
class StoreTroubleTest {
    private final RuntimeException failure = new IllegalStateException("disk full");

    @AutoClose
    private final GrantScene scene = new GrantScene();

    private final DigiMeUser user = scene.user;
    private final GrantKey grant = new GrantKey(scene.contract.contractId(), GrantScene.USER);

    @Test
    void withoutAStoreAFreshTokenIsUsed() {
        scene.store.breakDown(LOAD, failure);
        scene.store.breakDown(WRITE, failure);
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(scene.userOf(scene.digiMe).listAccounts()).isNotEmpty();
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.FRESH);
        assertThat(user.loadTokenStatus().lastError()).contains("store");
    }

    @Test
    void aStoreThatCannotBeReadKeepsARefreshFromBeingSent() {
        scene.expire();
        scene.store.breakDown(LOAD, failure);
        assertThat(catchThrowableOfType(TokenStoreException.class, user::listAccounts))
                .returns(LOAD, TokenStoreException::operation)
                .returns(null, TokenStoreException::unsavedToken)
                .hasRootCause(failure);
        assertThat(scene.refreshes()).isZero();
        scene.store.recover();
        assertServed(1);
        assertThat(scene.heard.of(StoreFailed.class)).hasSize(1);
    }

    @Test
    void aStoreThatCannotBeWrittenKeepsARefreshFromBeingSent() {
        scene.expire();
        scene.store.breakDown(WRITE, failure);
        assertThat(catchThrowableOfType(TokenStoreException.class, user::listAccounts))
                .returns(WRITE, TokenStoreException::operation)
                .returns(null, TokenStoreException::unsavedToken);
        assertThat(scene.refreshes()).isZero();
        scene.store.recover();
        assertServed(1);
    }

    @Test
    void aLeaseThatWasWrittenByAStoreThatFailedAllTheSameIsItsOwnersStill() {
        scene.expire();
        scene.store.next(LOAD, Trouble.NONE).next(LOAD, Trouble.NONE).next(LOAD, Trouble.failing(failure));
        scene.store.next(WRITE, Trouble.doneAndFailing(failure));
        assertThat(catchThrowableOfType(TokenStoreException.class, user::listAccounts))
                .isNotNull();
        assertServed(1);
    }

    @Test
    void aLeaseThatWasWrittenByAStoreThatFailedIsLookedUpAndUsed() {
        scene.expire();
        scene.store.next(WRITE, Trouble.doneAndFailing(failure));
        assertServed(1);
    }

    static Throwable[] failures() {
        return new Throwable[] {
            new IllegalStateException("disk full"),
            new IOException("undeclared, as Kotlin throws it"),
            new NoClassDefFoundError("org/example/Driver"),
            new AssertionError("impossible")
        };
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aPairThatCannotBeStoredIsInTheErrorAndInMemoryAndIsStoredLater(Throwable trouble) throws InterruptedException {
        UserAccessToken pair = unsavedPair(trouble);
        assertThat(pair).matches(scene::honours);
        assertThat(user.loadToken()).isEqualTo(pair);
        assertThat(user.listAccounts()).isNotEmpty();
        TokenStatus status = user.loadTokenStatus();
        assertThat(status.state()).isEqualTo(State.UNSAVED);
        assertThat(status.lastError()).contains("only in this client's memory");
        assertThat(scene.stored()).isEqualTo(scene.first);

        scene.store.recover();
        awaitTheNextWriteAfter(Duration.ofSeconds(10));
        assertThat(scene.stored()).isEqualTo(pair);
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.FRESH);
        assertThat(scene.refreshes()).isEqualTo(1);
    }

    @Test
    void aPairInMemoryOnlySurvivesThatTheApplicationTakesOverTheOneBeforeIt() {
        UserAccessToken pair = unsavedPair(failure);
        assertThat(takeOver(scene.first)).isEqualTo(new TakeOver.Older());
        assertThat(user.loadToken()).isEqualTo(pair);
        scene.store.recover();
        assertThat(takeOver(scene.first)).isEqualTo(new TakeOver.Older());
        assertThat(user.loadToken()).isEqualTo(pair);
        assertThat(user.listAccounts()).isNotEmpty();
        scene.digiMe.close();
        assertThat(scene.stored()).isEqualTo(pair);
    }

    @Test
    void aPairInMemoryAloneIsStoredWhenAnyUserIsServed() throws InterruptedException {
        UserAccessToken pair = unsavedPair(failure);
        scene.store.recover();
        DigiMeUser somebodyElse = KnownUser.of(scene.digiMe, scene.contract, "somebody else", scene.consent());
        scene.sandbox.clock().advance(Duration.ofSeconds(10));
        scene.store.load(grant);
        assertThat(somebodyElse.listAccounts()).isNotEmpty();
        scene.store.awaitChange();
        assertThat(scene.stored()).isEqualTo(pair);
    }

    @Test
    void aPairInMemoryAloneIsStoredWhenTheClientCloses() {
        UserAccessToken pair = unsavedPair(failure);
        scene.store.recover();
        scene.digiMe.close();
        assertThat(scene.stored()).isEqualTo(pair);
    }

    @Test
    void anUnsavedPairThatHasExpiredIsStoredBeforeItIsRefreshed() {
        unsavedPair(failure);
        scene.expire();
        assertThat(catchThrowableOfType(TokenStoreException.class, user::listAccounts)
                        .unsavedToken())
                .isEqualTo(user.loadToken());
        assertThat(scene.refreshes()).isEqualTo(1);
        scene.store.recover();
        assertServed(2);
    }

    @Test
    void thePairFromTheErrorCanBeHandedToAnotherClient() {
        UserAccessToken pair = unsavedPair(failure);
        scene.store.recover();
        DigiMeUser elsewhere = KnownUser.of(scene.another(), scene.contract, GrantScene.USER, pair);
        scene.expire();
        assertThat(elsewhere.listAccounts()).isNotEmpty();
        UserAccessToken newest = elsewhere.loadToken();
        assertThat(newest).matches(scene::honours);
        // The one that has the older pair in memory alone must not write it over the newer one.
        assertServed(2);
        assertThat(scene.stored()).isEqualTo(newest);
    }

    @Test
    void aStoreThatFailsOnceIsTriedOnceMoreAtOnce() {
        scene.expire();
        scene.store.next(WRITE, Trouble.NONE).next(WRITE, Trouble.failing(failure));
        assertServed(1);
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.FRESH);
    }

    @Test
    void aStoreThatWritesAndFailsAllTheSameHasWritten() {
        scene.expire();
        scene.store.next(WRITE, Trouble.NONE).next(WRITE, Trouble.doneAndFailing(failure));
        assertServed(1);
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.FRESH);
    }

    @Test
    void whatOthersWriteMeanwhileDoesNotKeepTheNewPairOut() {
        scene.expire();
        scene.store.next(WRITE, Trouble.NONE).next(WRITE, Trouble.first(() -> {
            StoredGrant current = Objects.requireNonNull(scene.store.load(grant));
            scene.store.compareAndSet(grant, current.version(), current.next(current.content()));
        }));
        assertServed(1);
    }

    @Test
    void aStoreThatRejectsEachWriteIsAFailureAndNotAnEndlessLoop() {
        scene.expire();
        for (int i = 0; i < 5_000; i++) {
            scene.store.next(WRITE, work -> false);
        }
        assertThatThrownBy(user::listAccounts)
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("changed by others");
        assertThat(scene.refreshes()).isZero();
    }

    @Test
    void aGrantThatIsNotInTheStoreIsNotFound() {
        assertThatThrownBy(() -> scene.digiMe.user(scene.contract, "nobody").listAccounts())
                .isInstanceOf(GrantNotFoundException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> scene.digiMe.user(scene.contract, "nobody").loadTokenStatus())
                .isInstanceOf(GrantNotFoundException.class);
    }

    @Test
    void aGrantThatWasDeletedIsNotFoundWhenItExpires() {
        scene.store.delete(grant);
        scene.expire();
        assertThatThrownBy(user::listAccounts).isInstanceOf(GrantNotFoundException.class);
        assertThatThrownBy(user::loadToken).isInstanceOf(GrantNotFoundException.class);
        assertThat(scene.refreshes()).isZero();
    }

    @Test
    void aGrantThatIsDeletedDuringARefreshStaysDeleted() {
        scene.expire();
        scene.store.next(WRITE, Trouble.NONE).next(WRITE, Trouble.first(() -> scene.store.delete(grant)));
        assertThatThrownBy(user::listAccounts).isInstanceOf(GrantNotFoundException.class);
        assertThat(scene.store.load(grant)).isNull();
    }

    @Test
    void aGrantThatWasDeletedIsNotMadeAnewByAPairInMemoryOnly() {
        unsavedPair(failure);
        scene.store.recover();
        scene.store.delete(grant);
        scene.digiMe.close();
        assertThat(scene.store.load(grant)).isNull();
    }

    @Test
    void aGrantThatWasDeletedIsMadeAnewByTakeOver() {
        scene.store.delete(grant);
        assertThat(takeOver(scene.first)).isEqualTo(new TakeOver.Taken(null));
        assertThat(scene.stored()).isEqualTo(scene.first);
        assertThat(user.listAccounts()).isNotEmpty();
    }

    @Test
    void aGrantThatWasDeletedIsMadeAnewBySignIn() {
        scene.store.delete(grant);
        SignIn again = scene.signIn(scene.digiMe, scene.consentAgain(scene.first));
        assertThat(again.replaced()).isNull();
        assertThat(scene.stored()).isEqualTo(again.user().loadToken()).matches(scene::honours);
        assertThat(user.listAccounts()).isNotEmpty();
    }

    @Test
    void takeOverFailsWithTheStoreAndChangesNothing() {
        UserAccessToken later = UserAccessToken.builder()
                .from(scene.first)
                .accessToken(Token.of(
                        "another-access-token",
                        scene.first.accessToken().expiresAt().plusSeconds(1)))
                .build();
        for (TokenStoreException.Operation broken : List.of(LOAD, WRITE)) {
            scene.store.breakDown(broken, failure);
            assertThat(catchThrowableOfType(TokenStoreException.class, () -> takeOver(later)))
                    .returns(broken, TokenStoreException::operation)
                    .returns(null, TokenStoreException::unsavedToken)
                    .hasRootCause(failure);
            assertThat(user.loadToken()).isEqualTo(scene.first);
            scene.store.recover();
            assertThat(scene.stored()).isEqualTo(scene.first);
        }
        scene.digiMe.close();
        assertThat(scene.heard.newPairs()).containsExactly(scene.first);
    }

    @Test
    void takeOverOfThePairThatIsStoredFailsWithTheStoreToo() {
        scene.store.breakDown(LOAD, failure);
        assertThat(catchThrowableOfType(TokenStoreException.class, () -> takeOver(scene.first)))
                .returns(LOAD, TokenStoreException::operation);
    }

    @Test
    void aPairOfSignInThatCannotBeStoredIsInTheErrorAndInMemoryAndIsStoredLater() throws InterruptedException {
        Authorized again = scene.consentAgain(scene.first);
        scene.store.breakDown(WRITE, failure);
        UserAccessToken pair = Objects.requireNonNull(
                catchThrowableOfType(TokenStoreException.class, () -> scene.signIn(scene.digiMe, again))
                        .unsavedToken());
        assertThat(pair).matches(scene::honours);
        assertThat(user.loadToken()).isEqualTo(pair);
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.UNSAVED);

        scene.store.recover();
        awaitTheNextWriteAfter(Duration.ofSeconds(10));
        assertThat(scene.stored()).isEqualTo(pair);
        assertThat(scene.refreshes()).isZero();
    }

    static String[] damaged() {
        return new String[] {"not JSON", "{\"format\":1,\"tok", "{}", "[]"};
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void t17_aDamagedRecordIsHealedByTakeOver(String content) {
        damage(content);
        DigiMe client = scene.another();
        assertThat(catchThrowableOfType(
                        TokenStoreException.class, () -> scene.userOf(client).listAccounts()))
                .isNotNull();
        assertThat(client.takeOver(scene.contract, GrantScene.USER, scene.first))
                .isEqualTo(new TakeOver.Taken(null));
        assertThat(scene.userOf(client).listAccounts()).isNotEmpty();
        assertThat(scene.stored()).isEqualTo(scene.first);
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void t17_aDamagedRecordIsHealedBySignIn(String content) {
        damage(content);
        DigiMe client = scene.another();
        SignIn again = scene.signIn(client, scene.consentAgain(scene.first));
        assertThat(again.replaced()).isNull();
        assertThat(again.user().listAccounts()).isNotEmpty();
        assertThat(scene.stored()).isEqualTo(again.user().loadToken()).matches(scene::honours);
    }

    @Test
    void t17_aRecordThatIsDamagedUnderARunningClientIsHealedByTheSameClient() {
        damage("not JSON");
        assertThat(takeOver(scene.first)).isEqualTo(new TakeOver.Taken(null));
        scene.expire();
        assertServed(1);
    }

    @Test
    void aRecordThatIsNoneIsAFailureThatDoesNotQuoteIt() {
        StoredGrant current = Objects.requireNonNull(scene.store.load(grant));
        String broken = current.content().replace("\"format\":2", "\"format\":7");
        assertThat(scene.store.compareAndSet(grant, current.version(), current.next(broken)))
                .isTrue();
        scene.expire();
        assertThatThrownBy(user::listAccounts)
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("format 7")
                .message()
                .doesNotContain(scene.first.refreshToken().value());
        assertThat(scene.refreshes()).isZero();
    }

    @Test
    void aStoreThatWasRestoredFromABackupDoesNotTakeAClientBack() {
        StoredGrant backup = Objects.requireNonNull(scene.store.load(grant));
        scene.expire();
        assertServed(1);
        scene.store.delete(grant);
        assertThat(scene.store.compareAndSet(grant, 0, backup)).isTrue();
        assertThat(user.loadTokenStatus().state())
                .as("the store lacks the newest pair")
                .isEqualTo(State.UNSAVED);
        assertThat(user.loadToken()).matches(scene::honours);
        scene.expire();
        assertServed(2);
    }

    private TakeOver takeOver(UserAccessToken pair) {
        return scene.digiMe.takeOver(scene.contract, GrantScene.USER, pair);
    }

    private void damage(String content) {
        StoredGrant current = Objects.requireNonNull(scene.store.load(grant));
        assertThat(scene.store.compareAndSet(grant, current.version(), current.next(content)))
                .isTrue();
    }

    /** The pair of a refresh whose result the store did not take, which is broken from then on. */
    private UserAccessToken unsavedPair(Throwable trouble) {
        scene.expire();
        scene.store.next(WRITE, Trouble.NONE);
        scene.store.breakDown(WRITE, trouble);
        UserAccessToken pair = catchThrowableOfType(TokenStoreException.class, user::listAccounts)
                .unsavedToken();
        return Objects.requireNonNull(pair);
    }

    private void awaitTheNextWriteAfter(Duration pause) throws InterruptedException {
        scene.sandbox.clock().advance(pause);
        scene.store.load(grant);
        assertThat(user.listAccounts()).isNotEmpty();
        scene.store.awaitChange();
        // What was written is taken in by the same flight, which a refresh would join: so ask the memory by the store.
        user.loadTokenStatus();
    }

    private void assertServed(int refreshes) {
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(user.loadToken()).matches(scene::honours);
        assertThat(scene.stored()).matches(scene::honours);
        assertThat(scene.refreshes()).isEqualTo(refreshes);
    }
}
