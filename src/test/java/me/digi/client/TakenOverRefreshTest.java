package me.digi.client;

import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.atomic.AtomicReference;
import me.digi.client.auth.ReauthorizationRequiredException;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.diagnostics.TokenStatus.State;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.token.TroubledStore.Trouble;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A client that was refreshing is gone, or was so slow that another one went on. */
class TakenOverRefreshTest {
    private final RuntimeException gone = new IllegalStateException("the store is gone");

    @AutoClose
    private final GrantScene scene = new GrantScene();

    private final Network network = new Network();
    private final DigiMe one = scene.another(builder -> builder.httpClient(network.client()));

    /** For this one, time passes while it waits for the other. */
    private final DigiMe other = scene.another(builder -> builder.sleeper(scene.sandbox.clock()::advance));

    private final DigiMeUser user = scene.userOf(one);
    private final DigiMeUser otherUser = scene.userOf(other);

    @Test
    void aLeaseWhoseHolderIsGoneRunsOut() {
        scene.expire();
        scene.store.next(LOAD, Trouble.NONE).next(LOAD, Trouble.NONE).next(LOAD, Trouble.failing(gone));
        scene.store.next(WRITE, Trouble.doneAndFailing(gone));
        assertThat(catchThrowableOfType(TokenStoreException.class, user::listAccounts))
                .isNotNull();
        assertThat(scene.refreshes()).isZero();
        assertThat(otherUser.listAccounts()).isNotEmpty();
        assertThat(otherUser.loadToken()).matches(scene::honours);
    }

    @Test
    void aPairThatDiedWithItsClientIsSaidToBeLost() {
        scene.expire();
        scene.store.next(WRITE, Trouble.NONE);
        scene.store.breakDown(WRITE, gone);
        assertThat(catchThrowableOfType(TokenStoreException.class, user::listAccounts)
                        .unsavedToken())
                .matches(scene::honours);
        scene.store.recover();
        assertThat(reauthorization(otherUser)).isEqualTo(Reason.RESPONSE_LOST);
        // It was not dead after all: it had only not been heard of.
        one.close();
        assertThat(otherUser.listAccounts()).isNotEmpty();
        assertThat(otherUser.loadToken()).matches(scene::honours);
    }

    @Test
    void t3_aHolderThatWasOvertakenBeforeItSentDoesNotSendAndTakesTheOthersPair() {
        scene.expire();
        network.next(chain -> {
            assertThat(otherUser.listAccounts()).isNotEmpty();
            return chain.proceed(chain.request());
        });
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(scene.refreshes()).isEqualTo(1);
        assertThat(user.loadToken()).matches(scene::honours).isEqualTo(otherUser.loadToken());
    }

    @Test
    void aResponseThatComesAfterAnotherHasGivenUpTheGrantRevivesIt() {
        scene.expire();
        assertThat(otherUser.refresh()).isNotNull();
        scene.expire();
        AtomicReference<Reason> said = new AtomicReference<>();
        scene.store.next(WRITE, Trouble.NONE);
        scene.store.next(WRITE, Trouble.first(() -> said.set(reauthorization(otherUser))));
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(said).hasValue(Reason.RESPONSE_LOST);
        assertThat(user.loadToken()).matches(scene::honours);
        assertThat(otherUser.listAccounts()).isNotEmpty();
        assertThat(otherUser.loadToken()).matches(scene::honours);
    }

    @Test
    void aRestartedClientClearsUpTheDoubtThatItLeft() {
        scene.expire();
        scene.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_BEFORE);
        scene.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_BEFORE);
        assertThat(catchThrowableOfType(RuntimeException.class, user::listAccounts))
                .isNotNull();
        one.close();
        DigiMeUser restarted = scene.userOf(scene.another());
        assertThat(restarted.loadTokenStatus().state()).isEqualTo(State.IN_DOUBT);
        assertThat(restarted.listAccounts()).isNotEmpty();
        assertThat(restarted.loadToken()).matches(scene::honours);
    }

    @Test
    void aResponseThatCouldNotBeReadYetOutlivesTheOthersVerdict() {
        comesWithoutItsKey();
        scene.store.next(WRITE, Trouble.NONE);
        scene.store.next(WRITE, Trouble.first(this::giveUp));
        assertThat(catchThrowableOfType(NetworkException.class, user::listAccounts)
                        .operation())
                .isEqualTo("fetchSigningKeys");
        DigiMeUser third = scene.userOf(scene.another());
        assertThat(third.listAccounts()).isNotEmpty();
        assertThat(third.loadToken()).matches(scene::honours);
        assertThat(otherUser.listAccounts()).isNotEmpty();
    }

    @Test
    void andOutlivesAStoreThatDoesNotTakeItEither() {
        comesWithoutItsKey();
        scene.store.next(WRITE, Trouble.NONE);
        scene.store.next(WRITE, Trouble.first(this::giveUp));
        // Two writes are the other's.
        scene.store.next(WRITE, Trouble.NONE);
        scene.store.next(WRITE, Trouble.NONE);
        scene.store.next(WRITE, Trouble.failing(gone));
        assertThat(catchThrowableOfType(NetworkException.class, user::listAccounts))
                .isNotNull();
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(user.loadToken()).matches(scene::honours);
        assertThat(otherUser.listAccounts()).isNotEmpty();
    }

    private void comesWithoutItsKey() {
        assertThat(user.refresh()).isNotNull();
        assertThat(otherUser.refresh()).isNotNull();
        scene.expire();
        scene.sandbox.rotateKeys();
        scene.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, Delivery.DROP_BEFORE);
    }

    private void giveUp() {
        assertThat(reauthorization(otherUser)).isEqualTo(Reason.RESPONSE_LOST);
    }

    private static Reason reauthorization(DigiMeUser user) {
        return catchThrowableOfType(ReauthorizationRequiredException.class, user::listAccounts)
                .reauthorize()
                .reason();
    }
}
