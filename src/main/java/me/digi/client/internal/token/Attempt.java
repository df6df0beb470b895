package me.digi.client.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.http.CallHooks;
import me.digi.client.internal.oauth.Pairs;
import me.digi.client.internal.oauth.ReadResult;
import me.digi.client.internal.oauth.RefreshFailure;
import me.digi.client.internal.oauth.SharedRecord.View;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.TokenStoreException;
import org.jspecify.annotations.Nullable;

/** One token request for a grant, which refreshes under a lease or exchanges a code, and stores the response. */
final class Attempt implements CallHooks {
    private static final int MAX_RENEWALS = 3;

    private final String lease = UUID.randomUUID().toString();
    private final Grant grant;
    private final ContractDetails contract;
    private final TokenRequest request;
    /** Its refresh token is sent; null when a code is exchanged. */
    private final @Nullable UserAccessToken presented;

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    /** The start of the write that took or renewed the lease. */
    private volatile long leasedAt;

    private volatile Instant leasedAtWall;
    private volatile Runnable cancelHeartbeat = () -> {};
    private volatile boolean isOvertaken;
    /** The record when the lease was taken. */
    private volatile @Nullable GrantRecord leased;

    private boolean inDoubt;
    private @Nullable UserAccessToken pair;
    private @Nullable DigiMeException failure;

    Attempt(Grant grant, ContractDetails contract, TokenRequest request, @Nullable UserAccessToken presented) {
        this.grant = grant;
        this.contract = contract;
        this.request = request;
        this.presented = presented;
        this.leasedAt = grant.host.nanos();
        this.leasedAtWall = grant.host.now();
    }

    /** Returns null if the response is stored but cannot be read yet. */
    @Nullable
    UserAccessToken exchange() {
        try {
            grant.server.send(contract, request, this);
        } finally {
            ended.complete(null);
        }
        if (failure != null) {
            throw failure;
        }
        return pair;
    }

    /**
     * Sends the refresh token under a lease, and repeats it once if that can resolve a doubt.
     *
     * @param isDue whether the record must be refreshed
     * @return the new pair; null if the record shows the outcome
     */
    @Nullable
    UserAccessToken present(Predicate<GrantRecord> isDue) {
        GrantRecord record = lease(isDue);
        if (!isMine(record)) {
            return null;
        }
        leased = record;
        if (record.inDoubt()) {
            markInDoubt(null);
        }
        cancelHeartbeat = grant.host.after(grant.policy.renewal(), this::heartbeat);
        try {
            if (sendNeedsReplay()) {
                sendNeedsReplay();
            }
            if (failure != null) {
                throw failure;
            }
            return pair;
        } catch (ApiException e) {
            boolean wasInDoubt = inDoubt;
            Reauthorize verdict = RefreshFailure.verdict(e, inDoubt ? Reason.RESPONSE_LOST : Reason.REFUSED);
            if (verdict == null) {
                markInDoubt(e);
                release();
                throw e;
            }
            Instant now = grant.host.now();
            grant.store.updateOrKeep(this::holdsPresented, known -> known.refused(verdict, now, wasInDoubt));
            return null;
        } catch (RuntimeException | Error e) {
            release();
            if (isOvertaken) {
                return null;
            }
            throw e;
        } finally {
            cancelHeartbeat.run();
            grant.endedLease = lease;
            ended.complete(null);
        }
    }

    private GrantRecord lease(Predicate<GrantRecord> isDue) {
        try {
            return grant.store.update(isDue, known -> known.leased(lease)).known();
        } catch (TokenStoreException mayBeWritten) {
            grant.endedLease = lease;
            View<GrantRecord> known = grant.store.view();
            throw known != null && known.isUnsaved() && known.failure() != null ? known.failure() : mayBeWritten;
        }
    }

    private boolean holdsPresented(GrantRecord record) {
        return presented != null && record.holds(presented);
    }

    /** Sends the request; returns whether it was sent without a readable response, so that a replay may tell more. */
    private boolean sendNeedsReplay() {
        failure = null;
        try {
            grant.server.send(contract, request, this);
        } catch (NetworkException e) {
            if (!e.requestMayHaveArrived()) {
                throw e;
            }
            failure = e;
        } catch (UnexpectedResponseException e) {
            failure = e;
        }
        if (failure == null || failure instanceof GrantNotFoundException) {
            return false;
        }
        markInDoubt(failure);
        return !(failure instanceof NetworkException e && e.kind() == NetworkException.Kind.INTERRUPTED);
    }

    private void markInDoubt(@Nullable DigiMeException why) {
        inDoubt = true;
        grant.emit(new TokenEvent.RefreshInDoubt(grant.key, why));
    }

    /**
     * Renews the lease unless recent by both clocks. Does not send if the record has changed meanwhile. After sending,
     * the lease no longer matters.
     */
    @Override
    public void beforeSending() {
        if (presented != null && !isLeaseYoungerThan(grant.policy.renewal())) {
            int renewals = 0;
            do {
                if (renewals++ == MAX_RENEWALS) {
                    throw NetworkException.notSent(request.operation(), null);
                }
                renew();
            } while (!isLeaseYoungerThan(grant.policy.lease().minus(grant.policy.renewal())));
        }
        grant.host.requestSent(ended);
    }

    private boolean isLeaseYoungerThan(Duration limit) {
        Duration age = Duration.ofNanos(grant.host.nanos() - leasedAt);
        Duration ageByWall = Duration.between(leasedAtWall, grant.host.now());
        return age.compareTo(limit) <= 0 && ageByWall.compareTo(limit) <= 0;
    }

    @Override
    public void beforeReplay() {
        markInDoubt(null);
        beforeSending();
    }

    @Override
    public void arrived(String token) {
        TokenResponse response = request.response(token, contract.contractId(), grant.host.now());
        ReadResult reading = grant.server.read(response, presented);
        if (reading instanceof ReadResult.Unreadable beyond) {
            failure = beyond.why();
        } else if (reading instanceof ReadResult.Unverified) {
            // The lease ends, unless another client has taken it over.
            land(known -> isMine(known) ? known.keeping(response).released(true) : known.keeping(response));
        } else {
            ReadResult.Pair parsed = (ReadResult.Pair) reading;
            if (presented != null && Pairs.areSame(presented, parsed.pair())) {
                failure = new UnexpectedResponseException(
                        request.operation(), 200, "token", "the response repeats the old token pair");
                return;
            }
            pair = parsed.pair();
            // An unread sign-in is newer than any refresh; a write that failed but was stored may be outdated.
            land(known -> known.hasSeen(parsed.pair())
                    ? known
                    : known.renewed(
                            parsed.pair(), response.arrivedAt(), presented == null ? List.of() : known.keptSignIns()));
            if (!parsed.oddities().isEmpty()) {
                grant.emit(new TokenEvent.ResponseOdd(grant.key, parsed.oddities()));
            }
        }
    }

    /**
     * Stores the response, however late and despite any lease or verdict, if the record still holds the pair that was
     * sent.
     */
    private void land(UnaryOperator<GrantRecord> change) {
        Instant now = grant.host.now();
        View<GrantRecord> landed = presented != null
                ? grant.store.updateOrKeep(this::holdsPresented, change)
                : grant.store.updateOrKeep(known -> change.apply(GrantRecord.orFirst(known, now)), Origin.SIGNED_IN);
        if (landed.record() == null) {
            failure = new GrantNotFoundException(grant.key, pair);
        }
    }

    private void renew() {
        long nanos = grant.host.nanos();
        Instant wall = grant.host.now();
        GrantRecord renewed =
                grant.store.update(this::isMine, GrantRecord::withHeartbeat).record();
        if (renewed == null || !isMine(renewed) || hasChanged(renewed)) {
            isOvertaken = true;
            throw new CancellationException("another client took over the refresh");
        }
        leasedAt = nanos;
        leasedAtWall = wall;
    }

    /** The previous holder of the lease may have stored a late response. */
    private boolean hasChanged(GrantRecord record) {
        GrantRecord before = leased;
        return before != null
                && (!before.kept().containsAll(record.kept()) || !Objects.equals(before.refusal(), record.refusal()));
    }

    private void heartbeat() {
        Duration next = grant.policy.renewal();
        try {
            if (ended.isDone()) {
                return;
            }
            renew();
        } catch (TokenStoreException e) {
            grant.emit(new TokenEvent.StoreFailed(grant.key, e));
            next = grant.policy.retry();
        } catch (CancellationException overtaken) {
            // The response is stored nevertheless.
            return;
        }
        cancelHeartbeat = grant.host.after(next, this::heartbeat);
    }

    private boolean isMine(GrantRecord record) {
        return record.isLeasedTo(lease);
    }

    /** If this fails, others take over after watching the record for long enough. */
    private void release() {
        try {
            grant.store.update(this::isMine, known -> known.released(inDoubt));
        } catch (TokenStoreException e) {
            grant.emit(new TokenEvent.StoreFailed(grant.key, e));
        }
    }
}
