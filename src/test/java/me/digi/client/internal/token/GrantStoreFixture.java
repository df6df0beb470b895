package me.digi.client.internal.token;

import static me.digi.client.store.TokenStoreException.Operation.WRITE;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.internal.oauth.SharedRecord.View;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.store.TokenStoreException;

/** What a client knows of one grant, over a store that other processes write to as well. */
abstract class GrantStoreFixture extends ScriptedEngine {
    boolean isUnsaved;
    final GrantStore grant = new GrantStore(grants, KEY, now -> isUnsaved = now);

    View<GrantRecord> putAndLoad(UserAccessToken pair) {
        put(pair);
        return grant.load();
    }

    /** Does this while the store does not accept anything. */
    void keepInMemory(Runnable landing) {
        store.breakDown(WRITE, outage);
        landing.run();
        store.recover();
    }

    View<GrantRecord> renewLanding(UserAccessToken pair) {
        UserAccessToken presented = Objects.requireNonNull(grant.known().known().pair());
        return grant.updateOrKeep(record -> record.holds(presented), renewed(pair));
    }

    View<GrantRecord> signInLanding(UserAccessToken pair) {
        return grant.updateOrKeep(
                record -> record != null && record.hasSeen(pair)
                        ? record
                        : GrantRecord.orFirst(record, host.now()).renewed(pair, host.now(), List.of()),
                Origin.SIGNED_IN);
    }

    void renew(UserAccessToken pair) {
        grant.update(record -> true, renewed(pair));
    }

    /** A first record, whatever is there. */
    UnaryOperator<GrantRecord> first(UserAccessToken pair) {
        return record -> GrantRecord.first(pair, host.now());
    }

    DecisionTimes times() {
        return grant.times(false, false);
    }

    static TokenStoreException failure(View<GrantRecord> view) {
        return (TokenStoreException) Objects.requireNonNull(view.failure());
    }

    static TokenResponse response(int number) {
        return new TokenResponse(TokenRequest.REFRESH, "request", "response " + number, Instant.EPOCH);
    }
}
