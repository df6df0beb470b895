package me.digi.client.internal.oauth;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.io.Host;
import me.digi.client.internal.io.JsonException;
import me.digi.client.store.GrantKey;
import me.digi.client.store.GrantSummary;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;
import me.digi.client.store.TokenStoreException;
import me.digi.client.store.TokenStoreException.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What this client knows of one record, and the one loop by which it changes the stored one. A change that the store could
 * not take stays here, and is made to whatever is stored when it can. Safe for use by many threads: the view is read
 * without a lock, and no lock is held while the store is waited for.
 */
public abstract class SharedRecord<R extends SharedRecord.Content<R>> {
    /** How often a write gives way to another one; more than that is a store that takes nothing. */
    private static final int MOST_CONFLICTS = 1000;
    /** The first version of a row is random, so versions of two rows are hardly ever this close. */
    private static final int LONGEST_SERIES = 1 << 20;

    private final TokenStore store;
    private final GrantKey key;
    private final Host host;
    private final SharedWork<View<R>> loading = new SharedWork<>();
    /** Guards the changing of what follows, and of what {@link #changed} changes. */
    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable View<R> view;
    private volatile long confirmedAt;
    private volatile boolean isWatched;
    /** When the first load ended, and the last one began, that showed the present version. */
    private volatile long stoodFrom;

    private volatile long stoodUntil;

    /** What is stored. */
    public interface Content<R> {
        /** The record as a store keeps it. */
        String toJson();

        /** What a store shows of it in lists. */
        GrantSummary summary();

        /** Whether the stored record is the one that this client has known under that version. */
        boolean isKnownAs(R stored);

        /** What ought to be stored over a record from a backup; that record itself if this one is not newer. */
        R over(R stored);
    }

    /**
     * What this client knows.
     *
     * @param record what is stored, with the unsaved changes made to it; null if there is no row, or a damaged one
     * @param version the version of the row that the record is based on, or 0
     * @param unsaved the changes that could not be saved, in their order
     * @param failure why they could not be saved, or why there is no record
     */
    public record View<R>(
            @Nullable R record,
            long version,
            List<UnaryOperator<@Nullable R>> unsaved,
            @Nullable DigiMeException failure) {
        static <R> View<R> stored(R record, long version) {
            return new View<>(record, version, List.of(), null);
        }

        static <R> View<R> missing(long version, DigiMeException why) {
            return new View<>(null, version, List.of(), why);
        }

        /** The record, which must be there. */
        public R known() {
            if (record == null) {
                throw failure == null ? new IllegalStateException("a view without a record") : failure;
            }
            return record;
        }

        /** Whether something is only in memory. */
        public boolean isUnsaved() {
            return !unsaved.isEmpty();
        }

        /** With changes that are not saved; the same if they change nothing. */
        View<R> with(List<UnaryOperator<@Nullable R>> changes, @Nullable DigiMeException why) {
            R next = record;
            for (UnaryOperator<@Nullable R> change : changes) {
                next = change.apply(next);
            }
            return next == null || next.equals(record) ? this : new View<>(next, version, changes, why);
        }
    }

    /** Knows nothing yet of the record with that key in that store. */
    protected SharedRecord(TokenStore store, GrantKey key, Host host) {
        this.store = store;
        this.key = key;
        this.host = host;
    }

    /**
     * The record that a store has kept.
     *
     * @throws JsonException if it is damaged; the message quotes nothing
     */
    protected abstract R read(String content);

    /** There is no row, though a part of that record may only have been in memory. */
    protected abstract DigiMeException missing(@Nullable R unsaved);

    /** Why it matters that a record is only in memory. */
    protected abstract TokenStoreException unsaved(R next, @Nullable View<R> known, TokenStoreException cause);

    /** Takes in what is known next, under the lock; null after the row was removed. */
    protected abstract void changed(@Nullable View<R> known, @Nullable View<R> next, Origin origin);

    /** The store failed, and what is known is used. */
    protected abstract void failed(TokenStoreException failure);

    /** What is known without asking, or null if nothing is. */
    public final @Nullable View<R> view() {
        return view;
    }

    /** What is known, or loaded if nothing is. */
    public final View<R> known() {
        View<R> known = view;
        return known != null ? known : load();
    }

    /**
     * What was confirmed so recently: else one load for all who ask meanwhile. If the store fails, what is known is used all
     * the same, and the next caller looks again.
     */
    public final View<R> confirmed(Duration recently, Duration patience, String operation) {
        View<R> known = view;
        if (known != null && host.nanos() - confirmedAt < recently.toNanos()) {
            return known;
        }
        View<R> loaded = known;
        try {
            loaded = loading.get(() -> load(), host, patience, operation);
            loaded.known();
        } catch (TokenStoreException e) {
            if (known == null) {
                throw e;
            }
            failed(e);
            loaded = known;
        }
        // What has come while the store was waited for: the times that decide are about it.
        View<R> newest = view;
        return newest != null ? newest : loaded;
    }

    /** How long this client has watched the row stand unchanged. */
    public final Duration stood() {
        return isWatched ? Duration.ofNanos(stoodUntil - stoodFrom) : Duration.ZERO;
    }

    /** What is stored, and what this client has to add to it; without a record if there is no row or a damaged one. */
    public final View<R> load() {
        for (int conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
            View<R> before = view;
            long began = host.nanos();
            StoredGrant row;
            try {
                row = store.load(key);
            } catch (TokenStoreException e) {
                isWatched = false;
                throw e;
            }
            View<R> stored = read(row);
            View<R> shown = locked(() -> take(stored, 0, began, before, Origin.STORE));
            if (shown != null) {
                return shown;
            }
        }
        throw tooManyConflicts();
    }

    private View<R> read(@Nullable StoredGrant row) {
        if (row == null) {
            return View.missing(0, missing((R) null));
        }
        try {
            return View.stored(read(row.content()), row.version());
        } catch (JsonException e) {
            String detail = "the record is damaged: " + e.getMessage();
            return View.missing(row.version(), TokenStoreException.unreadable(key, detail, e));
        }
    }

    /**
     * Takes in what is stored, under the lock.
     *
     * @param saved how many of the unsaved changes it has
     * @return what is known then; null if that has changed since the load or write began
     */
    private @Nullable View<R> take(View<R> stored, int saved, long began, @Nullable View<R> before, Origin origin) {
        View<R> known = view;
        if (versionOf(known) != versionOf(before)) {
            return null;
        }
        boolean isSameVersion = known != null && known.version() == stored.version();
        // A version may come twice, where a store has gone back to a backup.
        if (known != null
                && isSameVersion
                && (known.isUnsaved()
                        || (stored.record() != null && known.known().isKnownAs(stored.known())))) {
            confirmedAt = began;
            stoodUntil = began;
            if (!isWatched) {
                watch();
            }
            return known;
        }
        View<R> shown = known == null ? stored : merged(known, stored, saved);
        if (shown.record() != null) {
            return publish(shown, began, origin);
        }
        isWatched = false;
        if (shown.failure() instanceof TokenStoreException) {
            return shown;
        }
        // There is no row: it was removed, unless there never was one.
        forget();
        return View.missing(0, missing(known != null && known.isUnsaved() ? known.record() : null));
    }

    private static long versionOf(@Nullable View<?> view) {
        return view == null ? -1 : view.version();
    }

    /** What this client has to add: what is only in memory, or all if the store has gone back, as after a restored backup. */
    private View<R> merged(View<R> known, View<R> stored, int saved) {
        long versions = known.version() - stored.version();
        // Far from it, the row was removed and made anew.
        if (stored.record() != null && versions >= 0 && versions < LONGEST_SERIES) {
            R mine = known.known();
            View<R> restored = stored.with(
                    List.of(record -> record == null ? null : mine.over(record)),
                    new TokenStoreException(Operation.LOAD, key, "the store has an older record", null));
            if (restored.isUnsaved()) {
                return restored;
            }
        }
        List<UnaryOperator<@Nullable R>> unsaved = known.unsaved();
        return stored.with(unsaved.subList(Math.min(saved, unsaved.size()), unsaved.size()), known.failure());
    }

    /** Changes the record if it is like that, however often another client is quicker; returns what is known then. */
    public final View<R> update(Predicate<R> isToChange, UnaryOperator<R> change) {
        return update(known(), only(isToChange, change), Origin.STORE);
    }

    /** The same for what is handed over: a change of no record gives the first one, and heals a damaged row. */
    public final View<R> handOver(UnaryOperator<@Nullable R> change) {
        return update(load(), change, Origin.APPLICATION);
    }

    /** Brings what is only in memory into the store; what makes a record of none does so where there is no row any more. */
    public final void save() {
        View<R> known = view;
        if (known != null) {
            update(known, null, Origin.STORE);
        }
    }

    private UnaryOperator<@Nullable R> only(Predicate<R> isToChange, UnaryOperator<R> change) {
        return known -> known != null && isToChange.test(known) ? change.apply(known) : known;
    }

    /** Writes the changed record, or what is unsaved of the present one if there is no change. */
    private View<R> update(View<R> start, @Nullable UnaryOperator<@Nullable R> change, Origin origin) {
        View<R> seen = start;
        for (int conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
            R next = change == null ? seen.record() : change.apply(seen.record());
            boolean isToWrite = change == null ? seen.isUnsaved() : next != null && !next.equals(seen.record());
            if (next == null || !isToWrite) {
                return seen;
            }
            View<R> before = view;
            long began = host.nanos();
            String content = next.toJson();
            long version = seen.version();
            GrantSummary summary = next.summary();
            StoredGrant row =
                    version == 0 ? StoredGrant.first(content, summary) : new StoredGrant(version + 1, content, summary);
            if (store.compareAndSet(key, version, row)) {
                View<R> written = View.stored(next, row.version());
                // What came to be only in memory while the write was under way is not covered by it.
                int saved = seen.unsaved().size();
                View<R> shown = locked(() -> take(written, saved, began, before, origin));
                if (change == null && version == 0 && shown == null && view == null) {
                    // Whoever has deleted it meanwhile has not seen this row.
                    store.delete(key);
                }
                return written;
            }
            seen = load();
        }
        throw tooManyConflicts();
    }

    private TokenStoreException tooManyConflicts() {
        String detail = "it was changed by others " + MOST_CONFLICTS + " times in a row";
        return new TokenStoreException(Operation.WRITE, key, detail, null);
    }

    /** The same as an update for what must not be lost: if the store fails, it is kept here, and saving it is retried. */
    public final View<R> land(Predicate<R> isToChange, UnaryOperator<R> change) {
        return land(only(isToChange, change), Origin.REFRESHED);
    }

    /** The same for what counts whatever is stored. The change may be made again to a record that has it already. */
    public final View<R> land(UnaryOperator<@Nullable R> change, Origin origin) {
        try {
            return update(known(), change, origin);
        } catch (TokenStoreException e) {
            failed(e);
            return locked(() -> keep(change, e, origin));
        }
    }

    private View<R> keep(UnaryOperator<@Nullable R> change, TokenStoreException e, Origin origin) {
        View<R> known = view != null ? view : View.missing(0, missing((R) null));
        View<R> next = known.with(List.of(change), known.failure());
        if (Objects.equals(next.record(), known.record())) {
            return known;
        }
        List<UnaryOperator<@Nullable R>> unsaved =
                Stream.concat(known.unsaved().stream(), Stream.of(change)).collect(Collectors.toList());
        return publish(
                new View<>(next.record(), known.version(), unsaved, unsaved(next.known(), known, e)),
                confirmedAt,
                origin);
    }

    /** Removes the row, and knows nothing any more. */
    public final void delete() {
        store.delete(key);
        locked(() -> {
            forget();
            return key;
        });
    }

    private void forget() {
        View<R> known = view;
        view = null;
        isWatched = false;
        changed(known, null, Origin.STORE);
    }

    private View<R> publish(View<R> next, long began, Origin origin) {
        View<R> known = view;
        confirmedAt = began;
        watch();
        view = next;
        changed(known, next, origin);
        return next;
    }

    private void watch() {
        isWatched = true;
        stoodFrom = host.nanos();
        stoodUntil = stoodFrom;
    }

    private <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
