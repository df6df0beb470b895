package me.digi.client.sandbox.internal.state;

import java.util.List;
import java.util.function.Predicate;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.SyncScript;

/**
 * What an application asked for when it asked for a session.
 *
 * @param fetch whether the sources are asked; otherwise what is there already is listed at once
 * @param scope which files are meant
 * @param words the scope as a person reads it; empty for everything
 */
public record SessionPlan(boolean fetch, Predicate<SandboxFile> scope, List<String> words) {
    /** Everything. */
    public static final SessionPlan ALL = new SessionPlan(true, file -> true, List.of());

    SyncScript script(Library library) {
        return fetch ? library.script() : SyncScript.atOnce();
    }
}
