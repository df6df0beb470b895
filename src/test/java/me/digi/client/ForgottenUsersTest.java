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
import me.digi.client.internal.token.TroubledStore.Trouble;
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

/** Logging users out, and deleting them, whatever state their grant is in. */
class ForgottenUsersTest {
    @AutoClose
    private final GrantScene scene = new GrantScene();

    private final DigiMeUser user = scene.user;
    private final GrantKey key = new GrantKey(scene.contract.contractId(), GrantScene.USER);

    @Test
    void t9_aLogOutRemovesTheRowAndNothingAtDigiMe() {
        user.listAccounts();
        user.forget();
        assertForgotten(user);
        assertThat(scene.sandbox.requests().count(Operation.DELETE_USER)).isZero();
        assertThat(scene.live().number()).as("the pair is honoured still").isEqualTo(1);

        SignIn again = scene.signIn(scene.digiMe, scene.consentAgain(scene.first));
        assertThat(again.user().listAccounts()).isNotEmpty();
        assertThat(user.listAccounts()).isNotEmpty();
    }

    @Test
    void t9_aLogOutIsNoticedByAnotherMachineAfter30SecondsWithoutAStoreAccessPerCall() {
        DigiMeUser elsewhere = scene.userOf(scene.another());
        elsewhere.listAccounts();
        user.forget();
        int loads = scene.store.count(TokenStoreException.Operation.LOAD);
        scene.sandbox.clock().advance(Duration.ofSeconds(29));
        for (int i = 0; i < 20; i++) {
            assertThat(elsewhere.listAccounts()).isNotEmpty();
        }
        assertThat(scene.store.count(TokenStoreException.Operation.LOAD)).isEqualTo(loads);

        scene.sandbox.clock().advance(Duration.ofSeconds(1));
        int calls = scene.sandbox.requests().count(Operation.LIST_ACCOUNTS);
        assertThat(thrownBy(GrantNotFoundException.class, elsewhere::listAccounts)
                        .unsavedToken())
                .isNull();
        assertThat(scene.store.count(TokenStoreException.Operation.LOAD)).isEqualTo(loads + 1);
        assertThat(scene.sandbox.requests().count(Operation.LIST_ACCOUNTS)).isEqualTo(calls);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void t9_aRefreshUnderWayAtALogOutEndsWithThePairAndStoresNothing(boolean isSameClient) {
        Network network = new Network();
        DigiMe client = scene.another(builder -> builder.httpClient(network.client()));
        DigiMeUser refreshing = scene.userOf(client);
        assertThat(refreshing.loadToken()).isEqualTo(scene.first);
        network.next(chain -> {
            (isSameClient ? refreshing : user).forget();
            return chain.proceed(chain.request());
        });

        GrantNotFoundException gone = thrownBy(GrantNotFoundException.class, refreshing::refresh);
        assertThat(gone.unsavedToken()).matches(scene::honours);
        assertForgotten(refreshing);
        scene.sandbox.clock().advance(Duration.ofMinutes(1));
        assertForgotten(refreshing);
    }

    @Test
    void t9_aPairThatIsOnlyInMemoryIsForgottenToo() {
        scene.store.breakDown(TokenStoreException.Operation.WRITE, new IllegalStateException("off"));
        scene.store.next(TokenStoreException.Operation.WRITE, Trouble.NONE);
        assertThat(thrownBy(TokenStoreException.class, user::refresh).unsavedToken())
                .isNotNull();
        user.forget();
        scene.store.recover();
        assertForgotten(user);
        scene.digiMe.close();
        assertThat(scene.store.load(key)).isNull();
    }

    @Test
    void t9_aLogOutThatTheStoreRejectsCanBeRepeated() {
        scene.store.next(
                TokenStoreException.Operation.DELETE, Trouble.failing(new IllegalStateException("unreachable")));
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
        scene.store.compareAndSet(key, 0, StoredGrant.first("{}"));
        assertThat(thrownBy(TokenStoreException.class, user::delete).operation())
                .isEqualTo(TokenStoreException.Operation.LOAD);
        assertThat(scene.store.load(key)).isNotNull();
        user.forget();
        assertForgotten(user);
    }

    @Test
    void t9_aUserWhomDigiMeDeletesIsDeleted() {
        assertThat(user.delete()).isEqualTo(new Deleted());
        assertForgotten(user);
        assertThat(scene.sandbox.grant(scene.first.userId(), scene.contract).live())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void t9_aDeadGrantIsOnlyForgottenWhetherTheVerdictIsKnownOrNot(boolean isKnown) {
        scene.sandbox.revoke(scene.first.userId());
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
        DigiMeUser unlucky = scene.userOf(scene.another(builder -> builder.httpClient(network.client())));
        scene.expire();
        // The sandbox carries it out, and what it answers to the replay is that the token is superseded.
        scene.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_AFTER);
        OnlyForgotten forgotten = (OnlyForgotten) unlucky.delete();
        assertThat(forgotten.reason().reason()).isEqualTo(Reason.RESPONSE_LOST);
        assertForgotten(unlucky);
    }

    @Test
    void t9_aUserWhomTheServiceNoLongerKnowsIsOnlyForgotten() {
        DigiMe another = scene.another(builder -> builder.tokenStore(new InMemoryTokenStore()));
        assertThat(KnownUser.of(another, scene.contract, scene.first).delete()).isEqualTo(new Deleted());
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
        scene.expire();
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
        scene.store.next(
                TokenStoreException.Operation.DELETE, Trouble.failing(new IllegalStateException("unreachable")));
        TokenStoreException e = thrownBy(TokenStoreException.class, user::delete);
        assertThat(e.operation()).isEqualTo(TokenStoreException.Operation.DELETE);
        assertThat(scene.sandbox.requests().count(Operation.DELETE_USER)).isOne();
        assertThat(scene.store.load(key)).isNotNull();
        user.forget();
        assertForgotten(user);
    }

    private void assertKept(Class<? extends DigiMeException> type, Consumer<Sandbox> trouble) {
        trouble.accept(scene.sandbox);
        assertThat(thrownBy(type, user::delete)).isNotNull();
        assertThat(scene.store.load(key)).isNotNull();
    }

    private void assertForgotten(DigiMeUser gone) {
        assertThat(scene.store.load(key)).isNull();
        int requests = scene.sandbox.requests().all().size();
        assertThat(thrownBy(GrantNotFoundException.class, gone::listAccounts)).isNotNull();
        assertThat(thrownBy(GrantNotFoundException.class, gone::delete)).isNotNull();
        assertThat(scene.sandbox.requests().all()).hasSize(requests);
    }
}
