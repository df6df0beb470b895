package me.digi.client.internal.token;

import java.time.Instant;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.error.GrantNotFoundException;
import me.digi.client.error.TokenStoreException;
import me.digi.client.internal.token.Outcome.Dead;
import me.digi.client.internal.token.Outcome.Renewed;
import org.jspecify.annotations.Nullable;

/**
 * What a client remembers of a grant. Read without a lock; written by whoever holds the monitor, which is never held
 * while the server is asked.
 */
final class GrantMemory {
    private final GrantContext context;
    private volatile @Nullable View view;
    private volatile boolean deleted;

    GrantMemory(GrantContext context) {
        this.context = context;
    }

    /** What is known, from the store if nothing is known yet. */
    View view() {
        View seen = view;
        return seen != null ? seen : loadedView();
    }

    /** What is known, or null if nothing is. */
    @Nullable View lastView() {
        return view;
    }

    /** The server's word on this pair, if it is fresh and the store has no newer pair. */
    @Nullable Reauthorize verdictOn(UserAccessToken pair) {
        View seen = view();
        if (seen.verdict() == null || !seen.state().holds(pair) || !context.now().isBefore(seen.verdictUntil())) {
            return null;
        }
        Snapshot stored = context.records().load();
        if (stored != null && !stored.state().holds(pair)) {
            publish(stored, null, Origin.STORE);
            return null;
        }
        return seen.verdict();
    }

    synchronized void refreshStarts() {
        view = view().attempted(context.now());
    }

    synchronized void refreshEnded(Outcome outcome) {
        if (outcome instanceof Dead dead) {
            view = view().dead(dead.reauthorize(), context.now().plus(context.policy().verdict()));
            return;
        }
        Renewed renewed = (Renewed) outcome;
        publish(renewed.snapshot(), renewed.unsaved(), renewed.isFromServer() ? Origin.REFRESHED : Origin.STORE);
        context.tell(new TokenEvent.RefreshDone(context.key()));
    }

    synchronized void refreshFailed(RuntimeException failure) {
        if (failure instanceof GrantNotFoundException) {
            forget();
        } else {
            view = view().failed(failure, pauseFromNow());
        }
        context.tell(new TokenEvent.RefreshFailed(context.key(), failure));
    }

    /** Brings a pair that is in memory alone into the store; throws, and carries the pair, if that fails again. */
    synchronized void saveIfUnsaved() {
        View seen = view();
        TokenStoreException unsaved = seen.unsaved();
        if (unsaved == null) {
            return;
        }
    }

    private void publish(Snapshot next, @Nullable TokenStoreException unsaved, Origin origin) {}
}
