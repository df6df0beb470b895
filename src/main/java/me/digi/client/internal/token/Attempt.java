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
import me.digi.client.internal.oauth.Delivery;
import me.digi.client.internal.oauth.Pairs;
import me.digi.client.internal.oauth.Reading;
import me.digi.client.internal.oauth.SharedRecord.View;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.internal.oauth.Verdict;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.TokenStoreException;
import org.jspecify.annotations.Nullable;

/** One token request for a grant: presents a refresh token under a lease, or exchanges a code, and stores the response. */
final class Attempt implements Delivery {
    private static final int MOST_RENEWALS = 3;

    private final String lease = UUID.randomUUID().toString();
    private final Grant grant;
    private final ContractDetails contract;
    private final TokenRequest request;
    /** The pair whose refresh token is presented, or null where a code is exchanged. */
    private final @Nullable UserAccessToken presented;

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    /** When the write began that took or renewed the lease. */
    private volatile long leasedAt;

    private volatile Instant leasedAtWall;
    private volatile Runnable cancelBeat = () -> {};
    private volatile boolean isOvertaken;
    /** The record as it was when the turn was taken. */
    private volatile @Nullable GrantRecord leased;

    private boolean inDoubt;
    private @Nullable UserAccessToken pair;
    private @Nullable DigiMeException failure;

    /** An attempt that is about to be made, for which a lease is about to be taken. */
    Attempt(Grant grant, ContractDetails contract, TokenRequest request, @Nullable UserAccessToken presented) {
        this.grant = grant;
        this.contract = contract;
        this.request = request;
        this.presented = presented;
        this.leasedAt = grant.host.nanos();
        this.leasedAtWall = grant.host.now();
    }

    /** The pair that the code stands for; null if the response is kept, as it cannot be read yet. */
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
     * Presents the refresh token under a lease, and once more where that may clear up a doubt.
     *
     * @param isDue whether the record is to be refreshed
     * @return the new pair; null if the record tells now what has become of the old one
     */
    @Nullable
    UserAccessToken present(Predicate<GrantRecord> isDue) {
        GrantRecord record = lease(isDue);
        if (!isMine(record)) {
            return null;
        }
        leased = record;
        if (record.inDoubt()) {
            doubt(null);
        }
        cancelBeat = grant.host.after(grant.policy.renewal(), this::beat);
        try {
            if (isLost()) {
                isLost();
            }
            if (failure != null) {
                throw failure;
            }
            return pair;
        } catch (ApiException e) {
            boolean wasInDoubt = inDoubt;
            Reauthorize verdict = Verdict.of(e, inDoubt ? Reason.RESPONSE_LOST : Reason.REFUSED);
            if (verdict == null) {
                doubt(e);
                release();
                throw e;
            }
            Instant now = grant.host.now();
            grant.store.land(this::holdsPresented, known -> known.refused(verdict, now, wasInDoubt));
            return null;
        } catch (RuntimeException | Error e) {
            release();
            if (isOvertaken) {
                return null;
            }
            throw e;
        } finally {
            cancelBeat.run();
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

    /** Sends the request; says whether it was sent and there is no readable response, so that a replay may tell more. */
    private boolean isLost() {
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
        doubt(failure);
        return !(failure instanceof NetworkException e && e.kind() == NetworkException.Kind.INTERRUPTED);
    }

    private void doubt(@Nullable DigiMeException why) {
        inDoubt = true;
        grant.tell(new TokenEvent.RefreshInDoubt(grant.key, why));
    }

    /**
     * Renews the lease unless it is recent, by both clocks, and sends nothing if meanwhile the record has come to tell more
     * than a new request would. Once the request has left, nothing about the lease stops it.
     */
    @Override
    public void beforeSending() {
        if (presented != null && !isLeaseYoungerThan(grant.policy.renewal())) {
            int renewals = 0;
            do {
                if (renewals++ == MOST_RENEWALS) {
                    throw NetworkException.notSent(request.operation(), null);
                }
                renew();
            } while (!isLeaseYoungerThan(grant.policy.lease().minus(grant.policy.renewal())));
        }
        grant.host.sent(ended);
    }

    private boolean isLeaseYoungerThan(Duration limit) {
        Duration age = Duration.ofNanos(grant.host.nanos() - leasedAt);
        Duration ageByWall = Duration.between(leasedAtWall, grant.host.now());
        return age.compareTo(limit) <= 0 && ageByWall.compareTo(limit) <= 0;
    }

    @Override
    public void beforeReplay() {
        doubt(null);
        beforeSending();
    }

    @Override
    public void arrived(String token) {
        TokenResponse response = request.respondedWith(token, contract.contractId(), grant.host.now());
        Reading reading = grant.server.read(response, presented);
        if (reading instanceof Reading.Unreadable beyond) {
            failure = beyond.why();
        } else if (reading instanceof Reading.Unverified) {
            // The turn is over; but it may have been taken over, and then it is not this client's to end.
            land(known -> isMine(known) ? known.keeping(response).released(true) : known.keeping(response));
        } else {
            Reading.Pair news = (Reading.Pair) reading;
            if (presented != null && Pairs.areSame(presented, news.pair())) {
                failure = new UnexpectedResponseException(request.operation(), 200, "token", "the pair is the old one");
                return;
            }
            pair = news.pair();
            // A sign-in whose response is unread is newer than any refresh; and what a write that threw has stored all
            // the same may be outdated by now.
            land(known -> known.hasHad(news.pair())
                    ? known
                    : known.renewed(
                            news.pair(), response.arrivedAt(), presented == null ? List.of() : known.keptSignIns()));
            if (!news.oddities().isEmpty()) {
                grant.tell(new TokenEvent.ResponseOdd(grant.key, news.oddities()));
            }
        }
    }

    /** However late: over any lease and any verdict, as long as the record holds the pair that was presented. */
    private void land(UnaryOperator<GrantRecord> change) {
        Instant now = grant.host.now();
        View<GrantRecord> landed = presented != null
                ? grant.store.land(this::holdsPresented, change)
                : grant.store.land(known -> change.apply(GrantRecord.orFirst(known, now)), Origin.SIGNED_IN);
        if (landed.record() == null) {
            failure = new GrantNotFoundException(grant.key, pair);
        }
    }

    private void renew() {
        long nanos = grant.host.nanos();
        Instant wall = grant.host.now();
        GrantRecord renewed =
                grant.store.update(this::isMine, GrantRecord::beaten).record();
        if (renewed == null || !isMine(renewed) || tellsMore(renewed)) {
            isOvertaken = true;
            throw new CancellationException("another client has taken the refresh over");
        }
        leasedAt = nanos;
        leasedAtWall = wall;
    }

    /** A client that had the turn before may have written, late, what the server had responded to it. */
    private boolean tellsMore(GrantRecord record) {
        GrantRecord before = leased;
        return before != null
                && (!before.kept().containsAll(record.kept()) || !Objects.equals(before.refusal(), record.refusal()));
    }

    private void beat() {
        Duration next = grant.policy.renewal();
        try {
            if (ended.isDone()) {
                return;
            }
            renew();
        } catch (TokenStoreException e) {
            grant.tell(new TokenEvent.StoreFailed(grant.key, e));
            next = grant.policy.retry();
        } catch (CancellationException overtaken) {
            // The response, when it comes, is taken in all the same.
            return;
        }
        cancelBeat = grant.host.after(next, this::beat);
    }

    private boolean isMine(GrantRecord record) {
        return record.isLeasedTo(lease);
    }

    /** Gives the lease up. Where that fails, others take over when they have watched the record for long enough. */
    private void release() {
        try {
            grant.store.update(this::isMine, known -> known.released(inDoubt));
        } catch (TokenStoreException e) {
            grant.tell(new TokenEvent.StoreFailed(grant.key, e));
        }
    }
}
