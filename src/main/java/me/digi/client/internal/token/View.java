package me.digi.client.internal.token;

import java.time.Instant;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.error.TokenStoreException;
import org.jspecify.annotations.Nullable;

/**
 * What this client knows of a grant.
 *
 * @param snapshot the newest state that it has seen or made
 * @param unsaved why the newest pair is in memory alone, if it is
 * @param notBefore until when work in the background is not tried again, because it has just failed
 * @param verdict why the user has to consent again, if the server has said so of this pair
 * @param verdictUntil until when the server is not asked again
 * @param lastAttemptAt when this client last tried to refresh
 * @param lastFailure what the last refresh failed with
 */
record View(
        Snapshot snapshot,
        @Nullable TokenStoreException unsaved,
        Instant notBefore,
        @Nullable Reauthorize verdict,
        Instant verdictUntil,
        @Nullable Instant lastAttemptAt,
        @Nullable RuntimeException lastFailure) {

    static View of(Snapshot snapshot) {
        return new View(snapshot, null, Instant.MIN, null, Instant.MIN, null, null);
    }

    /** With a state from the store; whatever was known of another pair is of no interest any more. */
    View renewed(Snapshot next, @Nullable TokenStoreException failure, Instant pauseUntil) {
        boolean samePair = next.state().holds(snapshot.state().token());
        return new View(
                next,
                failure,
                failure == null ? Instant.MIN : pauseUntil,
                samePair ? verdict : null,
                samePair ? verdictUntil : Instant.MIN,
                lastAttemptAt,
                samePair ? lastFailure : null);
    }

    View attempted(Instant now) {
        return new View(snapshot, unsaved, notBefore, verdict, verdictUntil, now, lastFailure);
    }

    View failed(RuntimeException failure, Instant pauseUntil) {
        return new View(snapshot, unsaved, pauseUntil, verdict, verdictUntil, lastAttemptAt, failure);
    }

    View dead(Reauthorize reauthorize, Instant until) {
        return new View(snapshot, unsaved, until, reauthorize, until, lastAttemptAt, null);
    }

    GrantState state() {
        return snapshot.state();
    }
}
