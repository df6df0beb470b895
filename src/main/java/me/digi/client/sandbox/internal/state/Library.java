package me.digi.client.sandbox.internal.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.ProviderPush;
import me.digi.client.sandbox.PushedFile;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.SyncScript;
import org.jspecify.annotations.Nullable;

/** A user's data: accounts, and files that were fetched or pushed. */
public final class Library {
    private final Runnable onChange;
    private final List<Map<String, Object>> accounts = new ArrayList<>();
    private final Map<String, SandboxFile> files = new LinkedHashMap<>();
    private final Set<String> unauthorized = new HashSet<>();
    private final List<PushedFile> pushed = new ArrayList<>();
    private final List<ProviderPush> providerPushes = new ArrayList<>();
    private SyncScript script = SyncScript.standard();

    Library(Runnable onChange) {
        this.onChange = onChange;
    }

    public List<Map<String, Object>> accounts() {
        return List.copyOf(accounts);
    }

    public List<String> accountIds() {
        return accounts.stream().map(account -> (String) account.get("id")).toList();
    }

    public @Nullable Map<String, Object> account(String id) {
        return accounts.stream()
                .filter(account -> id.equals(account.get("id")))
                .findFirst()
                .orElse(null);
    }

    public void add(Map<String, Object> account) {
        accounts.add(account);
        onChange.run();
    }

    public void removeAccount(String id) {
        accounts.removeIf(account -> id.equals(account.get("id")));
        unauthorized.remove(id);
        onChange.run();
    }

    /** Whether digi.me may fetch the account's data. */
    public boolean isAuthorized(String accountId) {
        return !unauthorized.contains(accountId);
    }

    public void authorize(String accountId, boolean authorized) {
        Map<String, Object> account = account(accountId);
        if (account == null) {
            return;
        }
        Map<String, Object> changed = new LinkedHashMap<>(account);
        changed.put("accessTokenStatus", Map.of("authorized", authorized));
        accounts.set(accounts.indexOf(account), changed);
        if (authorized) {
            unauthorized.remove(accountId);
        } else {
            unauthorized.add(accountId);
        }
        onChange.run();
    }

    public void put(SandboxFile file) {
        files.put(file.name(), file);
        onChange.run();
    }

    /** Adds a pushed file, also in the form that readers receive. */
    public void push(PushedFile file, SandboxFile asRead) {
        push(file);
        put(asRead);
    }

    /** Restores a pushed file. */
    public void push(PushedFile file) {
        pushed.add(file);
        onChange.run();
    }

    public List<PushedFile> pushed() {
        return List.copyOf(pushed);
    }

    public void push(ProviderPush push) {
        providerPushes.add(push);
        onChange.run();
    }

    public List<ProviderPush> providerPushes() {
        return List.copyOf(providerPushes);
    }

    /** Removes a file, and returns false if there is none of that name. */
    public boolean removeFile(String name) {
        onChange.run();
        return files.remove(name) != null;
    }

    /** Removes all accounts and files. */
    public void clear() {
        accounts.clear();
        unauthorized.clear();
        clearFiles();
    }

    public void clearFiles() {
        files.clear();
        onChange.run();
    }

    public List<SandboxFile> files() {
        return List.copyOf(files.values());
    }

    /** Returns the files that contracts of this kind can read. */
    public List<SandboxFile> filesFor(ContractKind kind) {
        return files.values().stream()
                .filter(file -> file.isRaw() == (kind == ContractKind.READ_RAW))
                .toList();
    }

    /** The script of sessions started from now on. */
    public SyncScript script() {
        return script;
    }

    public void script(SyncScript newScript) {
        script = newScript;
        onChange.run();
    }
}
