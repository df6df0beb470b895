package me.digi.client.sandbox.internal.state;

import java.util.function.Predicate;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.SyncScript;

/**
 * What an application asked for when it asked for a session.
 *
 * @param fetch whether the sources are asked; otherwise what is there already is listed at once
 * @param scope which files are meant
 */
public record SessionPlan(boolean fetch, Predicate<SandboxFile> scope) {
    /** Everything. */
    public static final SessionPlan ALL = new SessionPlan(true, file -> true);

    SyncScript script(Library library) {
        return fetch ? library.script() : SyncScript.atOnce();
    }
}
