package me.digi.client.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.GrantNotFoundException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.TokenStoreException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.auth.Delivery;
import me.digi.client.internal.auth.Reading;
import me.digi.client.internal.auth.Reading.Pair;
import me.digi.client.internal.auth.Reading.Unreadable;
import me.digi.client.internal.auth.TokenEndpoint;
import me.digi.client.internal.auth.TokenRequest;
import me.digi.client.internal.auth.TokenResponse;
import me.digi.client.internal.token.Decision.Dead;
import me.digi.client.internal.token.Decision.Use;
import org.jspecify.annotations.Nullable;

/**
 * One token request for a grant: presents a refresh token under a lease that it keeps renewing, or exchanges a code; and
 * takes the response in the moment it arrives.
 */
final class Attempt implements Delivery {
    private final Grant grant;
    private final ContractDetails contract;
    private final TokenRequest request;
    /** The pair whose refresh token is presented, or null where a code is exchanged. */
    private final @Nullable UserAccessToken presented;

    private final String lease;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile long leasedAt;
    private volatile Instant leasedAtWall;
    private volatile Runnable cancelBeat = () -> {};
    private volatile boolean isOvertaken;
    private boolean inDoubt;
    private @Nullable UserAccessToken pair;
    private @Nullable DigiMeException unreadable;
    private @Nullable GrantNotFoundException forgotten;

    private Attempt(Grant grant, ContractDetails contract, TokenRequest request, @Nullable UserAccessToken presented) {
        this.grant = grant;
        this.contract = contract;
        this.request = request;
        this.presented = presented;
        this.lease = grant.newId();
        this.leasedAt = grant.host().nanos();
        this.leasedAtWall = grant.host().now();
    }

    /** An exchange of a code, which needs no turn. */
    static Attempt exchanging(Grant grant, ContractDetails contract, TokenRequest request) {
        return new Attempt(grant, contract, request, null);
    }

    /** A turn at presenting a refresh token, before it is taken. */
    static Attempt presenting(Grant grant, ContractDetails contract, UserAccessToken pair) {
        return new Attempt(grant, contract, TokenRequest.refresh(pair), pair);
    }

    String lease() {
        return lease;
    }

    /**
     * Exchanges the code.
     *
     * @return the pair, or null if the response is kept, as it cannot be read yet
     */
    @Nullable
    UserAccessToken exchange() {
        try {
            grant.server().send(contract, request, this);
        } finally {
            ended.complete(null);
        }
        if (unreadable != null) {
            throw unreadable;
        }
        return pair;
    }

    /**
     * Presents the refresh token, once more where that may clear up a doubt.
     *
     * @param isInDoubt whether it may have been exchanged already
     * @return what that came to; null if the record now tells
     */
    @Nullable
    Decision present(boolean isInDoubt) {
        if (isInDoubt) {
            doubt(null);
        }
        beatLater(grant.policy().renewal());
        try {
            return sendOrReplay();
        } catch (ApiException e) {
            Reauthorize verdict = TokenEndpoint.reauthorize(e, inDoubt ? Reason.RESPONSE_LOST : Reason.REFUSED);
            if (verdict != null) {
                return refused(verdict);
            }
            doubt(e);
            release();
            throw e;
        } catch (CancellationException e) {
            if (isOvertaken) {
                return null;
            }
            release();
            throw e;
        } catch (RuntimeException | Error e) {
            release();
            throw e;
        } finally {
            cancelBeat.run();
            grant.leaseEnded(lease);
            ended.complete(null);
        }
    }

    private @Nullable Decision sendOrReplay() {
        DigiMeException lost = sendOnce();
        if (lost != null) {
            lost = sendOnce();
        }
        if (lost != null) {
            throw lost;
        }
        if (forgotten != null) {
            throw forgotten;
        }
        return pair == null ? null : new Use(pair, false, true);
    }

    /** Why there is no readable response though the request was sent; null if there is one. */
    private @Nullable DigiMeException sendOnce() {
        DigiMeException lost;
        try {
            unreadable = null;
            grant.server().send(contract, request, this);
            lost = unreadable;
        } catch (NetworkException e) {
            boolean isLost = e.requestMayHaveArrived() && e.kind() != NetworkException.Kind.INTERRUPTED;
            if (!e.requestMayHaveArrived()) {
                throw e;
            }
            if (!isLost) {
                doubt(e);
                throw e;
            }
            lost = e;
        } catch (UnexpectedResponseException e) {
            lost = e;
        }
        if (lost != null) {
            doubt(lost);
        }
        return lost;
    }

    private void doubt(@Nullable DigiMeException why) {
        inDoubt = true;
        grant.tell(new TokenEvent.RefreshInDoubt(grant.key(), why));
    }

    /** Once the request has left, nothing about the lease stops it. */
    @Override
    public void beforeSending() {
        if (presented != null && !isLeaseRecent()) {
            renew();
        }
        grant.host().sent(ended);
    }

    @Override
    public void beforeReplay() {
        doubt(null);
    }

    @Override
    public void arrived(String token) {
        TokenResponse response =
                request.respondedWith(token, contract.contractId(), grant.host().now());
        Reading reading = grant.server().read(response, presented);
        try {
            if (reading instanceof Unreadable failure) {
                unreadable = failure.why();
            } else if (reading instanceof Pair read && !isPresented(read.pair())) {
                pair = read.pair();
                land(known -> known.renewed(read.pair(), response.arrivedAt(), unreadAfterwards(known)));
            } else if (reading instanceof Pair) {
                unreadable = new UnexpectedResponseException(
                        request.operation(), 200, "token", "the new pair is the old one");
            } else {
                land(known -> known.keeping(response));
            }
        } catch (GrantNotFoundException e) {
            forgotten = new GrantNotFoundException(grant.key(), pair);
        }
    }

    private boolean isPresented(UserAccessToken read) {
        return presented != null && GrantRecord.areSame(presented, read);
    }

    /** A sign-in whose response is unread is newer than any refresh. */
    private List<TokenResponse> unreadAfterwards(GrantRecord known) {
        return presented == null ? List.of() : known.keptSignIns();
    }

    /** However late: over any lease and any verdict, as long as the record holds the pair that was presented. */
    private void land(UnaryOperator<GrantRecord> change) {
        Origin origin = presented == null ? Origin.SIGNED_IN : Origin.REFRESHED;
        grant.store()
                .land(
                        seen -> {
                            if (presented != null && !seen.holds(presented)) {
                                return seen.record();
                            }
                            GrantRecord known = seen.record();
                            return change.apply(
                                    known != null
                                            ? known
                                            : GrantRecord.first(
                                                    null, grant.host().now()));
                        },
                        origin);
    }

    private boolean isLeaseRecent() {
        Duration renewal = grant.policy().renewal();
        Duration age = Duration.ofNanos(grant.host().nanos() - leasedAt);
        Duration ageByWall = Duration.between(leasedAtWall, grant.host().now());
        return age.compareTo(renewal) <= 0 && ageByWall.compareTo(renewal) <= 0;
    }

    /** Counts from before the write began. */
    private void renew() {
        long nanos = grant.host().nanos();
        Instant wall = grant.host().now();
        View renewed = grant.store()
                .update(
                        seen -> seen.record() != null && seen.record().isLeasedTo(lease)
                                ? seen.record().beaten()
                                : seen.record(),
                        Origin.STORE);
        if (renewed.record() == null || !renewed.record().isLeasedTo(lease)) {
            isOvertaken = true;
            throw new CancellationException("another client has taken the refresh over");
        }
        leasedAt = nanos;
        leasedAtWall = wall;
    }

    private void beatLater(Duration delay) {
        cancelBeat = grant.host().after(delay, this::beat);
    }

    private void beat() {
        if (ended.isDone()) {
            return;
        }
        try {
            renew();
            beatLater(grant.policy().renewal());
        } catch (TokenStoreException e) {
            grant.tell(new TokenEvent.StoreFailed(grant.key(), e));
            beatLater(grant.policy().retry());
        } catch (CancellationException | GrantNotFoundException gone) {
            // The response, when it comes, is taken in all the same.
            return;
        }
    }

    private @Nullable Decision refused(Reauthorize verdict) {
        try {
            grant.store()
                    .update(
                            seen -> seen.record() != null
                                            && presented != null
                                            && seen.record().holds(presented)
                                    ? seen.record()
                                            .refused(verdict, grant.host().now(), inDoubt)
                                    : seen.record(),
                            Origin.STORE);
            return null;
        } catch (TokenStoreException e) {
            grant.tell(new TokenEvent.StoreFailed(grant.key(), e));
            return new Dead(verdict);
        }
    }

    /** Gives the turn up. Where that fails, the others take over when they have watched the record for long enough. */
    private void release() {
        try {
            grant.store()
                    .update(
                            seen -> seen.record() != null && seen.record().isLeasedTo(lease)
                                    ? seen.record().released(inDoubt)
                                    : seen.record(),
                            Origin.STORE);
        } catch (TokenStoreException e) {
            grant.tell(new TokenEvent.StoreFailed(grant.key(), e));
        } catch (GrantNotFoundException forgottenMeanwhile) {
            // What made the attempt fail is thrown, and there is no lease any more.
            return;
        }
    }
}
