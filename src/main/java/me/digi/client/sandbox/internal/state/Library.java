package me.digi.client.sandbox.internal.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.SyncScript;
import org.jspecify.annotations.Nullable;

/** What a person has: accounts, and files that were fetched from them or pushed. */
public final class Library {
    private final List<Map<String, Object>> accounts;
    private final Map<String, SandboxFile> files = new LinkedHashMap<>();
    private final Set<String> unauthorized = new HashSet<>();
    private SyncScript script = SyncScript.standard();

    Library(List<Map<String, Object>> accounts) {
        this.accounts = new ArrayList<>(accounts);
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
    }

    public void removeAccount(String id) {
        accounts.removeIf(account -> id.equals(account.get("id")));
        unauthorized.remove(id);
    }

    /** Whether digi.me may fetch the account's data; it may not after the person has revoked that. */
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
    }

    public void put(SandboxFile file) {
        files.put(file.name(), file);
    }

    public void clearFiles() {
        files.clear();
    }

    public List<SandboxFile> files() {
        return List.copyOf(files.values());
    }

    /** The files that a contract of that kind gets to see. */
    public List<SandboxFile> filesFor(ContractKind kind) {
        return files.values().stream()
                .filter(file -> file.isRaw() == (kind == ContractKind.READ_RAW))
                .toList();
    }

    /** How sessions go that are opened from now on. */
    public SyncScript script() {
        return script;
    }

    public void script(SyncScript newScript) {
        script = newScript;
    }
}
