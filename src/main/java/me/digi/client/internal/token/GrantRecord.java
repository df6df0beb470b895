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
 * What a row of the store holds of a grant, and nothing else holds it. Everything here is pure.
 *
 * @param pair the newest pair; null only while the response to a first sign-in cannot be read yet
 * @param obtainedAt when the pair came, which tells how long it was made to live
 * @param lease whose turn it is to present the pair's refresh token
 * @param inDoubt whether the pair's refresh token may have been exchanged without a readable response
 * @param kept responses of the server that nobody could read yet, the newest last
 * @param refusal the server's last word on the pair, if it was that the pair is dead
 * @param replaced the pairs before this one
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
    /** A response is replayed once in ten minutes at most, so more than a few are a server that cannot be understood. */
    private static final int MOST_KEPT = 8;

    /**
     * A turn at presenting the refresh token.
     *
     * @param id names the attempt
     * @param beat how often it was renewed
     */
    record Lease(String id, long beat) {}

    /**
     * The server's word that a pair is dead.
     *
     * @param at when the server said so, by the clock of the client that asked; tells one verdict from another
     */
    record Refusal(Reauthorize verdict, Instant at) {}

    GrantRecord {
        kept = List.copyOf(kept);
    }

    /** A grant without a past. */
    static GrantRecord first(@Nullable UserAccessToken pair, Instant now) {
        return new GrantRecord(pair, now, null, false, List.of(), null, Fingerprints.NONE);
    }

    /** The record, or one without a past if there is none. */
    static GrantRecord orFirst(@Nullable GrantRecord record, Instant now) {
        return record != null ? record : first(null, now);
    }

    /** Whether the pair is the present one. */
    boolean holds(UserAccessToken other) {
        return pair != null && Pairs.areSame(pair, other);
    }

    /** Whether the pair is known to have been replaced. */
    boolean hasReplaced(UserAccessToken other) {
        return !holds(other) && replaced.contains(other);
    }

    /** Whether the pair has been here, and may have been replaced meanwhile. */
    boolean hasHad(UserAccessToken other) {
        return holds(other) || hasReplaced(other);
    }

    boolean hasKept(TokenResponse response) {
        return kept.stream().anyMatch(response::isSame);
    }

    /** The unread responses to sign-ins. */
    List<TokenResponse> keptSignIns() {
        return keptIf(TokenResponse::isSignIn);
    }

    private List<TokenResponse> keptIf(Predicate<TokenResponse> condition) {
        return kept.stream().filter(condition).collect(Collectors.toList());
    }

    /**
     * What to do.
     *
     * @param failed the pair that was refused, if one was
     */
    Decision decide(@Nullable UserAccessToken failed, Need need, Moment now, TokenPolicy policy) {
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
        if (lease != null && !now.leaseIsOver() && now.leaseStood().compareTo(policy.lease()) < 0) {
            return new Decision.Wait();
        }
        return new Decision.Refresh();
    }

    private boolean isGoodEnough(
            UserAccessToken present, @Nullable UserAccessToken failed, Need need, Moment now, TokenPolicy policy) {
        boolean isYoung = now.pairAge().compareTo(policy.youth()) < 0;
        if (failed != null && holds(failed)) {
            return need != Need.REPLACED && isYoung;
        }
        if (isYoung && now.isOwn()) {
            // What a clock says of a pair that has just come from the server is wrong.
            return true;
        }
        return switch (need) {
            case FRESH -> !Pairs.isStale(present, obtainedAt, now.wall());
            case UNEXPIRED -> !Pairs.hasExpired(present, now.wall());
            default -> !Pairs.isAsGoodAsExpired(present, obtainedAt, now.wall());
        };
    }

    /** Whose pair that is, in the order that decides. */
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

    /** With a turn taken. Whoever has not given up a turn may have presented the refresh token. */
    GrantRecord leased(String id) {
        return new GrantRecord(pair, obtainedAt, new Lease(id, 0), inDoubt || lease != null, kept, refusal, replaced);
    }

    boolean isLeasedTo(String id) {
        return lease != null && lease.id().equals(id);
    }

    /** With the turn prolonged. */
    GrantRecord beaten() {
        Lease next = lease == null ? null : new Lease(lease.id(), lease.beat() + 1);
        return new GrantRecord(pair, obtainedAt, next, inDoubt, kept, refusal, replaced);
    }

    /** With the turn given up. */
    GrantRecord released(boolean isInDoubt) {
        return new GrantRecord(pair, obtainedAt, null, isInDoubt, kept, refusal, replaced);
    }

    /** With a response that nobody could read yet: the refresh token was exchanged, or the sign-in took place. */
    GrantRecord keeping(TokenResponse response) {
        if (hasKept(response)) {
            return this;
        }
        List<TokenResponse> all = new ArrayList<>(kept);
        all.add(response);
        return withKept(response, all.subList(Math.max(0, all.size() - MOST_KEPT), all.size()));
    }

    /** Without a response that can never be read: what it would have told stays in doubt. */
    GrantRecord without(TokenResponse response) {
        return withKept(response, keptIf(other -> !other.isSame(response)));
    }

    private GrantRecord withKept(TokenResponse changed, List<TokenResponse> responses) {
        boolean isInDoubt = inDoubt || !changed.isSignIn();
        return new GrantRecord(pair, obtainedAt, lease, isInDoubt, responses, refusal, replaced);
    }

    /** With the pair of a kept response; only a response that came after it, and any sign-in, may tell of a newer one. */
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

    /** With a new pair, which makes the present one worthless. */
    GrantRecord renewed(UserAccessToken next, Instant now, List<TokenResponse> stillUnread) {
        Fingerprints past = pair == null || holds(next) ? replaced : replaced.replaced(pair, next);
        return new GrantRecord(next, now, null, false, stillUnread, null, past);
    }

    /** With the server's word that the pair is dead. */
    GrantRecord refused(Reauthorize verdict, Instant now, boolean isInDoubt) {
        return new GrantRecord(pair, obtainedAt, null, isInDoubt, kept, new Refusal(verdict, now), replaced);
    }

    @Override
    public GrantRecord over(GrantRecord stored) {
        if (pair == null || stored.pair == null || !hasReplaced(stored.pair) || stored.hasHad(pair)) {
            return stored;
        }
        if (stored.replaced.containsAnyOf(replaced.after(stored.pair))) {
            // The stored pair came again after this one: it was handed over anew.
            return stored;
        }
        // A sign-in that was kept meanwhile is newer than this pair.
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

    /** A lease that is left behind looks like one that is held: only watching the row tells them apart. */
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

    /** How the grant is, for whoever wonders why a user was logged out. */
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
