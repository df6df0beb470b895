package me.digi.client.internal.token;

import java.time.Duration;
import java.util.function.Consumer;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.oauth.SharedRecord;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.store.GrantKey;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.TokenStoreException;
import me.digi.client.store.TokenStoreException.Operation;
import org.jspecify.annotations.Nullable;

/** This client's view of a grant, with the times at which it changed. Safe for use by many threads. */
final class GrantStore extends SharedRecord<GrantRecord> {
    private final GrantKey key;
    private final Grants grants;
    private final Consumer<Boolean> unsavedChanged;
    private volatile long pairSince;
    private volatile boolean isOwn;
    private volatile long pairSeenAtMillis;
    private volatile long verdictSince;
    private volatile long keptSince;

    GrantStore(Grants grants, GrantKey key, Consumer<Boolean> unsavedChanged) {
        super(grants.store, key, grants.host);
        this.key = key;
        this.grants = grants;
        this.unsavedChanged = unsavedChanged;
    }

    /** Uses a view confirmed less than {@link TokenPolicy#confirmation()} ago. */
    View<GrantRecord> confirmed(Deadline deadline) {
        return confirmed(grants.policy.confirmation(), deadline.left(), TokenRequest.REFRESH);
    }

    @Override
    protected GrantRecord read(String content) {
        return GrantJson.read(content);
    }

    @Override
    protected DigiMeException missing(@Nullable GrantRecord unsaved) {
        return new GrantNotFoundException(key, unsaved == null ? null : unsaved.pair());
    }

    @Override
    protected TokenStoreException unsaved(
            GrantRecord next, @Nullable View<GrantRecord> known, TokenStoreException cause) {
        UserAccessToken pair = next.pair();
        boolean isKnown = pair == null
                || (known != null && known.record() != null && known.known().holds(pair));
        if (pair != null && !isKnown) {
            return TokenStoreException.unsaved(key, pair, cause);
        }
        return known != null && known.isUnsaved() && known.failure() instanceof TokenStoreException before
                ? before
                : new TokenStoreException(Operation.WRITE, key, "a token response is only in memory", cause);
    }

    @Override
    protected void failed(TokenStoreException failure) {
        grants.events.accept(new TokenEvent.StoreFailed(key, failure));
    }

    /** Events of new pairs are emitted in order. */
    @Override
    protected void changed(@Nullable View<GrantRecord> known, @Nullable View<GrantRecord> next, Origin origin) {
        unsavedChanged.accept(next != null && next.isUnsaved());
        if (next == null) {
            return;
        }
        GrantRecord before = known == null ? null : known.record();
        GrantRecord record = next.known();
        UserAccessToken pair = record.pair();
        boolean isFound = before == null && origin == Origin.STORE;
        boolean isNew = pair != null && (before == null || !before.holds(pair));
        if (isFound) {
            markPairOld();
        } else if (isNew) {
            isOwn = origin == Origin.REFRESHED || origin == Origin.SIGNED_IN;
            pairSince = grants.host.nanos();
            pairSeenAtMillis = grants.host.now().toEpochMilli();
        }
        if (record.refusal() != null && (before == null || !record.refusal().equals(before.refusal()))) {
            verdictSince = grants.host.nanos();
        }
        if (!record.kept().isEmpty() && (before == null || !record.kept().equals(before.kept()))) {
            keptSince = grants.host.nanos();
        }
        if (pair != null && isNew && !isFound) {
            grants.events.accept(new TokenEvent.Changed(key, pair, origin));
        }
    }

    /** Treats the pair as old, since its age is unknown. */
    void markPairOld() {
        pairSince = grants.host.nanos() - grants.policy.gracePeriod().toNanos();
        pairSeenAtMillis = grants.host.now().toEpochMilli();
    }

    DecisionTimes times(boolean leaseIsOver, boolean keptWasTried) {
        long now = grants.host.nanos();
        Duration age = Duration.ofNanos(now - pairSince);
        Duration ageByWall = Duration.ofMillis(grants.host.now().toEpochMilli() - pairSeenAtMillis);
        return new DecisionTimes(
                grants.host.now(),
                age.compareTo(ageByWall) > 0 ? age : ageByWall,
                isOwn,
                unchangedFor(),
                leaseIsOver,
                Duration.ofNanos(now - verdictSince),
                Duration.ofNanos(now - keptSince),
                keptWasTried);
    }
}
