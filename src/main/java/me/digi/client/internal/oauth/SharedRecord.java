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
 * This client's view of one stored record, with the compare-and-set loop that changes it. Changes that the store
 * rejects are kept, and applied to the stored record later. Safe for use by many threads: the view is read without
 * locking, and no lock is held during store access.
 */
public abstract class SharedRecord<R extends SharedRecord.Content<R>> {
    /** More conflicts than this mean that the store accepts nothing. */
    private static final int MAX_CONFLICTS = 1000;
    /** First versions are random, so two rows rarely have versions this close. */
    private static final int MAX_VERSION_DIFFERENCE = 1 << 20;

    private final TokenStore store;
    private final GrantKey key;
    private final Host host;
    private final SingleFlight<GrantKey, View<R>> loading = new SingleFlight<>();
    /** Guards writes to the fields below and to those that {@link #changed} sets. */
    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable View<R> view;
    private volatile long confirmedAt;
    private volatile boolean isWatched;
    /** When the first load that showed the current version ended, and the last one began. */
    private volatile long unchangedFrom;

    private volatile long unchangedUntil;

    /** The content of a record. */
    public interface Content<R> {
        String toJson();

        /** The columns for {@code TokenStore.list}. */
        GrantSummary summary();

        /** Whether the stored record matches this one, as it should under the same version. */
        boolean isKnownAs(R stored);

        /** Merges this record into an older one from a backup; returns that one if this is not newer. */
        R restoredOver(R stored);
    }

    /**
     * The current view.
     *
     * @param record the stored record with unsaved changes applied; null if there is no row, or a damaged one
     * @param version of the row that the record is based on, or 0
     * @param unsaved changes that could not be saved, in order
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

        /** Returns the record, or throws if there is none. */
        public R known() {
            if (record == null) {
                throw failure == null ? new IllegalStateException("a view without a record") : failure;
            }
            return record;
        }

        public boolean isUnsaved() {
            return !unsaved.isEmpty();
        }

        /** Applies unsaved changes; returns this view if they change nothing. */
        View<R> with(List<UnaryOperator<@Nullable R>> changes, @Nullable DigiMeException why) {
            R next = record;
            for (UnaryOperator<@Nullable R> change : changes) {
                next = change.apply(next);
            }
            return next == null || next.equals(record) ? this : new View<>(next, version, changes, why);
        }
    }

    protected SharedRecord(TokenStore store, GrantKey key, Host host) {
        this.store = store;
        this.key = key;
        this.host = host;
    }

    /**
     * Parses a stored record.
     *
     * @throws JsonException if it is damaged; the message quotes nothing
     */
    protected abstract R read(String content);

    /** The exception for a missing row, given the record in memory, if any. */
    protected abstract DigiMeException missing(@Nullable R unsaved);

    /** The exception for a record that is only in memory. */
    protected abstract TokenStoreException unsaved(R next, @Nullable View<R> known, TokenStoreException cause);

    /** Called under the lock after each change; {@code next} is null after the row was removed. */
    protected abstract void changed(@Nullable View<R> known, @Nullable View<R> next, Origin origin);

    /** Called when the store failed and the view is used instead. */
    protected abstract void failed(TokenStoreException failure);

    /** The view without store access, or null. */
    public final @Nullable View<R> view() {
        return view;
    }

    /** The view, loaded if missing. */
    public final View<R> known() {
        View<R> known = view;
        return known != null ? known : load();
    }

    /**
     * The view if confirmed recently, else loaded, once for concurrent callers. If the store fails, returns the view;
     * the next caller retries.
     */
    public final View<R> confirmed(Duration recently, Duration timeout, String operation) {
        View<R> known = view;
        if (known != null && host.nanos() - confirmedAt < recently.toNanos()) {
            return known;
        }
        View<R> loaded = known;
        try {
            loaded = loading.get(key, () -> load(), host, timeout, operation);
            loaded.known();
        } catch (TokenStoreException e) {
            if (known == null) {
                throw e;
            }
            failed(e);
            loaded = known;
        }
        // The view may have changed during the load.
        View<R> newest = view;
        return newest != null ? newest : loaded;
    }

    /** How long this client has observed the row unchanged. */
    public final Duration unchangedFor() {
        return isWatched ? Duration.ofNanos(unchangedUntil - unchangedFrom) : Duration.ZERO;
    }

    /** Loads the row and applies unsaved changes. The record is null if the row is missing or damaged. */
    public final View<R> load() {
        for (int conflicts = 0; conflicts < MAX_CONFLICTS; conflicts++) {
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
     * Updates the view from the store, under the lock.
     *
     * @param saved how many of the unsaved changes are stored
     * @return the new view; null if the view changed since the load or write began
     */
    private @Nullable View<R> take(View<R> stored, int saved, long began, @Nullable View<R> before, Origin origin) {
        View<R> known = view;
        if (versionOf(known) != versionOf(before)) {
            return null;
        }
        boolean isSameVersion = known != null && known.version() == stored.version();
        // A store restored from a backup can repeat versions.
        if (known != null
                && isSameVersion
                && (known.isUnsaved()
                        || (stored.record() != null && known.known().isKnownAs(stored.known())))) {
            confirmedAt = began;
            unchangedUntil = began;
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
        // The row is missing: removed, or never created.
        forget();
        return View.missing(0, missing(known != null && known.isUnsaved() ? known.record() : null));
    }

    private static long versionOf(@Nullable View<?> view) {
        return view == null ? -1 : view.version();
    }

    /** Applies what is only in memory, or everything if the store was restored from a backup. */
    private View<R> merged(View<R> known, View<R> stored, int saved) {
        long versions = known.version() - stored.version();
        // A larger difference means that the row was removed and created again.
        if (stored.record() != null && versions >= 0 && versions < MAX_VERSION_DIFFERENCE) {
            R mine = known.known();
            View<R> restored = stored.with(
                    List.of(record -> record == null ? null : mine.restoredOver(record)),
                    new TokenStoreException(Operation.LOAD, key, "the store has an older record", null));
            if (restored.isUnsaved()) {
                return restored;
            }
        }
        List<UnaryOperator<@Nullable R>> unsaved = known.unsaved();
        return stored.with(unsaved.subList(Math.min(saved, unsaved.size()), unsaved.size()), known.failure());
    }

    /** Changes the record if the condition holds, retrying on conflicts; returns the resulting view. */
    public final View<R> update(Predicate<R> condition, UnaryOperator<R> change) {
        return update(known(), only(condition, change), Origin.STORE);
    }

    /** For a pair from the application. Without a record, creates one; replaces a damaged row. */
    public final View<R> updateFromApplication(UnaryOperator<@Nullable R> change) {
        return update(load(), change, Origin.APPLICATION);
    }

    /** Saves what is only in memory; creates the row if it is missing. */
    public final void save() {
        View<R> known = view;
        if (known != null) {
            update(known, null, Origin.STORE);
        }
    }

    private UnaryOperator<@Nullable R> only(Predicate<R> condition, UnaryOperator<R> change) {
        return known -> known != null && condition.test(known) ? change.apply(known) : known;
    }

    /** Writes the changed record or, if {@code change} is null, the unsaved changes. */
    private View<R> update(View<R> start, @Nullable UnaryOperator<@Nullable R> change, Origin origin) {
        View<R> seen = start;
        for (int conflicts = 0; conflicts < MAX_CONFLICTS; conflicts++) {
            R next = change == null ? seen.record() : change.apply(seen.record());
            boolean mustWrite = change == null ? seen.isUnsaved() : next != null && !next.equals(seen.record());
            if (next == null || !mustWrite) {
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
                // Changes kept in memory during the write are not part of it.
                int saved = seen.unsaved().size();
                View<R> shown = locked(() -> take(written, saved, began, before, origin));
                if (change == null && version == 0 && shown == null && view == null) {
                    // The row was deleted meanwhile, by someone who has not seen this version.
                    store.delete(key);
                }
                return written;
            }
            seen = load();
        }
        throw tooManyConflicts();
    }

    private TokenStoreException tooManyConflicts() {
        String detail = MAX_CONFLICTS + " consecutive write conflicts";
        return new TokenStoreException(Operation.WRITE, key, detail, null);
    }

    /**
     * Like {@link #update}, for what must not be lost: if the store fails, the change is kept in memory and saving is
     * retried.
     */
    public final View<R> updateOrKeep(Predicate<R> condition, UnaryOperator<R> change) {
        return updateOrKeep(only(condition, change), Origin.REFRESHED);
    }

    /** Like {@link #update}, whatever is stored. The change must be idempotent. */
    public final View<R> updateOrKeep(UnaryOperator<@Nullable R> change, Origin origin) {
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

    /** Deletes the row and clears the view. */
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
        unchangedFrom = host.nanos();
        unchangedUntil = unchangedFrom;
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
