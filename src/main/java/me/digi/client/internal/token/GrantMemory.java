package me.digi.client.internal.token;

import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.error.TokenStoreException;
import me.digi.client.store.GrantKey;
import org.jspecify.annotations.Nullable;

/**
 * What a client remembers of a grant: the newest that anybody has told it, in whatever order it was told. Read without a
 * lock. Written under one, which makes the listener hear of new pairs in the order in which they were taken in, and which
 * nobody holds while a store or the server is waited for.
 */
final class GrantMemory {
    private final GrantKey grant;
    private final Consumer<TokenEvent> listener;
    private final Consumer<Boolean> unsavedChanged;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable View view;

    /** Says to {@code unsavedChanged} whether there is a pair in memory alone, whenever that may have changed. */
    GrantMemory(GrantKey grant, Consumer<TokenEvent> listener, Consumer<Boolean> unsavedChanged) {
        this.grant = grant;
        this.listener = listener;
        this.unsavedChanged = unsavedChanged;
    }

    /** What is known, or null if nothing is yet. */
    @Nullable
    View view() {
        return view;
    }

    /** Takes in what the store has, unless something newer is known; gives back what is known then. */
    View learn(Snapshot stored, Origin origin) {
        lock.lock();
        try {
            View before = view;
            if (before == null) {
                return publish(View.of(stored), origin != Origin.STORE, origin);
            }
            if (before.holds(stored.state().token())) {
                boolean isNews = before.unsaved() != null || stored.isNewsAfter(before.snapshot());
                return isNews ? publish(before.stored(stored), false, origin) : before;
            }
            return stored.isNewsAfter(before.snapshot()) ? publish(before.renewed(stored), true, origin) : before;
        } finally {
            lock.unlock();
        }
    }

    /** Takes in a pair that the store could not take, unless something newer is known. */
    View keepUnsaved(Snapshot unstored, TokenStoreException why, Instant pauseUntil) {
        lock.lock();
        try {
            View before = view;
            if (before == null) {
                return publish(View.of(unstored).unsaved(unstored, why, pauseUntil), true, Origin.REFRESHED);
            }
            boolean isSame = before.holds(unstored.state().token());
            boolean isNews =
                    isSame ? before.unsaved() != null : unstored.state().comesAfter(before.state());
            return isNews ? publish(before.unsaved(unstored, why, pauseUntil), !isSame, Origin.REFRESHED) : before;
        } finally {
            lock.unlock();
        }
    }

    /** Notes that this client asks the server. */
    void attempted(Instant now) {
        lock.lock();
        try {
            View before = view;
            if (before != null) {
                view = before.attempted(now);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Notes why a refresh of this pair failed, if it is still the present one. */
    void failed(UserAccessToken pair, RuntimeException failure, Instant pauseUntil) {
        lock.lock();
        try {
            View before = view;
            if (before != null && before.holds(pair)) {
                view = before.failed(failure, pauseUntil);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Keeps an answer to a refresh of this pair that could neither be verified nor be stored yet. */
    void keepUnread(UserAccessToken pair, String answer) {
        lock.lock();
        try {
            View before = view;
            if (before != null && before.holds(pair)) {
                view = before.unread(answer);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Knows nothing any more. */
    void forget() {
        lock.lock();
        try {
            view = null;
            unsavedChanged.accept(false);
        } finally {
            lock.unlock();
        }
    }

    private View publish(View next, boolean isNewPair, Origin origin) {
        view = next;
        unsavedChanged.accept(next.unsaved() != null);
        if (isNewPair) {
            listener.accept(new TokenEvent.Changed(grant, next.state().token(), origin));
        }
        return next;
    }
}
