package me.digi.client.internal.token;

import java.time.Duration;
import java.time.Instant;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.internal.token.Outcome.Dead;
import me.digi.client.internal.token.Outcome.Renewed;
import org.jspecify.annotations.Nullable;

/**
 * Takes a turn at refreshing a grant among all clients, processes and machines that share its store. Whoever writes the
 * attempt into the record first has the lease; the others look on until the new pair is there, or the lease has run out
 * because its holder is gone.
 */
final class RefreshTurn {
    private final GrantContext grant;
    private final ContractDetails contract;
    private final GrantMemory memory;
    private final View known;
    private final UserAccessToken failed;
    private boolean started;
    private @Nullable RefreshAttempt watched;
    private Duration watchedFor = Duration.ZERO;

    /** A turn at replacing the pair that this client knows as the present one. */
    RefreshTurn(GrantContext grant, ContractDetails contract, GrantMemory memory, View known) {
        this.grant = grant;
        this.contract = contract;
        this.memory = memory;
        this.known = known;
        this.failed = known.state().token();
    }

    /** A newer pair, from the store if another has put it there, else from the server; or its word that there is none. */
    Outcome take() throws InterruptedException {
        for (int conflicts = 0; conflicts < GrantRecords.MOST_CONFLICTS; ) {
            Snapshot stored = grant.records().require();
            if (known.state().hasSuperseded(stored.state().token())) {
                // The store has gone back in time, as one that was restored from a backup has.
                new GrantWriter(grant.records()).rescue(stored.version(), known.state());
                conflicts++;
                continue;
            }
            if (!stored.state().holds(failed)) {
                return Renewed.byAnother(stored);
            }
            RefreshAttempt attempt = stored.state().attempt();
            String answer = attempt != null && attempt.answer() != null ? attempt.answer() : known.unread();
            Refusal refusal = stored.state().refusal();
            if (answer == null
                    && refusal != null
                    && refusal.isRecent(grant.now(), grant.policy().verdict())) {
                return new Dead(stored, refusal.verdict());
            }
            start();
            if (attempt != null && isUnderWay(attempt)) {
                grant.sleeper().sleep(grant.policy().poll());
                watchedFor = watchedFor.plus(grant.policy().poll());
                continue;
            }
            grant.endpoint().prepareRefresh();
            Snapshot leased = lease(stored, attempt, answer);
            if (leased != null) {
                boolean isInDoubt = attempt != null || answer != null;
                Outcome outcome = new Presentation(grant, contract, memory, leased, isInDoubt).make();
                if (outcome != null) {
                    return outcome;
                }
            }
            conflicts++;
        }
        throw grant.records().tooManyConflicts();
    }

    /** Whether there was anything to do, since neither the new pair nor a recent refusal was in the store. */
    boolean hasStarted() {
        return started;
    }

    private void start() {
        if (!started) {
            started = true;
            memory.attempted(grant.now());
            grant.tell(new TokenEvent.RefreshStarted(grant.key()));
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

    private @Nullable Snapshot lease(Snapshot stored, @Nullable RefreshAttempt left, @Nullable String answer) {
        Instant now = grant.now();
        RefreshAttempt mine = new RefreshAttempt(
                grant.holder(),
                left == null ? now : left.startedAt(),
                now.plus(grant.policy().lease()),
                answer);
        return grant.records().write(stored.version(), stored.state().withAttempt(mine));
    }
}
