package me.digi.client.internal.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.digi.client.read.AccountSync;
import me.digi.client.read.FailedFile;
import me.digi.client.read.FileEntry;
import me.digi.client.read.FileList;
import me.digi.client.read.ReadAllSummary;
import me.digi.client.read.ReadFile;
import me.digi.client.read.ReadProgress;
import me.digi.client.read.SyncState;
import org.jspecify.annotations.Nullable;

/** Tracks every listed file and the latest list. Safe for use by many threads. */
final class FileTable {
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private @Nullable FileList newest;
    private int done;
    private int failed;

    /** Adds a list; returns the names of files that must now be read. */
    synchronized List<String> listed(FileList list) {
        newest = list;
        List<String> toRead = new ArrayList<>();
        for (FileEntry entry : list.files()) {
            Row row = rows.computeIfAbsent(entry.name(), name -> new Row());
            if (row.entry != null && !isNewer(entry, row.entry)) {
                continue;
            }
            row.entry = entry;
            if (!row.claimed) {
                row.claimed = true;
                toRead.add(entry.name());
            }
            set(row, null);
        }
        return toRead;
    }

    /** Without times, any difference is a change. */
    private static boolean isNewer(FileEntry entry, FileEntry known) {
        Instant updatedAt = entry.updatedAt();
        Instant knownSince = known.updatedAt();
        if (updatedAt == null || knownSince == null) {
            return !entry.equals(known);
        }
        return updatedAt.isAfter(knownSince);
    }

    /** The latest entry. */
    synchronized FileEntry entry(String name) {
        return Objects.requireNonNull(row(name).entry);
    }

    /** Records the outcome; returns false if the file has changed since and must be read again. */
    synchronized boolean finished(String name, FileEntry read, FileOutcome outcome) {
        Row row = row(name);
        boolean isNewest = Objects.requireNonNull(row.entry).equals(read);
        if (!isNewest && !(outcome instanceof FileOutcome.Stopped)) {
            return false;
        }
        set(row, outcome);
        row.claimed = false;
        return true;
    }

    /** Counts as it goes along, since progress is asked for with each file. */
    private void set(Row row, @Nullable FileOutcome outcome) {
        count(row, -1);
        row.outcome = outcome;
        row.wasRead |= outcome instanceof FileOutcome.Done;
        count(row, 1);
    }

    private void count(Row row, int change) {
        if (row.outcome instanceof FileOutcome.Failed) {
            failed += change;
        } else if (row.wasRead) {
            done += change;
        }
    }

    synchronized ReadProgress progress(long bytes, ReadAllSummary.End end) {
        return new ReadProgress(rows.size(), done, failed, bytes, state(), accounts(), end);
    }

    synchronized ReadAllSummary summary(ReadAllSummary.End end) {
        List<ReadFile> files = new ArrayList<>();
        List<FailedFile> failures = new ArrayList<>();
        List<FileEntry> unread = new ArrayList<>();
        for (Row row : rows.values()) {
            FileOutcome outcome = row.outcome;
            if (outcome instanceof FileOutcome.Done done) {
                files.add(done.file());
            } else if (outcome instanceof FileOutcome.Failed failed) {
                failures.add(failed.file());
            } else {
                unread.add(Objects.requireNonNull(row.entry));
            }
        }
        return new ReadAllSummary(end, state(), accounts(), files, failures, unread);
    }

    private @Nullable SyncState state() {
        return newest == null ? null : newest.state();
    }

    private Map<String, AccountSync> accounts() {
        return newest == null ? Map.of() : newest.accounts();
    }

    private Row row(String name) {
        return Objects.requireNonNull(rows.get(name));
    }

    /** A file: its latest entry, whether it is being read, whether it was ever read, and the latest outcome. */
    private static final class Row {
        private @Nullable FileEntry entry;
        private boolean claimed;
        private boolean wasRead;
        private @Nullable FileOutcome outcome;
    }
}
