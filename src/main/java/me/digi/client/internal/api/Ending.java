package me.digi.client.internal.api;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import me.digi.client.error.DigiMeException;
import me.digi.client.keepalive.KeepAliveSummary;
import me.digi.client.keepalive.KeepAliveSummary.End;
import org.jspecify.annotations.Nullable;

/** Why a sweep starts no more refreshes: the first reason counts. Safe for use by many threads. */
final class Ending {
    private final CompletableFuture<Reason> reason = new CompletableFuture<>();

    private record Reason(End end, @Nullable DigiMeException failure) {}

    /** There is a reason now, unless there was one. */
    void because(End end, @Nullable DigiMeException failure) {
        reason.complete(new Reason(end, failure));
    }

    /** What nobody has foreseen is thrown to whoever waits for the end. */
    void unforeseen(Throwable failure) {
        reason.completeExceptionally(failure);
    }

    boolean hasCome() {
        return reason.isDone();
    }

    /** Completes the result with the summary, or with what nobody has foreseen. */
    void complete(
            CompletableFuture<KeepAliveSummary> result,
            BiFunction<End, @Nullable DigiMeException, KeepAliveSummary> summary) {
        CompletableFuture<?> unused = reason.whenComplete((known, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure);
            } else {
                result.complete(summary.apply(known.end(), known.failure()));
            }
        });
    }
}
