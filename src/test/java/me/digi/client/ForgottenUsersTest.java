package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import me.digi.client.auth.DeleteResult.Deleted;
import me.digi.client.auth.DeleteResult.OnlyForgotten;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.token.FaultyStore.StoreFault;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.store.GrantKey;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging users out and deleting them, in every state of their grant. */
class ForgottenUsersTest {
    @AutoClose
    private final LocalUser local = new LocalUser();

    private final DigiMeUser user = local.user;
    private final GrantKey key = new GrantKey(local.contract.contractId(), LocalUser.USER);

    @Test
    void t9_aLogOutRemovesTheRowAndNothingAtDigiMe() {
        user.listAccounts();
        user.forget();
        assertForgotten(user);
        assertThat(local.sandbox.requests().count(Operation.DELETE_USER)).isZero();
        assertThat(local.live().number()).as("the pair is honoured still").isEqualTo(1);

        SignIn again = local.signIn(local.digiMe, local.consentAgain(local.first));
        assertThat(again.user().listAccounts()).isNotEmpty();
        assertThat(user.listAccounts()).isNotEmpty();
    }

    @Test
    void t9_aLogOutIsNoticedByAnotherMachineAfter30SecondsWithoutAStoreAccessPerCall() {
        DigiMeUser elsewhere = local.userOf(local.client());
        elsewhere.listAccounts();
        user.forget();
        int loads = local.store.count(TokenStoreException.Operation.LOAD);
        local.sandbox.clock().advance(Duration.ofSeconds(29));
        for (int i = 0; i < 20; i++) {
            assertThat(elsewhere.listAccounts()).isNotEmpty();
        }
        assertThat(local.store.count(TokenStoreException.Operation.LOAD)).isEqualTo(loads);

        local.sandbox.clock().advance(Duration.ofSeconds(1));
        int calls = local.sandbox.requests().count(Operation.LIST_ACCOUNTS);
        assertThat(thrownBy(GrantNotFoundException.class, elsewhere::listAccounts)
                        .unsavedToken())
                .isNull();
        assertThat(local.store.count(TokenStoreException.Operation.LOAD)).isEqualTo(loads + 1);
        assertThat(local.sandbox.requests().count(Operation.LIST_ACCOUNTS)).isEqualTo(calls);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void t9_aRefreshUnderWayAtALogOutEndsWithThePairAndStoresNothing(boolean isSameClient) {
        Network network = new Network();
        DigiMe client = local.client(builder -> builder.httpClient(network.client()));
        DigiMeUser refreshing = local.userOf(client);
        assertThat(refreshing.loadToken()).isEqualTo(local.first);
        network.next(chain -> {
            (isSameClient ? refreshing : user).forget();
            return chain.proceed(chain.request());
        });

        GrantNotFoundException gone = thrownBy(GrantNotFoundException.class, refreshing::refresh);
        assertThat(gone.unsavedToken()).matches(local::accepts);
        assertForgotten(refreshing);
        local.sandbox.clock().advance(Duration.ofMinutes(1));
        assertForgotten(refreshing);
    }

    @Test
    void t9_aPairThatIsOnlyInMemoryIsForgottenToo() {
        local.store.breakDown(TokenStoreException.Operation.WRITE, new IllegalStateException("off"));
        local.store.next(TokenStoreException.Operation.WRITE, StoreFault.NONE);
        assertThat(thrownBy(TokenStoreException.class, user::refresh).unsavedToken())
                .isNotNull();
        user.forget();
        local.store.recover();
        assertForgotten(user);
        local.digiMe.close();
        assertThat(local.store.load(key)).isNull();
    }

    @Test
    void t9_aLogOutThatTheStoreRejectsCanBeRepeated() {
        local.store.next(
                TokenStoreException.Operation.DELETE, StoreFault.failing(new IllegalStateException("unreachable")));
        TokenStoreException e = thrownBy(TokenStoreException.class, user::forget);
        assertThat(e.operation()).isEqualTo(TokenStoreException.Operation.DELETE);
        assertThat(user.listAccounts()).isNotEmpty();
        user.forget();
        assertForgotten(user);
        user.forget();
        assertForgotten(user);
    }

    @Test
    void t9_aDamagedRowIsForgottenThoughNothingElseCanBeDone() {
        user.forget();
        local.store.compareAndSet(key, 0, StoredGrant.first("{}"));
        assertThat(thrownBy(TokenStoreException.class, user::delete).operation())
                .isEqualTo(TokenStoreException.Operation.LOAD);
        assertThat(local.store.load(key)).isNotNull();
        user.forget();
        assertForgotten(user);
    }

    @Test
    void t9_aUserWhomDigiMeDeletesIsDeleted() {
        assertThat(user.delete()).isEqualTo(new Deleted());
        assertForgotten(user);
        assertThat(local.sandbox.grant(local.first.userId(), local.contract).live())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void t9_aDeadGrantIsOnlyForgottenWhetherTheVerdictIsKnownOrNot(boolean isKnown) {
        local.sandbox.revoke(local.first.userId());
        if (isKnown) {
            user.refresh();
        }
        OnlyForgotten forgotten = (OnlyForgotten) user.delete();
        assertThat(forgotten.reason().reason()).isEqualTo(Reason.REFUSED);
        assertThat(forgotten.reason().code()).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(forgotten.reason().reference()).isNotBlank();
        assertForgotten(user);
    }

    @Test
    void t9_aPairWhoseSuccessorWasLostIsOnlyForgottenForThatReason() {
        Network network = new Network();
        DigiMeUser unlucky = local.userOf(local.client(builder -> builder.httpClient(network.client())));
        local.expire();
        // The sandbox refreshes, and refuses the replay because the token is superseded.
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_AFTER);
        OnlyForgotten forgotten = (OnlyForgotten) unlucky.delete();
        assertThat(forgotten.reason().reason()).isEqualTo(Reason.RESPONSE_LOST);
        assertForgotten(unlucky);
    }

    @Test
    void t9_aUserWhomTheServiceNoLongerKnowsIsOnlyForgotten() {
        DigiMe another = local.client(builder -> builder.tokenStore(new InMemoryTokenStore()));
        assertThat(KnownUser.of(another, local.contract, local.first).delete()).isEqualTo(new Deleted());
        OnlyForgotten forgotten = (OnlyForgotten) user.delete();
        assertThat(forgotten.reason().code()).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertForgotten(user);
    }

    @Test
    void t9_aDeleteThatFailsKeepsTheRowAndCanBeRepeated() {
        assertKept(NetworkException.class, sandbox -> sandbox.failNext(Operation.DELETE_USER, Delivery.DROP_BEFORE));
        assertKept(DigiMeException.class, sandbox -> sandbox.failNext(Operation.DELETE_USER, CannedResponse.html(503)));
        assertKept(
                DigiMeException.class, sandbox -> sandbox.failNext(Operation.DELETE_USER, CannedResponse.empty(403)));
        local.expire();
        assertKept(
                DigiMeException.class, sandbox -> sandbox.failNext(Operation.REFRESH_TOKEN, CannedResponse.html(503)));
        assertThat(user.delete()).isEqualTo(new Deleted());
        assertForgotten(user);
    }

    @Test
    void t9_aDeleteWhoseResponseWasLostKeepsTheRowAndEndsWithTheNextOne() {
        assertKept(NetworkException.class, sandbox -> sandbox.failNext(Operation.DELETE_USER, Delivery.DROP_AFTER));
        assertThat(user.delete()).isInstanceOf(OnlyForgotten.class);
        assertForgotten(user);
    }

    @Test
    void t9_aDeleteThatOnlyTheStoreRefusedIsCompletedByForgetting() {
        local.store.next(
                TokenStoreException.Operation.DELETE, StoreFault.failing(new IllegalStateException("unreachable")));
        TokenStoreException e = thrownBy(TokenStoreException.class, user::delete);
        assertThat(e.operation()).isEqualTo(TokenStoreException.Operation.DELETE);
        assertThat(local.sandbox.requests().count(Operation.DELETE_USER)).isOne();
        assertThat(local.store.load(key)).isNotNull();
        user.forget();
        assertForgotten(user);
    }

    private void assertKept(Class<? extends DigiMeException> type, Consumer<Sandbox> trouble) {
        trouble.accept(local.sandbox);
        assertThat(thrownBy(type, user::delete)).isNotNull();
        assertThat(local.store.load(key)).isNotNull();
    }

    private void assertForgotten(DigiMeUser gone) {
        assertThat(local.store.load(key)).isNull();
        int requests = local.sandbox.requests().all().size();
        assertThat(thrownBy(GrantNotFoundException.class, gone::listAccounts)).isNotNull();
        assertThat(thrownBy(GrantNotFoundException.class, gone::delete)).isNotNull();
        assertThat(local.sandbox.requests().all()).hasSize(requests);
    }
}
