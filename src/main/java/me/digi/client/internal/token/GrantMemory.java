package me.digi.client.internal.token;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.error.GrantNotFoundException;
import me.digi.client.error.TokenStoreException;
import me.digi.client.internal.token.Outcome.Dead;
import me.digi.client.internal.token.Outcome.Renewed;
import org.jspecify.annotations.Nullable;

/**
 * What a client remembers of a grant. Read without a lock; written under one, which is never held while the server is
 * asked.
 */
final class GrantMemory {
    private final GrantContext context;
    private final Consumer<Boolean> unsavedChanged;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable View view;

    /** Says to {@code unsavedChanged} whether there is a pair in memory alone, whenever that may have changed. */
    GrantMemory(GrantContext context, Consumer<Boolean> unsavedChanged) {
        this.context = context;
        this.unsavedChanged = unsavedChanged;
    }

    /** What is known, from the store if nothing is known yet. */
    View view() {
        View seen = view;
        return seen != null ? seen : loadedView();
    }

    /** What is known, or null if nothing is. */
    @Nullable
    View lastView() {
        return view;
    }

    /** How the pair is, with what others have made of it since. */
    TokenStatus status() {
        Snapshot stored = context.records().load();
        if (stored == null) {
            throw new GrantNotFoundException(context.key());
        }
        View seen = view();
        if (seen.unsaved() == null && !stored.state().holds(seen.state().token())) {
            publish(stored, null, Origin.STORE);
        }
        return StatusReport.of(context.key(), view(), stored, context.now());
    }

    /** Takes over the application's pair, unless it is the present one, one from before, or one that lives less long. */
    void adopt(UserAccessToken pair) {
        lock.lock();
        try {
            while (true) {
                Snapshot stored = context.records().load();
                if (stored != null && (stored.state().holds(pair) || !isNews(stored.state(), pair))) {
                    publish(stored, null, Origin.STORE);
                    return;
                }
                Snapshot adopted = context.records()
                        .write(
                                stored == null ? Snapshot.NONE : stored.version(),
                                stored == null
                                        ? GrantState.first(pair, context.now())
                                        : stored.state().succeededBy(pair, context.now()));
                if (adopted != null) {
                    publish(adopted, null, Origin.APPLICATION);
                    return;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** The server's word on this pair, if it is fresh and the store has no newer pair. */
    @Nullable
    Reauthorize verdictOn(UserAccessToken pair) {
        View seen = view();
        if (seen.verdict() == null
                || !seen.state().holds(pair)
                || !context.now().isBefore(seen.verdictUntil())) {
            return null;
        }
        Snapshot stored = context.records().load();
        if (stored != null && !stored.state().holds(pair)) {
            publish(stored, null, Origin.STORE);
            return null;
        }
        return seen.verdict();
    }

    void refreshStarts() {
        lock.lock();
        try {
            view = view().attempted(context.now());
        } finally {
            lock.unlock();
        }
    }

    void refreshEnded(Outcome outcome) {
        lock.lock();
        try {
            if (outcome instanceof Dead dead) {
                view = view().dead(
                                dead.reauthorize(),
                                context.now().plus(context.policy().verdict()));
                return;
            }
            Renewed renewed = (Renewed) outcome;
            publish(renewed.snapshot(), renewed.unsaved(), renewed.origin());
            context.tell(new TokenEvent.RefreshDone(context.key()));
        } finally {
            lock.unlock();
        }
    }

    void refreshFailed(RuntimeException failure) {
        lock.lock();
        try {
            if (failure instanceof GrantNotFoundException) {
                view = null;
            } else {
                view = view().failed(
                                failure, context.now().plus(context.policy().pauseAfterFailure()));
            }
            context.tell(new TokenEvent.RefreshFailed(context.key(), failure));
        } finally {
            lock.unlock();
        }
    }

    /** Brings a pair that is in memory alone into the store; throws, and carries the pair, if that fails again. */
    void saveIfUnsaved() {
        lock.lock();
        try {
            View seen = view();
            if (seen.unsaved() == null) {
                return;
            }
            UserAccessToken pair = seen.state().token();
            try {
                GrantWriter writer = new GrantWriter(context.records());
                Snapshot saved = writer.write(seen.snapshot().version(), seen.state());
                publish(saved, null, Origin.STORE);
            } catch (TokenStoreException e) {
                TokenStoreException unsaved = TokenStoreException.unsaved(context.key(), pair, e);
                view = seen.renewed(
                        seen.snapshot(),
                        unsaved,
                        context.now().plus(context.policy().pauseAfterFailure()));
                context.tell(new TokenEvent.StoreFailed(context.key(), unsaved));
                throw unsaved;
            }
        } finally {
            lock.unlock();
        }
    }

    void delete() {
        lock.lock();
        try {
            context.records().delete();
            view = null;
        } finally {
            lock.unlock();
        }
    }

    private View loadedView() {
        lock.lock();
        try {
            View seen = view;
            if (seen != null) {
                return seen;
            }
            Snapshot stored = context.records().load();
            if (stored == null) {
                throw new GrantNotFoundException(context.key());
            }
            View loaded = View.of(stored);
            view = loaded;
            return loaded;
        } finally {
            lock.unlock();
        }
    }

    private void publish(Snapshot next, @Nullable TokenStoreException unsaved, Origin origin) {
        lock.lock();
        try {
            View before = view;
            boolean isNewPair =
                    before == null || !before.state().holds(next.state().token());
            view = before == null
                    ? View.of(next)
                    : before.renewed(
                            next, unsaved, context.now().plus(context.policy().pauseAfterFailure()));
            unsavedChanged.accept(unsaved != null);
            if (isNewPair && (before != null || origin != Origin.STORE)) {
                context.tell(new TokenEvent.Changed(context.key(), next.state().token(), origin));
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean isNews(GrantState stored, UserAccessToken pair) {
        return !stored.hasSuperseded(pair)
                && !pair.accessToken()
                        .expiresAt()
                        .isBefore(stored.token().accessToken().expiresAt());
    }
}
