package me.digi.client.sandbox;

import java.util.List;

/**
 * How the file list of a session changes from one look to the next. The last step stays.
 *
 * <pre>{@code
 * sandbox.library(user).script(SyncScript.of(
 *         SyncStep.pending(),
 *         SyncStep.running().files(posts),
 *         SyncStep.running().files(posts.content(more), messages),
 *         SyncStep.partial().account(bank, AccountProgress.failed(AccountError.reauthorize()))));
 * }</pre>
 *
 * @param steps what each look shows
 */
public record SyncScript(List<SyncStep> steps) {
    public SyncScript {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a script has at least one step");
        }
        steps = List.copyOf(steps);
    }

    public static SyncScript of(SyncStep... steps) {
        return new SyncScript(List.of(steps));
    }

    /** What happens unless said otherwise: two files while it runs, then the whole library. */
    public static SyncScript standard() {
        return of(SyncStep.running().library(2), SyncStep.completed().library());
    }

    /** The whole library at once. */
    public static SyncScript atOnce() {
        return of(SyncStep.completed().library());
    }
}
