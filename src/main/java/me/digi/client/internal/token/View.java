package me.digi.client.internal.token;

import java.time.Instant;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.TokenStoreException;
import org.jspecify.annotations.Nullable;

/**
 * What this client knows of a grant.
 *
 * @param snapshot the newest state that it has seen or made
 * @param unsaved why the newest pair is in memory alone, if it is
 * @param notBefore until when work in the background is not tried again, because it has just failed
 * @param lastAttemptAt when this client last tried to refresh
 * @param lastFailure what the last refresh of this pair failed with
 * @param unread the server's answer to a refresh of this pair that could neither be verified nor be stored yet
 */
record View(
        Snapshot snapshot,
        @Nullable TokenStoreException unsaved,
        Instant notBefore,
        @Nullable Instant lastAttemptAt,
        @Nullable RuntimeException lastFailure,
        @Nullable String unread) {

    static View of(Snapshot snapshot) {
        return new View(snapshot, null, Instant.MIN, null, null, null);
    }

    /** With the same pair as it is in the store now. */
    View stored(Snapshot next) {
        return new View(next, null, unsaved == null ? notBefore : Instant.MIN, lastAttemptAt, lastFailure, unread);
    }

    /** With another pair; what befell the one before is of no interest any more. */
    View renewed(Snapshot next) {
        return new View(next, null, Instant.MIN, lastAttemptAt, null, null);
    }

    /** With a pair that is in memory alone, and is not tried to be stored again for a while. */
    View unsaved(Snapshot next, TokenStoreException why, Instant pauseUntil) {
        return new View(next, why, pauseUntil, lastAttemptAt, null, null);
    }

    View attempted(Instant now) {
        return new View(snapshot, unsaved, notBefore, now, lastFailure, unread);
    }

    View failed(RuntimeException failure, Instant pauseUntil) {
        return new View(snapshot, unsaved, pauseUntil, lastAttemptAt, failure, unread);
    }

    View unread(String answer) {
        return new View(snapshot, unsaved, notBefore, lastAttemptAt, lastFailure, answer);
    }

    GrantState state() {
        return snapshot.state();
    }

    boolean holds(UserAccessToken pair) {
        return snapshot.state().holds(pair);
    }

    @Override
    public String toString() {
        return "View[snapshot=" + snapshot + ", unsaved=" + unsaved + ", notBefore=" + notBefore + ", lastAttemptAt="
                + lastAttemptAt + ", lastFailure=" + lastFailure + (unread == null ? "" : ", unread=***") + "]";
    }
}
