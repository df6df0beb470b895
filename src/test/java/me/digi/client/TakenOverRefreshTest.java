package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static me.digi.client.store.TokenStoreException.Operation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.diagnostics.TokenStatus.State;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.token.FaultyStore.StoreFault;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import me.digi.client.store.ReauthorizationRequiredException;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A client that crashes or stalls during a refresh, and another one that takes over. */
class TakenOverRefreshTest {
    private final RuntimeException gone = new IllegalStateException("the store is gone");

    @AutoClose
    private final LocalUser local = new LocalUser();

    private final Network network = new Network();
    private final DigiMe one = local.client(builder -> builder.httpClient(network.client()));

    /** For this client, time passes while it waits for the other. */
    private final DigiMe other = local.client(builder -> builder.sleeper(local.sandbox.clock()::advance));

    private final DigiMeUser user = local.userOf(one);
    private final DigiMeUser otherUser = local.userOf(other);

    @Test
    void aLeaseWhoseHolderIsGoneRunsOut() {
        local.expire();
        local.store.next(LOAD, StoreFault.NONE).next(LOAD, StoreFault.NONE).next(LOAD, StoreFault.failing(gone));
        local.store.next(WRITE, StoreFault.doneAndFailing(gone));
        assertThat(thrownBy(TokenStoreException.class, user::listAccounts)).isNotNull();
        assertThat(local.refreshes()).isZero();
        assertThat(otherUser.listAccounts()).isNotEmpty();
        assertThat(otherUser.loadToken()).matches(local::accepts);
    }

    @Test
    void aPairThatWasLostWithItsClientIsReportedAsLost() {
        local.expire();
        local.store.next(WRITE, StoreFault.NONE);
        local.store.breakDown(WRITE, gone);
        assertThat(thrownBy(TokenStoreException.class, user::listAccounts).unsavedToken())
                .matches(local::accepts);
        local.store.recover();
        assertThat(reauthorization(otherUser)).isEqualTo(Reason.RESPONSE_LOST);
        // The response had been received, and only not been stored.
        one.close();
        assertThat(otherUser.listAccounts()).isNotEmpty();
        assertThat(otherUser.loadToken()).matches(local::accepts);
    }

    @Test
    void t3_aHolderThatLostItsLeaseDoesNotSendAndUsesTheNewPair() {
        local.expire();
        network.next(chain -> {
            assertThat(otherUser.listAccounts()).isNotEmpty();
            return chain.proceed(chain.request());
        });
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(local.refreshes()).isEqualTo(1);
        assertThat(user.loadToken()).matches(local::accepts).isEqualTo(otherUser.loadToken());
    }

    @Test
    void aLateResponseRevivesAGrantThatAnotherClientReportedLost() {
        local.expire();
        assertThat(otherUser.refresh()).isNotNull();
        local.expire();
        AtomicReference<Reason> said = new AtomicReference<>();
        local.store.next(WRITE, StoreFault.NONE);
        local.store.next(WRITE, StoreFault.first(() -> said.set(reauthorization(otherUser))));
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(said).hasValue(Reason.RESPONSE_LOST);
        assertThat(user.loadToken()).matches(local::accepts);
        assertThat(otherUser.listAccounts()).isNotEmpty();
        assertThat(otherUser.loadToken()).matches(local::accepts);
    }

    @Test
    void aRestartedClientClearsUpTheDoubtThatItLeft() {
        local.expire();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_BEFORE);
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_BEFORE);
        assertThat(thrownBy(RuntimeException.class, user::listAccounts)).isNotNull();
        one.close();
        DigiMeUser restarted = local.userOf(local.client());
        assertThat(restarted.loadTokenStatus().state()).isEqualTo(State.IN_DOUBT);
        assertThat(restarted.listAccounts()).isNotEmpty();
        assertThat(restarted.loadToken()).matches(local::accepts);
    }

    @Test
    void aResponseThatCouldNotBeReadYetOutlivesTheOthersVerdict() {
        comesWithoutItsKey();
        local.store.next(WRITE, StoreFault.NONE);
        local.store.next(WRITE, StoreFault.first(this::giveUp));
        assertThat(thrownBy(NetworkException.class, user::listAccounts).operation())
                .isEqualTo("fetchSigningKeys");
        DigiMeUser third = local.userOf(local.client());
        assertThat(third.listAccounts()).isNotEmpty();
        assertThat(third.loadToken()).matches(local::accepts);
        assertThat(otherUser.listAccounts()).isNotEmpty();
    }

    @Test
    void aKeptResponseSurvivesAFailingStore() {
        comesWithoutItsKey();
        local.store.next(WRITE, StoreFault.NONE);
        local.store.next(WRITE, StoreFault.first(this::giveUp));
        // The other client wrote twice.
        local.store.next(WRITE, StoreFault.NONE);
        local.store.next(WRITE, StoreFault.NONE);
        local.store.next(WRITE, StoreFault.failing(gone));
        assertThat(thrownBy(NetworkException.class, user::listAccounts)).isNotNull();
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(user.loadToken()).matches(local::accepts);
        assertThat(otherUser.listAccounts()).isNotEmpty();
    }

    private void comesWithoutItsKey() {
        assertThat(user.refresh()).isNotNull();
        assertThat(otherUser.refresh()).isNotNull();
        local.expire();
        local.sandbox.rotateKeys();
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, Delivery.DROP_BEFORE);
    }

    private void giveUp() {
        assertThat(reauthorization(otherUser)).isEqualTo(Reason.RESPONSE_LOST);
    }

    private static Reason reauthorization(DigiMeUser user) {
        return thrownBy(ReauthorizationRequiredException.class, user::listAccounts)
                .reauthorize()
                .reason();
    }
}
