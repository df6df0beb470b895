package me.digi.client.sandbox.internal.state;

import java.util.List;
import java.util.function.Predicate;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.SyncScript;

/**
 * What a session reads.
 *
 * @param fetch whether data is fetched from the sources; otherwise the existing files are listed at once
 * @param scope selects files
 * @param words describes the scope to a person; empty for everything
 */
public record SessionPlan(boolean fetch, Predicate<SandboxFile> scope, List<String> words) {
    public static final SessionPlan ALL = new SessionPlan(true, file -> true, List.of());

    SyncScript script(Library library) {
        return fetch ? library.script() : SyncScript.atOnce();
    }
}
