package me.digi.client.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one look at a session's file list shows, and what came about since the look before. Immutable; each method gives
 * a step that differs in that one thing.
 */
public final class SyncStep {
    private final String state;
    private final List<SandboxFile> files;
    private final int libraryFiles;
    private final Map<String, AccountProgress> accounts;

    private SyncStep(String state, List<SandboxFile> files, int libraryFiles, Map<String, AccountProgress> accounts) {
        this.state = state;
        this.files = List.copyOf(files);
        this.libraryFiles = libraryFiles;
        this.accounts = Map.copyOf(accounts);
    }

    /** Nothing has begun: there are neither accounts nor files to be seen. */
    public static SyncStep pending() {
        return state("pending");
    }

    /** It goes on; so do the accounts, unless said otherwise. */
    public static SyncStep running() {
        return state("running");
    }

    /** It ended, and something is missing; the accounts are complete, unless said otherwise. */
    public static SyncStep partial() {
        return state("partial");
    }

    /** It ended; the accounts are complete, unless said otherwise. */
    public static SyncStep completed() {
        return state("completed");
    }

    /** A state that there may be one day. */
    public static SyncStep state(String state) {
        return new SyncStep(state, List.of(), 0, Map.of());
    }

    /** From here on these files are listed; one that is already is new again, with a later date. */
    public SyncStep files(SandboxFile... moreFiles) {
        List<SandboxFile> all = new ArrayList<>(files);
        all.addAll(List.of(moreFiles));
        return new SyncStep(state, all, libraryFiles, accounts);
    }

    /** From here on all files of the library are listed. */
    public SyncStep library() {
        return library(Integer.MAX_VALUE);
    }

    /** From here on the first so many files of the library are listed. */
    public SyncStep library(int atMost) {
        return new SyncStep(state, files, atMost, accounts);
    }

    /** From here on the account is that far. */
    public SyncStep account(String accountId, AccountProgress progress) {
        Map<String, AccountProgress> more = new LinkedHashMap<>(accounts);
        more.put(accountId, progress);
        return new SyncStep(state, files, libraryFiles, more);
    }

    public String state() {
        return state;
    }

    public List<SandboxFile> files() {
        return files;
    }

    /** How many files of the library are listed from here on, at least. */
    public int libraryFiles() {
        return libraryFiles;
    }

    public Map<String, AccountProgress> accounts() {
        return accounts;
    }
}
