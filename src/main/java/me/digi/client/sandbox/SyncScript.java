package me.digi.client.sandbox;

import java.util.List;

/**
 * Scripts a session's file list: one step per request. The last step is repeated.
 *
 * <pre>{@code
 * sandbox.library(user).script(SyncScript.of(
 *         SyncStep.pending(),
 *         SyncStep.running().files(posts),
 *         SyncStep.running().files(posts.content(more), messages),
 *         SyncStep.partial().account(bank, AccountProgress.failed(AccountError.reauthorize()))));
 * }</pre>
 *
 * @param steps at least one
 */
public record SyncScript(List<SyncStep> steps) {
    public SyncScript {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a script must have at least one step");
        }
        steps = List.copyOf(steps);
    }

    public static SyncScript of(SyncStep... steps) {
        return new SyncScript(List.of(steps));
    }

    /** The default: two files while running, then the whole library. */
    public static SyncScript standard() {
        return of(SyncStep.running().library(2), SyncStep.completed().library());
    }

    /** The whole library at once. */
    public static SyncScript atOnce() {
        return of(SyncStep.completed().library());
    }
}
