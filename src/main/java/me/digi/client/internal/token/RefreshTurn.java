package me.digi.client.internal.token;

import java.time.Duration;
import java.time.Instant;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.GrantNotFoundException;
import me.digi.client.internal.token.Outcome.Renewed;
import org.jspecify.annotations.Nullable;

/**
 * Takes a turn at refreshing a grant among all clients, processes and machines that share its store. Whoever writes the
 * attempt into the record first has the lease; the others look on until the new pair is there, or the lease has run out
 * because its holder is gone.
 */
final class RefreshTurn {
    private final GrantContext grant;
    private final UserAccessToken failed;
    private @Nullable RefreshAttempt watched;
    private Duration watchedFor = Duration.ZERO;

    RefreshTurn(GrantContext grant, UserAccessToken failed) {
        this.grant = grant;
        this.failed = failed;
    }

    /** A newer pair than the failed one, from the store if another has put it there, else from the server. */
    Outcome take() throws InterruptedException {
        while (true) {
            Snapshot stored = grant.records().load();
            if (stored == null) {
                throw new GrantNotFoundException(grant.key());
            }
            if (!stored.state().holds(failed)) {
                return Renewed.byAnother(stored);
            }
            RefreshAttempt attempt = stored.state().attempt();
            if (attempt != null && isUnderWay(attempt)) {
                grant.sleeper().sleep(grant.policy().poll());
                watchedFor = watchedFor.plus(grant.policy().poll());
                continue;
            }
            grant.endpoint().prepareRefresh();
            Snapshot leased = lease(stored, attempt);
            if (leased != null) {
                return new Presentation(grant, leased, attempt != null).make();
            }
        }
    }

    /**
     * Until the lease has run out, by the clock or by having been watched for that long: clocks of machines differ. A
     * lease of this very client is one that it could not give up, since it refreshes one at a time.
     */
    private boolean isUnderWay(RefreshAttempt attempt) {
        if (!attempt.equals(watched)) {
            watched = attempt;
            watchedFor = Duration.ZERO;
        }
        return !attempt.holder().equals(grant.holder())
                && attempt.isLeasedAt(grant.now())
                && watchedFor.compareTo(grant.policy().lease()) < 0;
    }

    private @Nullable Snapshot lease(Snapshot stored, @Nullable RefreshAttempt left) {
        Instant now = grant.now();
        Instant until = now.plus(grant.policy().lease());
        RefreshAttempt mine = left == null
                ? new RefreshAttempt(grant.holder(), now, until, null)
                : left.takenOver(grant.holder(), until);
        return grant.records().write(stored.version(), stored.state().withAttempt(mine));
    }
}
