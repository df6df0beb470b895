package me.digi.client.internal.token;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.TakeOver.Mode;
import me.digi.client.auth.TakeOver.Same;
import me.digi.client.auth.TakeOver.Taken;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.GrantNotFoundException;
import me.digi.client.error.ReauthorizationRequiredException;
import me.digi.client.error.TokenStoreException;
import me.digi.client.internal.auth.Reading;
import me.digi.client.internal.auth.TokenRequest;
import me.digi.client.internal.auth.TokenServer;
import me.digi.client.internal.http.Waiting;
import me.digi.client.internal.token.Decision.Dead;
import me.digi.client.internal.token.Decision.Need;
import me.digi.client.internal.token.Decision.Use;
import me.digi.client.internal.token.GrantStore.View;
import me.digi.client.internal.values.Host;
import me.digi.client.store.GrantKey;
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
        this.store = new GrantStore(new GrantRow(grants.store, key), host, policy, grants.events, this::unsavedChanged);
    }

    /** From now on acts under this contract, whose private key may be a new one. */
    void actUnder(ContractDetails newest) {
        contract = newest;
    }

    /** The newest pair. */
    public UserAccessToken token() {
        UserAccessToken pair = store.confirmed().known().pair();
        return pair != null ? pair : usable(false).pair();
    }

    /**
     * A pair to make a call with: the present one while it is fresh, and while it is stale, with a refresh in the
     * background; else after a refresh.
     *
     * @param isSentOnce whether the body of the call can be sent only once: then a stale pair is refreshed first
     */
    public Use usable(boolean isSentOnce) {
        Need need = isSentOnce ? Need.FRESH : Need.USABLE;
        if (decide(store.confirmed().known(), null, need, false) instanceof Use use) {
            if (use.isStale() && host.nanos() - pausedUntil >= 0) {
                Refresher unused = joinOrStart(new Refresher(this, contract, null, Need.FRESH));
            }
            return use;
        }
        try {
            return awaited(null, need);
        } catch (ReauthorizationRequiredException | GrantNotFoundException e) {
            throw e;
        } catch (DigiMeException e) {
            View seen = store.view();
            GrantRecord known = seen == null ? null : seen.record();
            UserAccessToken pair = known == null || !known.keptSignIns().isEmpty() ? null : known.pair();
            Instant expiresAt = pair == null ? null : pair.accessToken().expiresAt();
            boolean isUnsaved = e instanceof TokenStoreException failure && failure.unsavedToken() != null;
            if (isSentOnce
                    || isUnsaved
                    || pair == null
                    || expiresAt == null
                    || !host.now().isBefore(expiresAt)) {
                throw e;
            }
            // As good as expired is not expired: where no refresh is possible, the pair is worth a try.
            return new Use(pair, true, false);
        }
    }

    /**
     * A pair to repeat a call with.
     *
     * @param failed the pair whose access token was refused
     * @param isCoded whether the service said so by its code; else a pair that is new is returned as it is
     */
    public Use replacement(UserAccessToken failed, boolean isCoded) {
        Need need = isCoded ? Need.REPLACED : Need.REPLACED_IF_OLD;
        return decide(store.confirmed().known(), failed, need, false) instanceof Use use ? use : awaited(failed, need);
    }

    /** Refreshes the present pair, or waits for the refresh that is under way. */
    public RefreshResult refresh() {
        try {
            return new Refreshed(
                    awaited(store.confirmed().known().pair(), Need.REPLACED).pair());
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
    public @Nullable UserAccessToken signIn(String code, String codeVerifier) {
        AtomicReference<@Nullable UserAccessToken> replaced = new AtomicReference<>();
        TokenRequest request = TokenRequest.exchange(code, codeVerifier);
        // No method reference: R8 in full mode breaks one to an interface that has a single implementation.
        CompletableFuture<Void> done =
                CompletableFuture.runAsync(() -> replaced.set(exchange(request)), work -> host.execute(work));
        Waiting.uninterruptiblyOn(done, host, policy.patience(), TokenRequest.EXCHANGE);
        throwUnsaved();
        return replaced.get();
    }

    private @Nullable UserAccessToken exchange(TokenRequest request) {
        GrantRecord before = store.load().record();
        String fingerprint = request.fingerprint(contract.contractId());
        boolean isKept = before != null
                && before.keptSignIns().stream()
                        .anyMatch(response -> response.request().equals(fingerprint));
        UserAccessToken pair = null;
        if (!isKept) {
            server.prepare();
            pair = new Attempt(this, contract, request, null).exchange();
        }
        if (pair == null) {
            pair = new Refresher(this, contract, null, Need.USABLE).readSignIn(fingerprint);
        }
        return before == null ? null : before.otherUsersPair(pair);
    }

    /** Takes over a pair that the application has. */
    public TakeOver takeOver(UserAccessToken pair, Mode mode) {
        TakeOver[] result = {new Taken(null)};
        store.handOver(stored -> {
            GrantRecord known = GrantRecord.orFirst(stored, host.now());
            TakeOver compared = known.compared(pair);
            boolean isForced = mode == Mode.REPLACE && !(compared instanceof Same);
            result[0] = isForced ? new Taken(known.pair()) : compared;
            return result[0] instanceof Taken
                    ? known.renewed(pair, host.now(), isForced ? List.of() : known.keptSignIns())
                    : known;
        });
        if (result[0] instanceof Taken) {
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
        View seen;
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
        UserAccessToken pair = record.pair();
        Reauthorize verdict = record.refusal() == null ? null : record.refusal().verdict();
        ApiException refusal = lastFailure instanceof ApiException api ? api : null;
        failure = seen.unsaved() != null ? seen.unsaved() : failure;
        return TokenStatus.builder()
                .grant(key)
                .state(record.state(host.now(), seen.unsaved() != null))
                .accessTokenExpiresAt(pair == null ? null : pair.accessToken().expiresAt())
                .refreshTokenExpiresAt(pair == null ? null : pair.refreshToken().expiresAt())
                .lastAttemptAt(lastAttemptAt)
                .lastError(failure == null ? null : failure.getMessage())
                .lastErrorCode(refusal != null ? refusal.code() : verdict == null ? null : verdict.code())
                .lastErrorReference(
                        refusal != null ? refusal.reference() : verdict == null ? null : verdict.reference())
                .reauthorize(verdict)
                .storeVersion(seen.version())
                .build();
    }

    private Use awaited(@Nullable UserAccessToken failed, Need need) {
        while (true) {
            Refresher mine = new Refresher(this, contract, failed, need);
            Refresher underWay = joinOrStart(mine);
            if (underWay != mine) {
                tell(new TokenEvent.RefreshJoined(key));
            }
            Decision outcome = Waiting.on(underWay.outcome, host, policy.patience(), TokenRequest.REFRESH);
            if (outcome instanceof Dead dead) {
                throw new ReauthorizationRequiredException(dead.reauthorize());
            }
            throwUnsaved();
            Use fetched = (Use) outcome;
            if (underWay == mine) {
                return fetched;
            }
            // A refresh that was joined may have been for another pair, or for less.
            View seen = store.view();
            if (seen != null && decide(seen.known(), failed, need, false) instanceof Use use) {
                return GrantRecord.areSame(use.pair(), fetched.pair()) ? fetched : use;
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
            host.execute(mine);
        } catch (RuntimeException | Error refused) {
            flight.set(null);
            mine.outcome.completeExceptionally(refused);
        }
        return mine;
    }

    Decision decide(GrantRecord record, @Nullable UserAccessToken failed, Need need, boolean keptWasTried) {
        String ended = endedLease;
        Moment now = store.moment(ended != null && record.isLeasedTo(ended), keptWasTried);
        return record.decide(failed, need, now, policy);
    }

    private void throwUnsaved() {
        View seen = store.view();
        TokenStoreException unsaved = seen == null ? null : seen.unsaved();
        if (unsaved != null && unsaved.unsavedToken() != null) {
            throw unsaved;
        }
    }

    private void unsavedChanged() {
        View seen = store.view();
        grants.unsavedChanged(this, seen != null && seen.unsaved() != null);
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

    void tellOddities(Reading.Pair reading) {
        if (!reading.oddities().isEmpty()) {
            tell(new TokenEvent.ResponseOdd(key, reading.oddities()));
        }
    }

    void tell(TokenEvent event) {
        grants.events.accept(event);
    }
}
