package me.digi.client.internal.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.internal.oauth.Fingerprints;
import me.digi.client.internal.oauth.Pairs;
import me.digi.client.internal.oauth.SharedRecord;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.internal.token.Decision.Need;
import me.digi.client.store.GrantSummary;
import org.jspecify.annotations.Nullable;

/**
 * The stored state of a grant; immutable, with pure functions only.
 *
 * @param pair the newest pair; null only while the response to a first sign-in is unreadable
 * @param obtainedAt when the pair arrived, to compute its lifetime
 * @param lease who may send the pair's refresh token
 * @param inDoubt whether the refresh token may have been used without a readable response
 * @param kept responses that could not be read yet, newest last
 * @param refusal the server's latest verdict that the pair is invalid
 * @param replaced earlier pairs
 */
record GrantRecord(
        @Nullable UserAccessToken pair,
        Instant obtainedAt,
        @Nullable Lease lease,
        boolean inDoubt,
        List<TokenResponse> kept,
        @Nullable Refusal refusal,
        Fingerprints replaced)
        implements SharedRecord.Content<GrantRecord> {
    /** Replays happen at most every ten minutes; more unread responses than this are hopeless. */
    private static final int MAX_KEPT = 8;

    /**
     * The right to send the refresh token.
     *
     * @param id of the attempt
     * @param beat counts renewals
     */
    record Lease(String id, long beat) {}

    /**
     * The server's verdict that a pair is invalid.
     *
     * @param at by the clock of the client that received it; distinguishes verdicts
     */
    record Refusal(Reauthorize verdict, Instant at) {}

    GrantRecord {
        kept = List.copyOf(kept);
    }

    static GrantRecord first(@Nullable UserAccessToken pair, Instant now) {
        return new GrantRecord(pair, now, null, false, List.of(), null, Fingerprints.NONE);
    }

    static GrantRecord orFirst(@Nullable GrantRecord record, Instant now) {
        return record != null ? record : first(null, now);
    }

    /** Whether this is the current pair. */
    boolean holds(UserAccessToken other) {
        return pair != null && Pairs.areSame(pair, other);
    }

    /** Whether the pair was replaced. */
    boolean hasReplaced(UserAccessToken other) {
        return !holds(other) && replaced.contains(other);
    }

    /** Whether the pair is or was the current one. */
    boolean hasSeen(UserAccessToken other) {
        return holds(other) || hasReplaced(other);
    }

    boolean hasKept(TokenResponse response) {
        return kept.stream().anyMatch(response::isSame);
    }

    List<TokenResponse> keptSignIns() {
        return keptIf(TokenResponse::isSignIn);
    }

    private List<TokenResponse> keptIf(Predicate<TokenResponse> condition) {
        return kept.stream().filter(condition).collect(Collectors.toList());
    }

    /**
     * Decides what to do.
     *
     * @param failed the rejected pair, or null
     */
    Decision decide(@Nullable UserAccessToken failed, Need need, DecisionTimes now, TokenPolicy policy) {
        boolean isSignInUnread = kept.stream().anyMatch(TokenResponse::isSignIn) && !now.keptWasTried();
        if (pair != null && !isSignInUnread && isGoodEnough(pair, failed, need, now, policy)) {
            return new Decision.Use(pair, Pairs.isStale(pair, obtainedAt, now.wall()), false);
        }
        if (pair == null || (!kept.isEmpty() && !now.keptWasTried())) {
            return new Decision.ReadKept(pair != null && now.keptAge().compareTo(policy.keyWait()) >= 0);
        }
        if (refusal != null && now.verdictAge().compareTo(policy.verdict()) < 0) {
            return new Decision.Dead(refusal.verdict());
        }
        if (lease != null && !now.leaseIsOver() && now.recordUnchangedFor().compareTo(policy.lease()) < 0) {
            return new Decision.Wait();
        }
        return new Decision.Refresh();
    }

    private boolean isGoodEnough(
            UserAccessToken present,
            @Nullable UserAccessToken failed,
            Need need,
            DecisionTimes now,
            TokenPolicy policy) {
        boolean isNew = now.pairAge().compareTo(policy.gracePeriod()) < 0;
        if (failed != null && holds(failed)) {
            return need != Need.REPLACED && isNew;
        }
        if (isNew && now.isOwn()) {
            // For a pair that the server has just issued, a clock that says otherwise is wrong.
            return true;
        }
        return switch (need) {
            case FRESH -> !Pairs.isStale(present, obtainedAt, now.wall());
            case UNEXPIRED -> !Pairs.hasExpired(present, now.wall());
            default -> !Pairs.isAsGoodAsExpired(present, obtainedAt, now.wall());
        };
    }

    /** Compares another pair with this record. */
    TakeOver compared(UserAccessToken other) {
        if (pair == null) {
            return new TakeOver.Taken(null);
        }
        if (holds(other)) {
            return new TakeOver.Same();
        }
        if (hasReplaced(other)) {
            return new TakeOver.Older();
        }
        if (Pairs.areOfDifferentConsents(pair, other)) {
            return new TakeOver.OtherUser(pair);
        }
        if (!kept.isEmpty()) {
            return new TakeOver.Undecided(pair);
        }
        if (refusal != null) {
            return new TakeOver.Taken(pair);
        }
        Instant mine = pair.accessToken().expiresAt();
        Instant theirs = other.accessToken().expiresAt();
        if (mine == null || theirs == null || mine.equals(theirs)) {
            return new TakeOver.Undecided(pair);
        }
        return theirs.isAfter(mine) ? new TakeOver.Taken(pair) : new TakeOver.Older();
    }

    /** Takes the lease. The holder of a lease that was not released may have sent the refresh token. */
    GrantRecord leased(String id) {
        return new GrantRecord(pair, obtainedAt, new Lease(id, 0), inDoubt || lease != null, kept, refusal, replaced);
    }

    boolean isLeasedTo(String id) {
        return lease != null && lease.id().equals(id);
    }

    GrantRecord withHeartbeat() {
        Lease next = lease == null ? null : new Lease(lease.id(), lease.beat() + 1);
        return new GrantRecord(pair, obtainedAt, next, inDoubt, kept, refusal, replaced);
    }

    GrantRecord released(boolean isInDoubt) {
        return new GrantRecord(pair, obtainedAt, null, isInDoubt, kept, refusal, replaced);
    }

    /** Adds an unreadable response: the refresh token was used, or the sign-in took place. */
    GrantRecord keeping(TokenResponse response) {
        if (hasKept(response)) {
            return this;
        }
        List<TokenResponse> all = new ArrayList<>(kept);
        all.add(response);
        return withKept(response, all.subList(Math.max(0, all.size() - MAX_KEPT), all.size()));
    }

    /** Removes a response that can never be read; its effect remains in doubt. */
    GrantRecord without(TokenResponse response) {
        return withKept(response, keptIf(other -> !other.isSame(response)));
    }

    private GrantRecord withKept(TokenResponse changed, List<TokenResponse> responses) {
        boolean isInDoubt = inDoubt || !changed.isSignIn();
        return new GrantRecord(pair, obtainedAt, lease, isInDoubt, responses, refusal, replaced);
    }

    /** Replaces the pair by that of a stored response. Only later responses, and sign-ins, can contain a newer pair. */
    GrantRecord renewedFrom(TokenResponse response, UserAccessToken next, Instant now) {
        List<TokenResponse> newer = new ArrayList<>();
        boolean isLater = false;
        for (TokenResponse other : kept) {
            boolean isOutdone = response.isSignIn() ? !(isLater && other.isSignIn()) : !isLater && !other.isSignIn();
            if (!isOutdone) {
                newer.add(other);
            }
            isLater |= response.isSame(other);
        }
        return renewed(next, now, newer);
    }

    GrantRecord renewed(UserAccessToken next, Instant now, List<TokenResponse> stillUnread) {
        Fingerprints past = pair == null || holds(next) ? replaced : replaced.replaced(pair, next);
        return new GrantRecord(next, now, null, false, stillUnread, null, past);
    }

    GrantRecord refused(Reauthorize verdict, Instant now, boolean isInDoubt) {
        return new GrantRecord(pair, obtainedAt, null, isInDoubt, kept, new Refusal(verdict, now), replaced);
    }

    @Override
    public GrantRecord restoredOver(GrantRecord stored) {
        if (pair == null || stored.pair == null || !hasReplaced(stored.pair) || stored.hasSeen(pair)) {
            return stored;
        }
        if (stored.replaced.containsAnyOf(replaced.after(stored.pair))) {
            // The stored pair was taken over again later.
            return stored;
        }
        // A stored sign-in is newer than this pair.
        GrantRecord next = stored.renewed(pair, obtainedAt, stored.keptSignIns());
        for (TokenResponse response : kept) {
            next = next.keeping(response);
        }
        return next;
    }

    @Override
    public boolean isKnownAs(GrantRecord stored) {
        return stored.pair == null || holds(stored.pair);
    }

    @Override
    public String toJson() {
        return GrantJson.write(this);
    }

    /** An abandoned lease looks like an active one; only watching the row distinguishes them. */
    @Override
    public GrantSummary summary() {
        boolean isInDoubt = pair == null || inDoubt || !kept.isEmpty();
        return new GrantSummary(
                refusal != null
                        ? GrantSummary.State.REAUTHORIZE
                        : lease != null
                                ? GrantSummary.State.REFRESHING
                                : isInDoubt ? GrantSummary.State.IN_DOUBT : GrantSummary.State.ACTIVE,
                pair == null ? null : obtainedAt,
                pair == null ? null : pair.refreshToken().expiresAt());
    }

    TokenStatus.State state(Instant now, boolean isUnsaved) {
        if (refusal != null) {
            return TokenStatus.State.REAUTHORIZE;
        }
        if (isUnsaved) {
            return TokenStatus.State.UNSAVED;
        }
        if (pair == null || !kept.isEmpty() || (inDoubt && lease == null)) {
            return TokenStatus.State.IN_DOUBT;
        }
        return Pairs.isAsGoodAsExpired(pair, obtainedAt, now)
                ? TokenStatus.State.EXPIRED
                : Pairs.isStale(pair, obtainedAt, now) ? TokenStatus.State.STALE : TokenStatus.State.FRESH;
    }

    @Override
    public String toString() {
        return "GrantRecord[***]";
    }
}
