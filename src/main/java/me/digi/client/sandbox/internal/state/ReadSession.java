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

/** A session in which a contract reads what a user has: it goes one step of its script further with each look. */
public final class ReadSession {
    private final String key;
    private final User user;
    private final Contract contract;
    private final Instant expiresAt;
    private final SyncScript script;
    private final Predicate<SandboxFile> scope;
    private final Map<String, Listed> files = new LinkedHashMap<>();
    private final Map<String, AccountProgress> accounts = new LinkedHashMap<>();
    private String state = "pending";
    private int looks;

    ReadSession(String key, User user, Contract contract, Instant expiresAt, SessionPlan plan) {
        this.key = key;
        this.user = user;
        this.contract = contract;
        this.expiresAt = expiresAt;
        this.script = plan.script(user.library());
        this.scope = plan.scope();
    }

    public String key() {
        return key;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public boolean isOf(User whose, Contract whom) {
        return user == whose && contract.equals(whom);
    }

    /** The file list is requested. */
    public void look(Instant now) {
        List<SyncStep> steps = script.steps();
        SyncStep step = steps.get(Math.min(looks, steps.size() - 1));
        boolean again = looks++ >= steps.size();
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

    /** How far each account is. */
    public Map<String, AccountProgress> progress() {
        Map<String, AccountProgress> progress = new LinkedHashMap<>();
        AccountProgress unlessSaidOtherwise =
                state.equals("running") ? AccountProgress.running() : AccountProgress.completed();
        for (String id : user.library().accountIds()) {
            progress.put(
                    id,
                    user.library().isAuthorized(id)
                            ? unlessSaidOtherwise
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

    /** A file that is there already is new only if it is another one, or said to be. */
    private void list(SandboxFile file, boolean anyway, Instant now) {
        Listed before = files.get(file.name());
        if (before == null || anyway || before.file != file) {
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

        /** In milliseconds since the epoch; later with each new version, whatever the clock says. */
        public long updated() {
            return updated;
        }

        /** Whether it can be had yet; asking brings that nearer. */
        public boolean isReady() {
            return missing-- <= 0;
        }
    }
}
