package me.digi.client.internal.api;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import me.digi.client.error.DigiMeException;
import me.digi.client.keepalive.KeepAliveSummary;
import me.digi.client.keepalive.KeepAliveSummary.End;
import org.jspecify.annotations.Nullable;

/** Why a keep-alive sweep starts no more refreshes. The first reason counts. Safe for use by many threads. */
final class SweepStop {
    private final CompletableFuture<Reason> reason = new CompletableFuture<>();

    private record Reason(End end, @Nullable DigiMeException failure) {}

    void stop(End end, @Nullable DigiMeException failure) {
        reason.complete(new Reason(end, failure));
    }

    /** Makes {@code await()} throw an unexpected failure. */
    void fail(Throwable failure) {
        reason.completeExceptionally(failure);
    }

    boolean isStopped() {
        return reason.isDone();
    }

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
