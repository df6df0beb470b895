package me.digi.client.sandbox;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import me.digi.client.sandbox.internal.state.Library;
import me.digi.client.sandbox.internal.state.UnknownException;
import me.digi.client.sandbox.internal.state.World;

/**
 * A user's data, to inspect and change. A new user has three accounts with a few files each. Safe for use by many
 * threads.
 */
public final class SandboxLibrary {
    private final World world;
    private final Library library;

    SandboxLibrary(World world, Library library) {
        this.world = world;
        this.library = library;
    }

    /** By default a bank, a hospital and a social network. */
    public List<String> accountIds() {
        return locked(Library::accountIds);
    }

    /** The accounts as JSON objects, as {@code listAccounts} returns them. */
    public List<Map<String, Object>> accounts() {
        return locked(Library::accounts);
    }

    /** Adds an account at a source, with sample data or the user's own, and returns its id. */
    public String addAccount(long sourceId, boolean sample) {
        return locked(library -> {
            Map<String, Object> account = world.account(sourceId, sample);
            library.add(account);
            return (String) account.get("id");
        });
    }

    /** Removes an account. Its files stay. */
    public SandboxLibrary removeAccount(String accountId) {
        return change(library -> {
            checkAccount(library, accountId);
            library.removeAccount(accountId);
        });
    }

    /** Sets whether digi.me may fetch an account's data. If not, the account fails in every session. */
    public SandboxLibrary authorizeAccount(String accountId, boolean authorized) {
        return change(library -> {
            checkAccount(library, accountId);
            library.authorize(accountId, authorized);
        });
    }

    /** Whether digi.me may fetch an account's data: see {@link #authorizeAccount}. */
    public boolean isAuthorized(String accountId) {
        return locked(library -> {
            checkAccount(library, accountId);
            return library.isAuthorized(accountId);
        });
    }

    /** All files, mapped and raw. */
    public List<SandboxFile> files() {
        return locked(Library::files);
    }

    /** Replaces all files. */
    public SandboxLibrary files(SandboxFile... files) {
        return change(library -> {
            library.clearFiles();
            List.of(files).forEach(library::put);
        });
    }

    /**
     * Replaces all files by 40 of the last twelve months, and the script by one that takes a few polls, for
     * demonstrations. The first request for every second file gets 404, as while digi.me is still fetching it.
     */
    public SandboxLibrary yearOfFiles() {
        YearMonth last = YearMonth.from(world.now().atOffset(ZoneOffset.UTC));
        return files(YearOfFiles.until(last)).script(YearOfFiles.SCRIPT);
    }

    /** Adds a file, or replaces the one of that name. */
    public SandboxLibrary add(SandboxFile file) {
        return change(library -> library.put(file));
    }

    /** Removes the file of that name, if there is one. */
    public SandboxLibrary remove(String fileName) {
        return change(library -> library.removeFile(fileName));
    }

    /** The files pushed to the library. */
    public List<PushedFile> pushed() {
        return locked(Library::pushed);
    }

    /** The data pushed to the accounts' providers. */
    public List<ProviderPush> providerPushes() {
        return locked(Library::providerPushes);
    }

    /** The script of sessions started from now on. */
    public SyncScript script() {
        return locked(Library::script);
    }

    /** Sets the script of sessions started from now on. Default: {@link SyncScript#standard()}. */
    public SandboxLibrary script(SyncScript script) {
        return change(library -> library.script(script));
    }

    private static void checkAccount(Library library, String accountId) {
        if (library.account(accountId) == null) {
            throw new UnknownException("account", accountId);
        }
    }

    private SandboxLibrary change(Consumer<Library> work) {
        world.change(() -> work.accept(library));
        return this;
    }

    private <T> T locked(Function<Library, T> work) {
        return world.locked(() -> work.apply(library));
    }
}
