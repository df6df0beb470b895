package me.digi.client;

import static me.digi.client.LocalDigiMe.thrownBy;
import static me.digi.client.RecordedObservations.low;
import static me.digi.client.RecordedObservations.parent;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation.Context;
import java.util.List;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.NetworkException;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Operation;
import me.digi.client.store.ReauthorizationRequiredException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Micrometer's observations of refreshes, which are complete when the client is closed. */
class ObservedRefreshesTest {
    private final LocalUser local = new LocalUser();
    private final RecordedObservations observed = new RecordedObservations();
    private final DigiMe digiMe = local.client(builder -> builder.observer(observed.observer));
    private final DigiMeUser user = local.userOf(digiMe);

    @AfterEach
    void close() {
        local.close();
        assertThat(observed.openScopes).hasValue(0);
    }

    private List<Context> refreshes() {
        digiMe.close();
        return observed.named("digime.token.refresh");
    }

    private void assertOutcome(String outcome) {
        assertThat(refreshes())
                .extracting(refresh -> low(refresh).get("outcome"))
                .containsExactly(outcome);
    }

    @Test
    void aRefreshIsAPartOfTheCallThatCausedItAndHasItsRequestsInIt() {
        local.expire();
        observed.inCall(user::listAccounts);
        assertOutcome("refreshed");
        assertThat(refreshes()).allMatch(refresh -> parent(refresh).equals("call"));
        assertThat(observed.requests("refreshToken")).hasSize(1);
        assertThat(observed.requests("refreshToken"))
                .allMatch(request -> parent(request).equals("digime.token.refresh"));
        assertThat(observed.requests("listAccounts"))
                .allMatch(request -> parent(request).equals("call"));
    }

    @Test
    void aPairThatAnotherClientHasFetchedIsFoundInTheStore() {
        observed.inCall(user::listAccounts);
        local.expire();
        local.user.listAccounts();
        UserAccessToken newest = local.user.loadToken();
        assertThat(user.loadToken()).isEqualTo(newest);
        assertThat(refreshes()).allMatch(refresh -> low(refresh).get("outcome").equals("found_in_store"));
    }

    @Test
    void aRefusedRefreshEndsWithReauthorizeAndNotAnError() {
        local.expire();
        local.sandbox.revoke(String.valueOf(local.first.userId()));
        thrownBy(ReauthorizationRequiredException.class, user::listAccounts);
        assertOutcome("reauthorize");
        assertThat(refreshes()).allMatch(refresh -> refresh.getError() == null);
    }

    @Test
    void aRefreshThatGotNoResponseIsInDoubt() {
        local.expire();
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_AFTER);
        local.sandbox.failNext(Operation.REFRESH_TOKEN, Delivery.DROP_AFTER);
        NetworkException failure = thrownBy(NetworkException.class, user::listAccounts);
        assertOutcome("in_doubt");
        assertThat(refreshes().get(0).getError()).isEqualTo(failure);
    }

    @Test
    void aRefreshWhoseKeysCannotBeFetchedHasFailed() {
        local.expire();
        local.sandbox.failNext(Operation.FETCH_SIGNING_KEYS, CannedResponse.error(500, "x", "no"));
        thrownBy(ApiException.class, user::listAccounts);
        assertOutcome("failed");
    }

    @Test
    void aRefreshByHandIsObservedOnTheCallersThread() {
        observed.inCall(() -> digiMe.refreshToken(local.contract, local.first));
        assertOutcome("refreshed");
        assertThat(refreshes()).allMatch(refresh -> parent(refresh).equals("call"));
        assertThat(observed.requests("refreshToken"))
                .allMatch(request -> parent(request).equals("digime.token.refresh"));
    }

    @Test
    void aSignInHasItsRequestsInTheCall() {
        observed.inCall(() -> digiMe.signIn(local.contract, "user-43", local.newConsent()));
        assertThat(observed.requests("exchangeCode"))
                .singleElement()
                .satisfies(request -> assertThat(parent(request)).isEqualTo("call"));
    }
}
