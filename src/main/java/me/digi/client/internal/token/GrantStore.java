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

/** What this client knows of one grant, and since when. Safe for use by many threads. */
final class GrantStore extends SharedRecord<GrantRecord> {
    private final GrantKey key;
    private final Grants grants;
    private final Consumer<Boolean> unsavedChanged;
    private volatile long pairSince;
    private volatile boolean isOwn;
    private volatile long pairSeenAtMillis;
    private volatile long verdictSince;
    private volatile long keptSince;

    /** Knows nothing yet; tells whether something is only in memory, whenever that may have changed. */
    GrantStore(Grants grants, GrantKey key, Consumer<Boolean> unsavedChanged) {
        super(grants.store, key, grants.host);
        this.key = key;
        this.grants = grants;
        this.unsavedChanged = unsavedChanged;
    }

    /** What was confirmed less than {@link TokenPolicy#confirmation()} ago, else what a load shows. */
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
                : new TokenStoreException(Operation.WRITE, key, "a response is only in memory", cause);
    }

    @Override
    protected void failed(TokenStoreException failure) {
        grants.events.accept(new TokenEvent.StoreFailed(key, failure));
    }

    /** The listener is told of new pairs in the order of their coming. */
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
            ofOldPair();
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

    /** From now on the pair is not taken for a new one: nobody knows how old it was when it came here. */
    void ofOldPair() {
        pairSince = grants.host.nanos() - grants.policy.youth().toNanos();
        pairSeenAtMillis = grants.host.now().toEpochMilli();
    }

    /** All that a decision has to know of time. */
    Moment moment(boolean leaseIsOver, boolean keptWasTried) {
        long now = grants.host.nanos();
        Duration ageByWall = Duration.ofMillis(grants.host.now().toEpochMilli() - pairSeenAtMillis);
        return new Moment(
                grants.host.now(),
                Duration.ofNanos(Math.max(now - pairSince, ageByWall.toNanos())),
                isOwn,
                stood(),
                leaseIsOver,
                Duration.ofNanos(now - verdictSince),
                Duration.ofNanos(now - keptSince),
                keptWasTried);
    }
}
