package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import me.digi.client.internal.token.FaultyStore.StoreFault;
import me.digi.client.store.GrantKey;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store that fails before and after a refresh. */
class FailingStoreTest {
    private final RuntimeException failure = new IllegalStateException("disk full");

    @AutoClose
    private final LocalUser local = new LocalUser();

    private final DigiMeUser user = local.user;
    private final GrantKey grant = new GrantKey(local.contract.contractId(), LocalUser.USER);

    @Test
    void withoutAStoreAFreshTokenIsUsed() {
        local.store.breakDown(LOAD, failure);
        local.store.breakDown(WRITE, failure);
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(local.userOf(local.digiMe).listAccounts()).isNotEmpty();
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.FRESH);
        assertThat(user.loadTokenStatus().lastError()).contains("store");
    }

    @Test
    void aStoreThatCannotBeReadKeepsARefreshFromBeingSent() {
        local.expire();
        local.store.breakDown(LOAD, failure);
        assertThat(thrownBy(TokenStoreException.class, user::listAccounts))
                .returns(LOAD, TokenStoreException::operation)
                .returns(null, TokenStoreException::unsavedToken)
                .hasRootCause(failure);
        assertThat(local.refreshes()).isZero();
        local.store.recover();
        assertServed(1);
        assertThat(local.tokenEvents.of(StoreFailed.class)).hasSize(1);
    }

    @Test
    void aStoreThatCannotBeWrittenKeepsARefreshFromBeingSent() {
        local.expire();
        local.store.breakDown(WRITE, failure);
        assertThat(thrownBy(TokenStoreException.class, user::listAccounts))
                .returns(WRITE, TokenStoreException::operation)
                .returns(null, TokenStoreException::unsavedToken);
        assertThat(local.refreshes()).isZero();
        local.store.recover();
        assertServed(1);
    }

    @Test
    void aLeaseThatWasWrittenThoughTheStoreFailedStillCounts() {
        local.expire();
        local.store.next(LOAD, StoreFault.NONE).next(LOAD, StoreFault.NONE).next(LOAD, StoreFault.failing(failure));
        local.store.next(WRITE, StoreFault.doneAndFailing(failure));
        assertThat(thrownBy(TokenStoreException.class, user::listAccounts)).isNotNull();
        assertServed(1);
    }

    @Test
    void aLeaseThatWasWrittenByAStoreThatFailedIsLookedUpAndUsed() {
        local.expire();
        local.store.next(WRITE, StoreFault.doneAndFailing(failure));
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
        assertThat(pair).matches(local::accepts);
        assertThat(user.loadToken()).isEqualTo(pair);
        assertThat(user.listAccounts()).isNotEmpty();
        TokenStatus status = user.loadTokenStatus();
        assertThat(status.state()).isEqualTo(State.UNSAVED);
        assertThat(status.lastError()).contains("only in this client's memory");
        assertThat(local.stored()).isEqualTo(local.first);

        local.store.recover();
        awaitTheNextWriteAfter(Duration.ofSeconds(10));
        assertThat(local.stored()).isEqualTo(pair);
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.FRESH);
        assertThat(local.refreshes()).isEqualTo(1);
    }

    @Test
    void aPairOnlyInMemoryIsNotReplacedByTheOneBeforeIt() {
        UserAccessToken pair = unsavedPair(failure);
        assertThat(takeOver(local.first)).isEqualTo(new TakeOver.Older());
        assertThat(user.loadToken()).isEqualTo(pair);
        local.store.recover();
        assertThat(takeOver(local.first)).isEqualTo(new TakeOver.Older());
        assertThat(user.loadToken()).isEqualTo(pair);
        assertThat(user.listAccounts()).isNotEmpty();
        local.digiMe.close();
        assertThat(local.stored()).isEqualTo(pair);
    }

    @Test
    void aPairOnlyInMemoryIsStoredWhenAnyUserMakesACall() throws InterruptedException {
        UserAccessToken pair = unsavedPair(failure);
        local.store.recover();
        DigiMeUser somebodyElse = KnownUser.of(local.digiMe, local.contract, "somebody else", local.token());
        local.sandbox.clock().advance(Duration.ofSeconds(10));
        local.store.load(grant);
        assertThat(somebodyElse.listAccounts()).isNotEmpty();
        local.store.awaitChange();
        assertThat(local.stored()).isEqualTo(pair);
    }

    @Test
    void aPairOnlyInMemoryIsStoredWhenTheClientCloses() {
        UserAccessToken pair = unsavedPair(failure);
        local.store.recover();
        local.digiMe.close();
        assertThat(local.stored()).isEqualTo(pair);
    }

    @Test
    void anUnsavedPairThatHasExpiredIsStoredBeforeItIsRefreshed() {
        unsavedPair(failure);
        local.expire();
        assertThat(thrownBy(TokenStoreException.class, user::listAccounts).unsavedToken())
                .isEqualTo(user.loadToken());
        assertThat(local.refreshes()).isEqualTo(1);
        local.store.recover();
        assertServed(2);
    }

    @Test
    void thePairFromTheErrorCanBeHandedToAnotherClient() {
        UserAccessToken pair = unsavedPair(failure);
        local.store.recover();
        DigiMeUser elsewhere = KnownUser.of(local.client(), local.contract, LocalUser.USER, pair);
        local.expire();
        assertThat(elsewhere.listAccounts()).isNotEmpty();
        UserAccessToken newest = elsewhere.loadToken();
        assertThat(newest).matches(local::accepts);
        // The client that has only the older pair in memory must not overwrite the newer one.
        assertServed(2);
        assertThat(local.stored()).isEqualTo(newest);
    }

    @Test
    void aStoreThatFailsOnceIsTriedOnceMoreAtOnce() {
        local.expire();
        local.store.next(WRITE, StoreFault.NONE).next(WRITE, StoreFault.failing(failure));
        assertServed(1);
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.FRESH);
    }

    @Test
    void aWriteThatWasDoneThoughTheStoreFailedCounts() {
        local.expire();
        local.store.next(WRITE, StoreFault.NONE).next(WRITE, StoreFault.doneAndFailing(failure));
        assertServed(1);
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.FRESH);
    }

    @Test
    void aConflictingWriteDoesNotLoseTheNewPair() {
        local.expire();
        local.store.next(WRITE, StoreFault.NONE).next(WRITE, StoreFault.first(() -> {
            StoredGrant current = Objects.requireNonNull(local.store.load(grant));
            local.store.compareAndSet(grant, current.version(), current.next(current.content()));
        }));
        assertServed(1);
    }

    @Test
    void aStoreThatRejectsEachWriteIsAFailureAndNotAnEndlessLoop() {
        local.expire();
        for (int i = 0; i < 5_000; i++) {
            local.store.next(WRITE, work -> false);
        }
        assertThatThrownBy(user::listAccounts)
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("consecutive write conflicts");
        assertThat(local.refreshes()).isZero();
    }

    @Test
    void aGrantThatIsNotInTheStoreIsNotFound() {
        assertThatThrownBy(() -> local.digiMe.user(local.contract, "nobody").listAccounts())
                .isInstanceOf(GrantNotFoundException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> local.digiMe.user(local.contract, "nobody").loadTokenStatus())
                .isInstanceOf(GrantNotFoundException.class);
    }

    @Test
    void aGrantThatWasDeletedIsNotFoundWhenItExpires() {
        local.store.delete(grant);
        local.expire();
        assertThatThrownBy(user::listAccounts).isInstanceOf(GrantNotFoundException.class);
        assertThatThrownBy(user::loadToken).isInstanceOf(GrantNotFoundException.class);
        assertThat(local.refreshes()).isZero();
    }

    @Test
    void aGrantThatIsDeletedDuringARefreshStaysDeleted() {
        local.expire();
        local.store.next(WRITE, StoreFault.NONE).next(WRITE, StoreFault.first(() -> local.store.delete(grant)));
        assertThatThrownBy(user::listAccounts).isInstanceOf(GrantNotFoundException.class);
        assertThat(local.store.load(grant)).isNull();
    }

    @Test
    void aDeletedGrantIsNotCreatedAgainByAPairInMemory() {
        unsavedPair(failure);
        local.store.recover();
        local.store.delete(grant);
        local.digiMe.close();
        assertThat(local.store.load(grant)).isNull();
    }

    @Test
    void aDeletedGrantIsCreatedAgainByTakeOver() {
        local.store.delete(grant);
        assertThat(takeOver(local.first)).isEqualTo(new TakeOver.Taken(null));
        assertThat(local.stored()).isEqualTo(local.first);
        assertThat(user.listAccounts()).isNotEmpty();
    }

    @Test
    void aDeletedGrantIsCreatedAgainBySignIn() {
        local.store.delete(grant);
        SignIn again = local.signIn(local.digiMe, local.consentAgain(local.first));
        assertThat(again.replaced()).isNull();
        assertThat(local.stored()).isEqualTo(again.user().loadToken()).matches(local::accepts);
        assertThat(user.listAccounts()).isNotEmpty();
    }

    @Test
    void takeOverFailsWithTheStoreAndChangesNothing() {
        UserAccessToken later = UserAccessToken.builder()
                .from(local.first)
                .accessToken(Token.of(
                        "another-access-token",
                        local.first.accessToken().expiresAt().plusSeconds(1)))
                .build();
        for (TokenStoreException.Operation broken : List.of(LOAD, WRITE)) {
            local.store.breakDown(broken, failure);
            assertThat(thrownBy(TokenStoreException.class, () -> takeOver(later)))
                    .returns(broken, TokenStoreException::operation)
                    .returns(null, TokenStoreException::unsavedToken)
                    .hasRootCause(failure);
            assertThat(user.loadToken()).isEqualTo(local.first);
            local.store.recover();
            assertThat(local.stored()).isEqualTo(local.first);
        }
        local.digiMe.close();
        assertThat(local.tokenEvents.newPairs()).containsExactly(local.first);
    }

    @Test
    void takeOverOfThePairThatIsStoredFailsWithTheStoreToo() {
        local.store.breakDown(LOAD, failure);
        assertThat(thrownBy(TokenStoreException.class, () -> takeOver(local.first)))
                .returns(LOAD, TokenStoreException::operation);
    }

    @Test
    void aPairOfSignInThatCannotBeStoredIsInTheErrorAndInMemoryAndIsStoredLater() throws InterruptedException {
        Authorized again = local.consentAgain(local.first);
        local.store.breakDown(WRITE, failure);
        UserAccessToken pair =
                Objects.requireNonNull(thrownBy(TokenStoreException.class, () -> local.signIn(local.digiMe, again))
                        .unsavedToken());
        assertThat(pair).matches(local::accepts);
        assertThat(user.loadToken()).isEqualTo(pair);
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(user.loadTokenStatus().state()).isEqualTo(State.UNSAVED);

        local.store.recover();
        awaitTheNextWriteAfter(Duration.ofSeconds(10));
        assertThat(local.stored()).isEqualTo(pair);
        assertThat(local.refreshes()).isZero();
    }

    static String[] damaged() {
        return new String[] {"not JSON", "{\"format\":1,\"tok", "{}", "[]"};
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void t17_aDamagedRecordIsHealedByTakeOver(String content) {
        damage(content);
        DigiMe client = local.client();
        assertThat(thrownBy(
                        TokenStoreException.class, () -> local.userOf(client).listAccounts()))
                .isNotNull();
        assertThat(client.takeOver(local.contract, LocalUser.USER, local.first)).isEqualTo(new TakeOver.Taken(null));
        assertThat(local.userOf(client).listAccounts()).isNotEmpty();
        assertThat(local.stored()).isEqualTo(local.first);
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void t17_aDamagedRecordIsHealedBySignIn(String content) {
        damage(content);
        DigiMe client = local.client();
        SignIn again = local.signIn(client, local.consentAgain(local.first));
        assertThat(again.replaced()).isNull();
        assertThat(again.user().listAccounts()).isNotEmpty();
        assertThat(local.stored()).isEqualTo(again.user().loadToken()).matches(local::accepts);
    }

    @Test
    void t17_aRecordThatIsDamagedUnderARunningClientIsHealedByTheSameClient() {
        damage("not JSON");
        assertThat(takeOver(local.first)).isEqualTo(new TakeOver.Taken(null));
        local.expire();
        assertServed(1);
    }

    @Test
    void aDamagedRecordIsAFailureThatDoesNotQuoteIt() {
        StoredGrant current = Objects.requireNonNull(local.store.load(grant));
        String broken = current.content().replace("\"format\":2", "\"format\":7");
        assertThat(local.store.compareAndSet(grant, current.version(), current.next(broken)))
                .isTrue();
        local.expire();
        assertThatThrownBy(user::listAccounts)
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("format 7")
                .message()
                .doesNotContain(local.first.refreshToken().value());
        assertThat(local.refreshes()).isZero();
    }

    @Test
    void aStoreThatWasRestoredFromABackupDoesNotTakeAClientBack() {
        StoredGrant backup = Objects.requireNonNull(local.store.load(grant));
        local.expire();
        assertServed(1);
        local.store.delete(grant);
        assertThat(local.store.compareAndSet(grant, 0, backup)).isTrue();
        assertThat(user.loadTokenStatus().state())
                .as("the store lacks the newest pair")
                .isEqualTo(State.UNSAVED);
        assertThat(user.loadToken()).matches(local::accepts);
        local.expire();
        assertServed(2);
    }

    private TakeOver takeOver(UserAccessToken pair) {
        return local.digiMe.takeOver(local.contract, LocalUser.USER, pair);
    }

    private void damage(String content) {
        StoredGrant current = Objects.requireNonNull(local.store.load(grant));
        assertThat(local.store.compareAndSet(grant, current.version(), current.next(content)))
                .isTrue();
    }

    /** The pair of a refresh that could not be stored, since the store fails from then on. */
    private UserAccessToken unsavedPair(Throwable trouble) {
        local.expire();
        local.store.next(WRITE, StoreFault.NONE);
        local.store.breakDown(WRITE, trouble);
        UserAccessToken pair =
                thrownBy(TokenStoreException.class, user::listAccounts).unsavedToken();
        return Objects.requireNonNull(pair);
    }

    private void awaitTheNextWriteAfter(Duration pause) throws InterruptedException {
        local.sandbox.clock().advance(pause);
        local.store.load(grant);
        assertThat(user.listAccounts()).isNotEmpty();
        local.store.awaitChange();
        // What was written is taken in by the same flight, which a refresh would join: so ask the memory by the store.
        user.loadTokenStatus();
    }

    private void assertServed(int refreshes) {
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(user.loadToken()).matches(local::accepts);
        assertThat(local.stored()).matches(local::accepts);
        assertThat(local.refreshes()).isEqualTo(refreshes);
    }
}
