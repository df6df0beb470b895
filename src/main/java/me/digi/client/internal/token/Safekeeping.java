package me.digi.client.internal.token;

import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.error.TokenStoreException;
import org.jspecify.annotations.Nullable;

/** Brings pairs into the store that the server did not just give: the application's, and those left in memory alone. */
final class Safekeeping {
    private final GrantContext context;
    private final GrantMemory memory;

    Safekeeping(GrantContext context, GrantMemory memory) {
        this.context = context;
        this.memory = memory;
    }

    /** Brings a pair that is in memory alone into the store; throws, and carries the pair, if that fails again. */
    View save(View seen) {
        GrantState state = seen.state();
        try {
            Snapshot saved =
                    new GrantWriter(context.records()).rescue(seen.snapshot().version(), state);
            return memory.learn(saved, Origin.STORE);
        } catch (TokenStoreException e) {
            TokenStoreException unsaved = TokenStoreException.unsaved(context.key(), state.token(), e);
            memory.keepUnsaved(seen.snapshot(), unsaved, context.pauseUntil());
            context.tell(new TokenEvent.StoreFailed(context.key(), unsaved));
            throw unsaved;
        }
    }

    /** Takes over the application's pair, unless it is the present one, one from before, or one that lives less long. */
    void adopt(UserAccessToken pair) {
        View known = memory.view();
        if (known != null && (known.holds(pair) || known.state().hasSuperseded(pair))) {
            lookForNewer(known);
            return;
        }
        for (int conflicts = 0; conflicts < GrantRecords.MOST_CONFLICTS; conflicts++) {
            Snapshot stored = context.records().load();
            if (stored != null && !isNews(stored.state(), pair)) {
                memory.learn(stored, Origin.STORE);
                return;
            }
            Snapshot adopted = write(stored, pair);
            if (adopted != null) {
                memory.learn(adopted, Origin.APPLICATION);
                return;
            }
        }
        throw context.records().tooManyConflicts();
    }

    /** Another client may have refreshed; if the store does not tell, what is known does. */
    private void lookForNewer(View known) {
        try {
            Snapshot stored = context.records().load();
            if (stored == null) {
                // It was deleted, and is wanted again.
                stored = context.records().write(Snapshot.NONE, known.state());
            }
            if (stored != null) {
                memory.learn(stored, Origin.STORE);
            }
        } catch (TokenStoreException e) {
            context.tell(new TokenEvent.StoreFailed(context.key(), e));
        }
    }

    private @Nullable Snapshot write(@Nullable Snapshot stored, UserAccessToken pair) {
        return stored == null
                ? context.records().write(Snapshot.NONE, GrantState.first(pair, context.now()))
                : context.records().write(stored.version(), stored.state().succeededBy(pair, context.now()));
    }

    /** A pair that is known to be dead is no better than any that was not there before. */
    private static boolean isNews(GrantState stored, UserAccessToken pair) {
        if (stored.holds(pair) || stored.hasSuperseded(pair)) {
            return false;
        }
        return stored.refusal() != null
                || !Freshness.isEarlier(
                        pair.accessToken().expiresAt(),
                        stored.token().accessToken().expiresAt());
    }
}
