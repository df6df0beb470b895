package me.digi.client.internal.token;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.http.Futures;
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
import me.digi.client.store.ReauthorizationRequiredException;
import me.digi.client.store.TokenStoreException;
import org.jspecify.annotations.Nullable;

/** A user's grant: provides token pairs for calls, and runs one refresh at a time. Safe for use by many threads. */
public final class Grant {
    final GrantKey key;
    final Host host;
    final TokenServer server;
    final TokenPolicy policy;
    final GrantStore store;
    /** The last lease that this client ended, in case it could not be removed from the record. */
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

    /** Sets the contract, whose private key may have changed. */
    void useContract(ContractDetails newest) {
        contract = newest;
    }

    public UserAccessToken token(Deadline deadline) {
        UserAccessToken pair = store.confirmed(deadline).known().pair();
        return pair != null ? pair : usable(false, deadline).pair();
    }

    /**
     * Returns a pair for a call. A stale pair is refreshed in the background, an expired one before.
     *
     * @param isOneShot whether the call's body is one-shot: then a stale pair is also refreshed before
     * @param deadline of the caller, which does not limit the refresh
     */
    public Use usable(boolean isOneShot, Deadline deadline) {
        Need need = isOneShot ? Need.FRESH : Need.USABLE;
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
            if (isOneShot
                    || seen == null
                    || unsaved(seen) != null
                    || !(decide(seen, null, Need.UNEXPIRED) instanceof Use use)) {
                throw e;
            }
            return use;
        }
    }

    /**
     * Returns a pair for a repeated call.
     *
     * @param failed the pair whose access token was rejected
     * @param isCoded whether the response had the code; otherwise a new pair is returned as it is
     */
    public Use replacement(UserAccessToken failed, boolean isCoded, Deadline end) {
        Need need = isCoded ? Need.REPLACED : Need.REPLACED_IF_OLD;
        return decide(store.confirmed(end), failed, need) instanceof Use use ? use : awaited(failed, need, end);
    }

    /** The stored pair if it is due for a keep-alive refresh, else null. */
    public @Nullable UserAccessToken duePair() {
        GrantRecord stored = store.load().known();
        return stored.summary().isDue(host.now()) ? stored.pair() : null;
    }

    /** Refreshes, or joins the current refresh. */
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
     * Exchanges a code and stores the pair, which replaces any other. A repeated call completes with a stored response.
     *
     * @return the replaced pair of another user, or null
     */
    public @Nullable UserAccessToken signIn(String code, String codeVerifier, Deadline deadline) {
        TokenRequest request = TokenRequest.exchange(code, codeVerifier);
        // R8 in full mode breaks method references to interfaces with one implementation.
        CompletableFuture<@Nullable UserAccessToken> replaced =
                CompletableFuture.supplyAsync(() -> exchange(request), work -> host.execute(work));
        UserAccessToken other = Futures.awaitUninterruptibly(replaced, host, deadline, TokenRequest.EXCHANGE);
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

    /** Takes over an application's pair. */
    public TakeOver takeOver(UserAccessToken pair, TakeOver.Mode mode) {
        Instant now = host.now();
        TakeOver[] result = {new TakeOver.Same()};
        store.updateFromApplication(stored -> {
            GrantRecord known = GrantRecord.orFirst(stored, now);
            TakeOver compared = known.compared(pair);
            boolean isForced = mode == TakeOver.Mode.REPLACE && !(compared instanceof TakeOver.Same);
            result[0] = isForced ? new TakeOver.Taken(known.pair()) : compared;
            return result[0] instanceof TakeOver.Taken
                    ? known.renewed(pair, now, isForced ? List.of() : known.keptSignIns())
                    : known;
        });
        if (result[0] instanceof TakeOver.Taken) {
            store.markPairOld();
        }
        return result[0];
    }

    public void forget() {
        store.delete();
    }

    /** The status, from the store if possible, and the outcome of the last refresh. */
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
        if (record.pair() == null && record.kept().isEmpty()) {
            // What is left of a sign-in whose response can never be read.
            throw new GrantNotFoundException(key);
        }
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
                emit(new TokenEvent.RefreshJoined(key));
            }
            Decision outcome = Futures.await(underWay.outcome, host, deadline.left(), TokenRequest.REFRESH);
            if (outcome instanceof Decision.Dead dead) {
                throw new ReauthorizationRequiredException(key, dead.reauthorize());
            }
            throwUnsaved();
            Use fetched = (Use) outcome;
            if (underWay == mine) {
                return fetched;
            }
            // The joined refresh may have been for another pair, or a weaker need.
            View<GrantRecord> seen = store.view();
            if (seen != null && decide(seen, failed, need) instanceof Use use) {
                return Pairs.areSame(use.pair(), fetched.pair()) ? fetched : use;
            }
        }
    }

    /** A refresh continues when its callers stop waiting. */
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
        DecisionTimes now = store.times(ended != null && record.isLeasedTo(ended), keptWasTried);
        return record.decide(failed, need, now, policy);
    }

    private void throwUnsaved() {
        TokenStoreException failure = unsaved(store.view());
        if (failure != null) {
            throw failure;
        }
    }

    /** The failure to save, if the pair is only in memory. */
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
        emit(new TokenEvent.RefreshStarted(key));
    }

    /** Allows the next refresh before the outcome is published. */
    void refreshEnded(@Nullable RuntimeException failure) {
        lastFailure = failure;
        if (failure != null) {
            pausedUntil = host.nanos() + policy.pauseAfterFailure().toNanos();
            emit(new TokenEvent.RefreshFailed(key, failure));
        }
        flight.set(null);
    }

    void emit(TokenEvent event) {
        grants.events.accept(event);
    }
}
