package me.digi.client.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.TakeOver.Older;
import me.digi.client.auth.TakeOver.OtherUser;
import me.digi.client.auth.TakeOver.Same;
import me.digi.client.auth.TakeOver.Taken;
import me.digi.client.auth.TakeOver.Undecided;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.internal.auth.TokenResponse;
import me.digi.client.internal.crypto.Sha256;
import me.digi.client.internal.token.Decision.Dead;
import me.digi.client.internal.token.Decision.Need;
import me.digi.client.internal.token.Decision.ReadKept;
import me.digi.client.internal.token.Decision.Refresh;
import me.digi.client.internal.token.Decision.Use;
import me.digi.client.internal.token.Decision.Wait;
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
 * @param replaced fingerprints of the pairs before this one, the newest last, each with a space after it
 */
record GrantRecord(
        @Nullable UserAccessToken pair,
        Instant obtainedAt,
        @Nullable Lease lease,
        boolean inDoubt,
        List<TokenResponse> kept,
        @Nullable Refusal refusal,
        String replaced) {
    private static final int FINGERPRINT_CHARS = 22;
    /** Enough to recognise a pair that an application kept through a holiday. */
    private static final int MOST_REPLACED_CHARS = 32 * (FINGERPRINT_CHARS + 1);
    /** A response is replayed once in ten minutes at most, so more than a few are a server that cannot be understood. */
    private static final int MOST_KEPT = 8;

    private static final Duration LONGEST_STALE = Duration.ofMinutes(5);
    private static final Duration LONGEST_ON_THE_WAY = Duration.ofSeconds(30);

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

    /** The fingerprints of the pairs before this one, the newest last. */
    List<String> replacedFingerprints() {
        return replaced.isEmpty() ? List.of() : List.of(replaced.split(" "));
    }

    /** A grant without a past. */
    static GrantRecord first(@Nullable UserAccessToken pair, Instant now) {
        return new GrantRecord(pair, now, null, false, List.of(), null, "");
    }

    /** The record, or one without a past if there is none. */
    static GrantRecord orFirst(@Nullable GrantRecord record, Instant now) {
        return record != null ? record : first(null, now);
    }

    /** Recognises a pair without keeping it: some 130 bits of the SHA-256 of its two tokens. */
    static String fingerprint(UserAccessToken pair) {
        String tokens = pair.refreshToken().value() + "\n" + pair.accessToken().value();
        return Sha256.base64Url(tokens).substring(0, FINGERPRINT_CHARS);
    }

    /** Whether both tokens are the same: a server may leave one of them as it is. */
    static boolean areSame(UserAccessToken one, UserAccessToken other) {
        return one.refreshToken().value().equals(other.refreshToken().value())
                && one.accessToken().value().equals(other.accessToken().value());
    }

    /** Whether the pair is the present one. */
    boolean holds(UserAccessToken other) {
        return pair != null && areSame(pair, other);
    }

    /** Whether the pair is known to have been replaced. */
    boolean hasReplaced(UserAccessToken other) {
        return !holds(other) && replaced.contains(fingerprint(other) + " ");
    }

    /** Whether this pair descends from the stored one, and nothing between them was replaced by the stored one in its turn. */
    private boolean hasReplacedSince(GrantRecord stored) {
        if (stored.pair == null || !hasReplaced(stored.pair)) {
            return false;
        }
        String present = fingerprint(stored.pair) + " ";
        int end = replaced.lastIndexOf(present) + present.length();
        return replaced.substring(end).isEmpty()
                || Stream.of(replaced.substring(end).split(" "))
                        .noneMatch(past -> stored.replaced.contains(past + " "));
    }

    /** The unread responses to sign-ins. */
    List<TokenResponse> keptSignIns() {
        return kept.stream()
                .filter(TokenResponse::isSignIn)
                .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf));
    }

    /** What remains of it where the pair beside the unread sign-ins was forgotten. */
    GrantRecord onlySignIns() {
        return new GrantRecord(null, obtainedAt, null, false, keptSignIns(), null, "");
    }

    /** The unread responses that may have the newest pair: where a user has signed in, no refresh of an older pair has. */
    List<TokenResponse> keptToRead() {
        List<TokenResponse> signIns = keptSignIns();
        return signIns.isEmpty() ? kept : signIns;
    }

    boolean hasKept(TokenResponse response) {
        return kept.stream().anyMatch(response::isSame);
    }

    /**
     * What to do.
     *
     * @param failed the pair that was refused, if one was
     */
    Decision decide(@Nullable UserAccessToken failed, Need need, Moment now, TokenPolicy policy) {
        boolean isSignInUnread = kept.stream().anyMatch(TokenResponse::isSignIn) && !now.keptWasTried();
        if (pair != null && !isSignInUnread && isGoodEnough(failed, need, now, policy)) {
            return new Use(pair, isStale(now.wall()), false);
        }
        if (pair == null || (!kept.isEmpty() && !now.keptWasTried())) {
            return new ReadKept(pair != null && now.keptAge().compareTo(policy.keyWait()) >= 0);
        }
        if (refusal != null && now.verdictAge().compareTo(policy.verdict()) < 0) {
            return new Dead(refusal.verdict());
        }
        if (lease != null && !now.leaseIsOver() && now.leaseStood().compareTo(policy.lease()) < 0) {
            return new Wait();
        }
        return new Refresh();
    }

    private boolean isGoodEnough(@Nullable UserAccessToken failed, Need need, Moment now, TokenPolicy policy) {
        boolean isYoung = now.pairAge().compareTo(policy.youth()) < 0;
        if (failed != null && holds(failed)) {
            return need != Need.REPLACED && isYoung;
        }
        if (isYoung && now.isOwn()) {
            // What a clock says of a pair that has just come from the server is wrong.
            return true;
        }
        return !isExpired(now.wall()) && (need != Need.FRESH || !isStale(now.wall()));
    }

    /** In the last tenth of its life, at most five minutes. */
    boolean isStale(Instant now) {
        return isWithin(LONGEST_STALE, 10, now);
    }

    /** Expired, or so near to it that it may have expired when it arrives: the last part of its life, at most 30 s. */
    boolean isExpired(Instant now) {
        return isWithin(LONGEST_ON_THE_WAY, 20, now);
    }

    private boolean isWithin(Duration longest, int partOfLife, Instant now) {
        Instant expiresAt = pair == null ? null : pair.accessToken().expiresAt();
        if (expiresAt == null) {
            return false;
        }
        Duration part = Duration.between(obtainedAt, expiresAt).dividedBy(partOfLife);
        Duration left = Duration.between(now, expiresAt);
        return left.isNegative() || (left.compareTo(part) <= 0 && left.compareTo(longest) <= 0);
    }

    /** Whose pair that is, in the order that decides. */
    TakeOver compared(UserAccessToken other) {
        if (pair == null) {
            return new Taken(null);
        }
        if (holds(other)) {
            return new Same();
        }
        if (hasReplaced(other)) {
            return new Older();
        }
        if (differ(pair.userId(), other.userId()) || differ(pair.consentId(), other.consentId())) {
            return new OtherUser(pair);
        }
        if (!kept.isEmpty()) {
            return new Undecided(pair);
        }
        if (refusal != null) {
            return new Taken(pair);
        }
        Instant mine = pair.accessToken().expiresAt();
        Instant theirs = other.accessToken().expiresAt();
        if (mine == null || theirs == null || mine.equals(theirs)) {
            return new Undecided(pair);
        }
        return theirs.isAfter(mine) ? new Taken(pair) : new Older();
    }

    /** The pair of another user that a new pair replaces, as far as their ids tell. */
    @Nullable
    UserAccessToken otherUsersPair(UserAccessToken next) {
        if (pair == null || holds(next)) {
            return null;
        }
        boolean isSameUser = pair.userId() != null && pair.userId().equals(next.userId());
        boolean isOther = differ(pair.userId(), next.userId()) || differ(pair.consentId(), next.consentId());
        return isOther && !isSameUser ? pair : null;
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
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
        List<TokenResponse> newest = all.subList(Math.max(0, all.size() - MOST_KEPT), all.size());
        boolean isInDoubt = inDoubt || !response.isSignIn();
        return new GrantRecord(pair, obtainedAt, lease, isInDoubt, newest, refusal, replaced);
    }

    /** Without a response that can never be read: what it would have told stays in doubt. */
    GrantRecord without(TokenResponse response) {
        List<TokenResponse> others = new ArrayList<>(kept);
        others.removeIf(known -> known.isSame(response));
        boolean isInDoubt = inDoubt || !response.isSignIn();
        return new GrantRecord(pair, obtainedAt, lease, isInDoubt, others, refusal, replaced);
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
        if (pair == null || holds(next)) {
            return new GrantRecord(next, now, null, false, stillUnread, null, replaced);
        }
        String past = replaced.replace(fingerprint(next) + " ", "") + fingerprint(pair) + " ";
        String newest = past.substring(Math.max(0, past.length() - MOST_REPLACED_CHARS));
        return new GrantRecord(next, now, null, false, stillUnread, null, newest);
    }

    /** With the server's word that the pair is dead. */
    GrantRecord refused(Reauthorize verdict, Instant now, boolean isInDoubt) {
        return new GrantRecord(pair, obtainedAt, null, isInDoubt, kept, new Refusal(verdict, now), replaced);
    }

    /**
     * What ought to be stored over a stored record by a client that has this one in memory.
     *
     * @param isExchanged whether this pair was exchanged for a code: then it is the newest, whatever is stored
     * @return the stored record itself if it has all that this one has, or something newer
     */
    GrantRecord over(GrantRecord stored, boolean isExchanged) {
        if (pair == null || stored.holds(pair)) {
            GrantRecord merged = stored;
            for (TokenResponse response : kept) {
                merged = merged.keeping(response);
            }
            return refusal == null || pair == null || stored.refusal != null
                    ? merged
                    : new GrantRecord(
                            merged.pair,
                            merged.obtainedAt,
                            merged.lease,
                            merged.inDoubt || inDoubt,
                            merged.kept,
                            refusal,
                            merged.replaced);
        }
        boolean isNewer = isExchanged || stored.pair == null || hasReplacedSince(stored);
        if (!isNewer || stored.hasReplaced(pair)) {
            GrantRecord merged = stored;
            for (TokenResponse response : isExchanged ? keptSignIns() : List.<TokenResponse>of()) {
                merged = merged.keeping(response);
            }
            return merged;
        }
        // A sign-in that was kept meanwhile is newer than a refresh that could not be saved.
        GrantRecord next = stored.renewed(pair, obtainedAt, isExchanged ? List.of() : stored.keptSignIns());
        for (TokenResponse response : kept) {
            next = next.keeping(response);
        }
        return next;
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
        return isExpired(now)
                ? TokenStatus.State.EXPIRED
                : isStale(now) ? TokenStatus.State.STALE : TokenStatus.State.FRESH;
    }

    @Override
    public String toString() {
        return "GrantRecord[***]";
    }
}
