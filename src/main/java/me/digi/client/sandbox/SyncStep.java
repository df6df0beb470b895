package me.digi.client.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One response with a session's file list, and what is new in it. Immutable; each method returns a changed copy. */
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

    /** Not started: no accounts and files. */
    public static SyncStep pending() {
        return state("pending");
    }

    /** In progress, as are accounts by default. */
    public static SyncStep running() {
        return state("running");
    }

    /** Ended with missing data; accounts are complete by default. */
    public static SyncStep partial() {
        return state("partial");
    }

    /** Ended; accounts are complete by default. */
    public static SyncStep completed() {
        return state("completed");
    }

    /** A state unknown to clients. */
    public static SyncStep state(String state) {
        return new SyncStep(state, List.of(), 0, Map.of());
    }

    /** Lists these files from now on; a listed one becomes newer. */
    public SyncStep files(SandboxFile... moreFiles) {
        List<SandboxFile> all = new ArrayList<>(files);
        all.addAll(List.of(moreFiles));
        return new SyncStep(state, all, libraryFiles, accounts);
    }

    /** Lists the whole library from now on. */
    public SyncStep library() {
        return library(Integer.MAX_VALUE);
    }

    /** Lists the first {@code atMost} files of the library from now on. */
    public SyncStep library(int atMost) {
        return new SyncStep(state, files, atMost, accounts);
    }

    /** Sets the progress of an account from now on. */
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

    /** The number of library files listed from now on, at least. */
    public int libraryFiles() {
        return libraryFiles;
    }

    public Map<String, AccountProgress> accounts() {
        return accounts;
    }
}
