package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import me.digi.client.sandbox.AccountError;
import me.digi.client.sandbox.AccountProgress;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.SyncScript;
import me.digi.client.sandbox.SyncStep;
import org.jspecify.annotations.Nullable;

/**
 * A session in which a contract reads a user's files. Each request for the file list advances the script by one step.
 */
public final class ReadSession {
    private final User user;
    private final Contract contract;
    private final Instant expiresAt;
    private final SyncScript script;
    private final Predicate<SandboxFile> scope;
    private final Map<String, Listed> files = new LinkedHashMap<>();
    private final Map<String, AccountProgress> accounts = new LinkedHashMap<>();
    private String state = "pending";
    private int requests;

    public ReadSession(User user, Contract contract, Instant expiresAt, SessionPlan plan) {
        this.user = user;
        this.contract = contract;
        this.expiresAt = expiresAt;
        this.script = plan.script(user.library());
        this.scope = plan.scope();
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public boolean isOf(User expectedUser, Contract expectedContract) {
        return user == expectedUser && contract.equals(expectedContract);
    }

    /** Handles a request for the file list. */
    public void advance(Instant now) {
        List<SyncStep> steps = script.steps();
        SyncStep step = steps.get(Math.min(requests, steps.size() - 1));
        boolean again = requests++ >= steps.size();
        state = step.state();
        accounts.putAll(step.accounts());
        List<SandboxFile> library =
                user.library().filesFor(contract.kind()).stream().filter(scope).toList();
        library.subList(0, Math.min(step.libraryFiles(), library.size())).forEach(file -> list(file, false, now));
        if (!again) {
            step.files().forEach(file -> list(file, true, now));
        }
        if (state.equals("completed") && progress().values().stream().anyMatch(account -> account.error() != null)) {
            state = "partial";
        }
    }

    public String state() {
        return state;
    }

    /** The progress of each account. */
    public Map<String, AccountProgress> progress() {
        Map<String, AccountProgress> progress = new LinkedHashMap<>();
        AccountProgress defaultProgress =
                state.equals("running") ? AccountProgress.running() : AccountProgress.completed();
        for (String id : user.library().accountIds()) {
            progress.put(
                    id,
                    user.library().isAuthorized(id)
                            ? defaultProgress
                            : AccountProgress.failed(AccountError.reauthorize()));
        }
        progress.putAll(accounts);
        return progress;
    }

    public List<Listed> files() {
        return List.copyOf(files.values());
    }

    public @Nullable Listed file(String name) {
        return files.get(name);
    }

    /** Lists a file. One that is already listed becomes newer if it is another one, or if {@code renewed}. */
    private void list(SandboxFile file, boolean renewed, Instant now) {
        Listed before = files.get(file.name());
        if (before == null || renewed || before.file != file) {
            long after = before == null ? 0 : before.updated + 1;
            files.put(file.name(), new Listed(file, Math.max(now.toEpochMilli(), after)));
        }
    }

    /** A file in the list. */
    public static final class Listed {
        private final SandboxFile file;
        private final long updated;
        private int missing;

        Listed(SandboxFile file, long updated) {
            this.file = file;
            this.updated = updated;
            this.missing = file.missing();
        }

        public SandboxFile file() {
            return file;
        }

        /** In milliseconds since the epoch; increases with each version even if the clock stands still. */
        public long updated() {
            return updated;
        }

        /** Whether the file can be read. Each call counts as a request: see {@link SandboxFile#missingAtFirst}. */
        public boolean isReady() {
            return missing-- <= 0;
        }
    }
}
