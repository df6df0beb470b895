package me.digi.client.internal.token;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.ReauthorizationRequiredException;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.http.Waiting;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.Host;
import me.digi.client.internal.oauth.Pairs;
import me.digi.client.internal.oauth.SharedRecord.View;
import me.digi.client.internal.oauth.StatusReport;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenServer;
import me.digi.client.internal.token.Decision.Need;
import me.digi.client.internal.token.Decision.Use;
import me.digi.client.store.GrantKey;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.TokenStoreException;
import org.jspecify.annotations.Nullable;

/**
 * A user's grant as this client uses it: a pair to make calls with, and one refresh at a time that renews it. Safe for use
 * by many threads.
 */
public final class Grant {
    final GrantKey key;
    final Host host;
    final TokenServer server;
    final TokenPolicy policy;
    final GrantStore store;
    /** The last lease that this client has ended; if it could not remove it, it is over all the same. */
    volatile @Nullable String endedLease;

    private final Grants grants;
    private final AtomicReference<@Nullable Refresher> flight = new AtomicReference<>();
    private volatile ContractDetails contract;
    private volatile long pausedUntil;
    private volatile @Nullable Instant lastAttemptAt;
    private volatile @Nullable RuntimeException lastFailure;

    Grant(Grants grants, GrantKey key, ContractDetails contract) {
        this.grants = grants;
        this.key = key;
        this.host = grants.host;
        this.server = grants.server;
        this.policy = grants.policy;
        this.contract = contract;
        this.pausedUntil = host.nanos();
        this.store = new GrantStore(grants, key, isUnsaved -> grants.unsavedChanged(this, isUnsaved));
    }

    /** From now on acts under this contract, whose private key may be a new one. */
    void actUnder(ContractDetails newest) {
        contract = newest;
    }

    /** The newest pair. */
    public UserAccessToken token(Deadline deadline) {
        UserAccessToken pair = store.confirmed(deadline).known().pair();
        return pair != null ? pair : usable(false, deadline).pair();
    }

    /**
     * A pair to make a call with: the present one while it is fresh, and while it is stale, with a refresh in the
     * background; else after a refresh.
     *
     * @param isSentOnce whether the body of the call can be sent only once: then a stale pair is refreshed first
     * @param deadline of the caller: it ends the wait for a refresh, and not the refresh
     */
    public Use usable(boolean isSentOnce, Deadline deadline) {
        Need need = isSentOnce ? Need.FRESH : Need.USABLE;
        if (decide(store.confirmed(deadline), null, need) instanceof Use use) {
            if (use.isStale() && host.nanos() - pausedUntil >= 0) {
                Refresher unused = joinOrStart(new Refresher(this, contract, null, Need.FRESH));
            }
            return use;
        }
        try {
            return awaited(null, need, deadline);
        } catch (ReauthorizationRequiredException | GrantNotFoundException e) {
            throw e;
        } catch (DigiMeException e) {
            View<GrantRecord> seen = store.view();
            if (isSentOnce
                    || seen == null
                    || unsaved(seen) != null
                    || !(decide(seen, null, Need.UNEXPIRED) instanceof Use use)) {
                throw e;
            }
            return use;
        }
    }

    /**
     * A pair to repeat a call with.
     *
     * @param failed the pair whose access token was refused
     * @param isCoded whether the service said so by its code; else a pair that is new is returned as it is
     */
    public Use replacement(UserAccessToken failed, boolean isCoded, Deadline end) {
        Need need = isCoded ? Need.REPLACED : Need.REPLACED_IF_OLD;
        return decide(store.confirmed(end), failed, need) instanceof Use use ? use : awaited(failed, need, end);
    }

    /** The pair as it is stored now, if it is due for a refresh that keeps the grant alive; else null. */
    public @Nullable UserAccessToken duePair() {
        GrantRecord stored = store.load().known();
        return stored.summary().isDue(host.now()) ? stored.pair() : null;
    }

    /** Refreshes the present pair, or waits for the refresh that is under way. */
    public RefreshResult refresh(Deadline end) {
        try {
            UserAccessToken present = store.confirmed(end).known().pair();
            return new RefreshResult.Refreshed(
                    awaited(present, Need.REPLACED, end).pair());
        } catch (ReauthorizationRequiredException e) {
            return e.reauthorize();
        }
    }

    /**
     * Exchanges a code and stores the pair, which is the newest, whatever is stored. The same code and verifier again
     * complete with a response that is kept.
     *
     * @return the pair of another user that gave way, or null
     */
    public @Nullable UserAccessToken signIn(String code, String codeVerifier, Deadline deadline) {
        TokenRequest request = TokenRequest.exchange(code, codeVerifier);
        // No method reference: R8 in full mode breaks one to an interface that has a single implementation.
        CompletableFuture<@Nullable UserAccessToken> replaced =
                CompletableFuture.supplyAsync(() -> exchange(request), work -> host.execute(work));
        UserAccessToken other = Waiting.uninterruptiblyOn(replaced, host, deadline.left(), TokenRequest.EXCHANGE);
        throwUnsaved();
        return other;
    }

    private @Nullable UserAccessToken exchange(TokenRequest request) {
        GrantRecord before = store.load().record();
        Refresher reader = new Refresher(this, contract, null, Need.USABLE);
        UserAccessToken pair = before == null ? null : reader.readSignIn(request, before);
        if (pair == null) {
            server.prepare();
            pair = new Attempt(this, contract, request, null).exchange();
        }
        if (pair == null) {
            pair = reader.readSignIn(request, store.known().known());
        }
        if (pair == null) {
            throw new GrantNotFoundException(key);
        }
        UserAccessToken old = before == null ? null : before.pair();
        return old != null && Pairs.areOfDifferentUsers(old, pair) ? old : null;
    }

    /** Takes over a pair that the application has. */
    public TakeOver takeOver(UserAccessToken pair, TakeOver.Mode mode) {
        Instant now = host.now();
        TakeOver[] result = {new TakeOver.Same()};
        store.handOver(stored -> {
            GrantRecord known = GrantRecord.orFirst(stored, now);
            TakeOver compared = known.compared(pair);
            boolean isForced = mode == TakeOver.Mode.REPLACE && !(compared instanceof TakeOver.Same);
            result[0] = isForced ? new TakeOver.Taken(known.pair()) : compared;
            return result[0] instanceof TakeOver.Taken
                    ? known.renewed(pair, now, isForced ? List.of() : known.keptSignIns())
                    : known;
        });
        if (result[0] instanceof TakeOver.Taken) {
            store.ofOldPair();
        }
        return result[0];
    }

    /** Forgets the pair, here and in the store. */
    public void forget() {
        store.delete();
    }

    /** How the pair is, by the store if it can be read, and what the last refresh came to. */
    public TokenStatus status() {
        RuntimeException failure = lastFailure;
        View<GrantRecord> seen;
        try {
            seen = store.load();
            seen.known();
        } catch (TokenStoreException e) {
            seen = store.view();
            if (seen == null) {
                throw e;
            }
            failure = failure != null ? failure : e;
        }
        GrantRecord record = seen.known();
        Reauthorize verdict = record.refusal() == null ? null : record.refusal().verdict();
        TokenStatus.State state = record.state(host.now(), seen.isUnsaved());
        RuntimeException last = seen.isUnsaved() ? seen.failure() : failure;
        return StatusReport.of(key, state, record.pair(), verdict, last, lastAttemptAt, seen.version());
    }

    private Use awaited(@Nullable UserAccessToken failed, Need need, Deadline deadline) {
        while (true) {
            Refresher mine = new Refresher(this, contract, failed, need);
            Refresher underWay = joinOrStart(mine);
            if (underWay != mine) {
                tell(new TokenEvent.RefreshJoined(key));
            }
            Decision outcome = Waiting.on(underWay.outcome, host, deadline.left(), TokenRequest.REFRESH);
            if (outcome instanceof Decision.Dead dead) {
                throw new ReauthorizationRequiredException(dead.reauthorize());
            }
            throwUnsaved();
            Use fetched = (Use) outcome;
            if (underWay == mine) {
                return fetched;
            }
            // A refresh that was joined may have been for another pair, or for less.
            View<GrantRecord> seen = store.view();
            if (seen != null && decide(seen, failed, need) instanceof Use use) {
                return Pairs.areSame(use.pair(), fetched.pair()) ? fetched : use;
            }
        }
    }

    /** A refresh belongs to nobody who waits for it: whoever stops waiting leaves it running. */
    private Refresher joinOrStart(Refresher mine) {
        Refresher underWay;
        do {
            underWay = flight.get();
            if (underWay != null) {
                return underWay;
            }
        } while (!flight.compareAndSet(null, mine));
        try {
            host.refresh(mine, mine.outcome);
        } catch (RuntimeException | Error rejected) {
            flight.set(null);
            mine.outcome.completeExceptionally(rejected);
        }
        return mine;
    }

    private Decision decide(View<GrantRecord> seen, @Nullable UserAccessToken failed, Need need) {
        return decide(seen.known(), failed, need, false);
    }

    Decision decide(GrantRecord record, @Nullable UserAccessToken failed, Need need, boolean keptWasTried) {
        String ended = endedLease;
        Moment now = store.moment(ended != null && record.isLeasedTo(ended), keptWasTried);
        return record.decide(failed, need, now, policy);
    }

    private void throwUnsaved() {
        TokenStoreException failure = unsaved(store.view());
        if (failure != null) {
            throw failure;
        }
    }

    /** The failure to save the pair, if it is only in memory. */
    private static @Nullable TokenStoreException unsaved(@Nullable View<GrantRecord> seen) {
        return seen != null
                        && seen.isUnsaved()
                        && seen.failure() instanceof TokenStoreException e
                        && e.unsavedToken() != null
                ? e
                : null;
    }

    void refreshStarted() {
        lastAttemptAt = host.now();
        tell(new TokenEvent.RefreshStarted(key));
    }

    /** Lets the next refresh start, before anybody learns what this one came to. */
    void refreshEnded(@Nullable RuntimeException failure) {
        lastFailure = failure;
        if (failure != null) {
            pausedUntil = host.nanos() + policy.pauseAfterFailure().toNanos();
            tell(new TokenEvent.RefreshFailed(key, failure));
        }
        flight.set(null);
    }

    void tell(TokenEvent event) {
        grants.events.accept(event);
    }
}
