package me.digi.client.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.GrantNotFoundException;
import me.digi.client.error.TokenStoreException;
import me.digi.client.error.TokenStoreException.Operation;
import me.digi.client.internal.auth.TokenRequest;
import me.digi.client.internal.http.Waiting;
import me.digi.client.internal.values.Host;
import me.digi.client.store.StoredGrant;
import org.jspecify.annotations.Nullable;

/**
 * What this client knows of one grant, and the one loop by which it changes the stored record. What the store could not
 * take stays here, and is part of whatever is written next. Safe for use by many threads: the view is read without a lock,
 * and no lock is held while the store is waited for.
 */
final class GrantStore {
    /** How often a write gives way to another one; more than that is a store that takes nothing. */
    private static final int MOST_CONFLICTS = 1000;
    /** The first version of a row is random, so versions of two rows are hardly ever this close. */
    private static final int LONGEST_SERIES = 1 << 20;

    private final GrantRow row;
    private final Host host;
    private final TokenPolicy policy;
    private final Consumer<TokenEvent> events;
    private final Runnable unsavedChanged;
    private final AtomicReference<@Nullable CompletableFuture<View>> loading = new AtomicReference<>();
    /** Guards the changing of what follows. */
    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable View view;
    private volatile long confirmedAt;
    private volatile boolean isWatched;
    /** When the first load ended, and the last one began, that showed the present version. */
    private volatile long stoodFrom;

    private volatile long stoodUntil;
    private volatile long pairSince;
    private volatile boolean isOwn;
    private volatile long pairSeenAtMillis;
    private volatile long verdictSince;
    private volatile long keptSince;

    /**
     * What this client knows.
     *
     * @param record what is stored, and what ought to be; null if there is no row, or a damaged one
     * @param version the version of the row that the record is based on, or 0
     * @param unsaved why a part of the record is only in memory, or null if all of it is stored
     * @param isExchanged whether the unsaved part is a sign-in, which is newer than whatever is stored
     * @param missing why there is no record
     */
    record View(
            @Nullable GrantRecord record,
            long version,
            @Nullable TokenStoreException unsaved,
            boolean isExchanged,
            @Nullable DigiMeException missing) {
        static View stored(GrantRecord record, long version) {
            return new View(record, version, null, false, null);
        }

        static View missing(long version, DigiMeException why) {
            return new View(null, version, null, false, why);
        }

        /** The record, which must be there. */
        GrantRecord known() {
            if (record == null) {
                throw missing == null ? new IllegalStateException("a view without a record") : missing;
            }
            return record;
        }

        boolean holds(@Nullable UserAccessToken pair) {
            return record != null && pair != null && record.holds(pair);
        }
    }

    /** Knows nothing yet; runs {@code unsavedChanged} after something could not be saved, and after it was. */
    GrantStore(GrantRow row, Host host, TokenPolicy policy, Consumer<TokenEvent> events, Runnable unsavedChanged) {
        this.row = row;
        this.host = host;
        this.policy = policy;
        this.events = events;
        this.unsavedChanged = unsavedChanged;
    }

    /** What is known without asking, or null if nothing is. */
    @Nullable
    View view() {
        return view;
    }

    /**
     * What was confirmed less than {@link TokenPolicy#confirmation()} ago: else one load for all who ask meanwhile. If the
     * store fails, what is known is used all the same, and the next caller looks again.
     */
    View confirmed() {
        View known = view;
        if (known != null && host.nanos() - confirmedAt < policy.confirmation().toNanos()) {
            return known;
        }
        try {
            View loaded = sharedLoad();
            loaded.known();
            return newest(loaded);
        } catch (TokenStoreException e) {
            if (known == null) {
                throw e;
            }
            events.accept(new TokenEvent.StoreFailed(row.key(), e));
            return newest(known);
        }
    }

    /** What has come while the store was waited for, which is what the times that decide are about. */
    private View newest(View seen) {
        View now = view;
        return now != null ? now : seen;
    }

    private View sharedLoad() {
        CompletableFuture<View> mine = new CompletableFuture<>();
        CompletableFuture<View> underWay;
        do {
            underWay = loading.get();
            if (underWay != null) {
                return Waiting.on(underWay, host, policy.patience(), TokenRequest.REFRESH);
            }
        } while (!loading.compareAndSet(null, mine));
        try {
            View loaded = load();
            loading.set(null);
            mine.complete(loaded);
            return loaded;
        } catch (Throwable e) {
            loading.set(null);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** What is stored, and what this client has to add to it; without a record if the grant is unknown or its row damaged. */
    View load() {
        for (int conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
            View before = view;
            long began = host.nanos();
            StoredGrant stored = null;
            GrantRecord record = null;
            try {
                stored = row.load();
                record = stored == null ? null : row.read(stored);
            } catch (TokenStoreException e) {
                isWatched = false;
                if (stored == null) {
                    throw e;
                }
                return View.missing(stored.version(), e);
            }
            View shown = stored == null || record == null
                    ? missing(before)
                    : learn(View.stored(record, stored.version()), began, before);
            if (shown != null && shown.unsaved() != null) {
                unsavedChanged.run();
            }
            if (shown != null) {
                return shown;
            }
        }
        throw row.tooManyConflicts(MOST_CONFLICTS);
    }

    /** There is no row: the grant was forgotten, unless it was never stored. Null if that may have changed meanwhile. */
    private @Nullable View missing(@Nullable View before) {
        View known;
        lock.lock();
        try {
            known = view;
            if (!Objects.equals(known, before)) {
                return null;
            }
            if (known != null && known.version() == 0) {
                return known;
            }
            forget();
        } finally {
            lock.unlock();
        }
        unsavedChanged.run();
        UserAccessToken lost =
                known == null || known.unsaved() == null ? null : known.known().pair();
        return View.missing(0, new GrantNotFoundException(row.key(), lost));
    }

    /** Takes in what a load has shown; null if what is known has changed since it began. */
    private @Nullable View learn(View stored, long began, @Nullable View before) {
        lock.lock();
        try {
            View known = view;
            UserAccessToken pair = stored.known().pair();
            if (!Objects.equals(known, before)) {
                return null;
            }
            // A version may come twice, where a store has gone back to a backup.
            boolean isKnown = known != null
                    && known.version() == stored.version()
                    && (known.unsaved() != null || pair == null || known.holds(pair));
            if (!isKnown) {
                return publish(known == null ? stored : merged(known, stored), began, Origin.STORE);
            }
            confirmedAt = began;
            stoodUntil = began;
            if (!isWatched) {
                watch();
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** What this client has to add: what is only in memory, or all if the store has gone back, as after a restored backup. */
    private View merged(View known, View stored) {
        GrantRecord mine = known.known();
        UserAccessToken storedPair = stored.known().pair();
        TokenStoreException unsaved = known.unsaved();
        if (unsaved == null && storedPair != null && hasGoneBack(known, stored) && mine.hasReplaced(storedPair)) {
            unsaved = new TokenStoreException(Operation.LOAD, row.key(), "the store has an older token pair", null);
        }
        GrantRecord record = unsaved == null ? stored.known() : mine.over(stored.known(), known.isExchanged());
        return record.equals(stored.known())
                ? stored
                : new View(record, stored.version(), unsaved, known.isExchanged(), null);
    }

    /** Whether the row is an earlier one of the same series, and not one that was made anew after the grant was forgotten. */
    private static boolean hasGoneBack(View known, View stored) {
        long versions = known.version() - stored.version();
        return versions >= 0 && versions < LONGEST_SERIES;
    }

    /**
     * Changes the record if it is like that, however often another client is quicker.
     *
     * @return what is known then
     */
    View update(Predicate<GrantRecord> isToChange, UnaryOperator<GrantRecord> change) {
        return update(known(), only(isToChange, change), Origin.STORE, false);
    }

    /** The same for what is handed over: a change of no record gives the first one, and heals a damaged row. */
    View handOver(Function<@Nullable GrantRecord, GrantRecord> change) {
        return update(load(), change, Origin.APPLICATION, false);
    }

    private static Function<@Nullable GrantRecord, @Nullable GrantRecord> only(
            Predicate<GrantRecord> isToChange, UnaryOperator<GrantRecord> change) {
        return known -> known != null && isToChange.test(known) ? change.apply(known) : known;
    }

    private View known() {
        View known = view;
        return known != null ? known : load();
    }

    /**
     * A change gives the record to write, or the present one where there is nothing to write.
     *
     * @param isSaving whether a record that is only in memory is written though nothing changes
     */
    private View update(
            View start,
            Function<@Nullable GrantRecord, ? extends @Nullable GrantRecord> change,
            Origin origin,
            boolean isSaving) {
        View seen = start;
        for (int conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
            GrantRecord next = change.apply(seen.record());
            boolean isUnchanged = next == null || next.equals(seen.record());
            if (next == null || (isUnchanged && !(isSaving && seen.unsaved() != null))) {
                return seen;
            }
            View before = view;
            long began = host.nanos();
            StoredGrant written = row.write(seen.version(), next);
            if (written != null) {
                return wrote(View.stored(next, written.version()), seen, began, before, origin);
            }
            seen = load();
        }
        throw row.tooManyConflicts(MOST_CONFLICTS);
    }

    private View wrote(View written, View seen, long began, @Nullable View before, Origin origin) {
        lock.lock();
        try {
            View known = view;
            if (!Objects.equals(known, before) && (known == null || known.version() != seen.version())) {
                // Somebody else has written over this meanwhile, and that is known already.
                return written;
            }
            // What came to be only in memory while the write was under way is not covered by it.
            boolean hasMore = known != null && !known.equals(seen) && known.unsaved() != null;
            publish(hasMore && known != null ? merged(known, written) : written, began, origin);
        } finally {
            lock.unlock();
        }
        if (seen.unsaved() != null) {
            unsavedChanged.run();
        }
        return written;
    }

    /**
     * Takes in what the server has sent to a refresh, if the record is like that; if the store fails, keeps it here, and
     * saving it is retried.
     */
    View land(Predicate<GrantRecord> isToChange, UnaryOperator<GrantRecord> change) {
        return land(only(isToChange, change), Origin.REFRESHED);
    }

    /** The same for a sign-in, whatever is stored. */
    View landSignIn(Function<@Nullable GrantRecord, GrantRecord> change) {
        return land(change, Origin.SIGNED_IN);
    }

    private View land(Function<@Nullable GrantRecord, ? extends @Nullable GrantRecord> change, Origin origin) {
        try {
            return update(known(), change, origin, false);
        } catch (TokenStoreException e) {
            events.accept(new TokenEvent.StoreFailed(row.key(), e));
            View kept = keep(change, e, origin);
            unsavedChanged.run();
            return kept;
        }
    }

    private View keep(
            Function<@Nullable GrantRecord, ? extends @Nullable GrantRecord> change,
            TokenStoreException e,
            Origin origin) {
        lock.lock();
        try {
            View known = view != null ? view : View.missing(0, new GrantNotFoundException(row.key()));
            GrantRecord next = change.apply(known.record());
            if (next == null || next.equals(known.record())) {
                return known;
            }
            UserAccessToken pair = next.pair();
            TokenStoreException why = known.unsaved();
            if (pair != null && !known.holds(pair)) {
                why = TokenStoreException.unsaved(row.key(), pair, e);
            } else if (why == null) {
                why = new TokenStoreException(Operation.WRITE, row.key(), "a response is only in memory", e);
            }
            boolean isExchanged = origin == Origin.SIGNED_IN || known.isExchanged();
            return publish(new View(next, known.version(), why, isExchanged, null), confirmedAt, origin);
        } finally {
            lock.unlock();
        }
    }

    /** Brings what is only in memory into the store; a sign-in also where there is no row any more, or a damaged one. */
    void save() {
        View known = view;
        if (known != null && known.unsaved() != null) {
            boolean isPairSaved = known.unsaved().unsavedToken() == null;
            GrantRecord signIn =
                    known.isExchanged() ? isPairSaved ? known.known().onlySignIns() : known.known() : null;
            update(known, stored -> stored == null ? signIn : stored, Origin.STORE, true);
        }
    }

    /** Removes the row, and knows nothing any more. */
    void delete() {
        row.delete();
        lock.lock();
        try {
            forget();
        } finally {
            lock.unlock();
        }
        unsavedChanged.run();
    }

    private void forget() {
        view = null;
        isWatched = false;
    }

    /** From now on the pair is not taken for a new one: nobody knows how old it was when it came here. */
    void ofOldPair() {
        pairSince = host.nanos() - policy.youth().toNanos();
        pairSeenAtMillis = host.now().toEpochMilli();
    }

    private void watch() {
        isWatched = true;
        stoodFrom = host.nanos();
        stoodUntil = stoodFrom;
    }

    /** All that a decision has to know of time. */
    Moment moment(boolean leaseIsOver, boolean keptWasTried) {
        long now = host.nanos();
        Instant wall = host.now();
        Duration age = Duration.ofNanos(now - pairSince);
        Duration ageByWall = Duration.ofMillis(wall.toEpochMilli() - pairSeenAtMillis);
        return new Moment(
                wall,
                Collections.max(List.of(age, ageByWall)),
                isOwn,
                isWatched ? Duration.ofNanos(stoodUntil - stoodFrom) : Duration.ZERO,
                leaseIsOver,
                Duration.ofNanos(now - verdictSince),
                Duration.ofNanos(now - keptSince),
                keptWasTried);
    }

    /** Makes this what is known, under the lock: the listener is told of new pairs in the order of their coming. */
    private View publish(View next, long began, Origin origin) {
        GrantRecord record = next.known();
        GrantRecord before = view == null ? null : view.record();
        UserAccessToken pair = record.pair();
        UserAccessToken newPair = pair == null || (before != null && before.holds(pair)) ? null : pair;
        boolean isFound = before == null && origin == Origin.STORE;
        long now = host.nanos();
        if (isFound) {
            ofOldPair();
        } else if (newPair != null) {
            isOwn = origin == Origin.REFRESHED || origin == Origin.SIGNED_IN;
            pairSince = now;
            pairSeenAtMillis = host.now().toEpochMilli();
        }
        if (record.refusal() != null && (before == null || !record.refusal().equals(before.refusal()))) {
            verdictSince = now;
        }
        if (!record.kept().isEmpty() && (before == null || !record.kept().equals(before.kept()))) {
            keptSince = now;
        }
        confirmedAt = began;
        watch();
        view = next;
        if (newPair != null && !isFound) {
            events.accept(new TokenEvent.Changed(row.key(), newPair, origin));
        }
        return next;
    }
}
