package me.digi.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.io.OneLine;
import org.jspecify.annotations.Nullable;

/** Maps the failure of a call to this library's exceptions. */
final class Failures {
    private Failures() {}

    /**
     * Maps any failure.
     *
     * @throws Error if the virtual machine cannot continue, such as an {@link OutOfMemoryError}, which must not be
     *     hidden in an exception
     */
    static RuntimeException map(@Nullable Throwable thrown, CallContext context) {
        if (thrown instanceof UncheckedFailureException
                && thrown.getCause() instanceof VirtualMachineError error
                && !(error instanceof StackOverflowError)) {
            throw error;
        }
        return thrown instanceof IOException failure
                ? map(failure, context)
                : new IllegalStateException(context.operation() + " failed unexpectedly", thrown);
    }

    private static RuntimeException map(IOException thrown, CallContext context) {
        IOException failure = masked(thrown, context);
        if (failure instanceof PassedFailureException passed && passed.getCause() instanceof RuntimeException cause) {
            return cause;
        }
        if (failure instanceof MalformedResponseException malformed) {
            return new UnexpectedResponseException(
                    context.operation(),
                    context.status(),
                    malformed.where(),
                    String.valueOf(malformed.getMessage()),
                    malformed);
        }
        if (failure instanceof ContentFailedException) {
            return NetworkException.contentFailed(context.operation(), failure.getCause());
        }
        if (failure instanceof ProtocolException && !OkHttpQuirks.isTruncation(failure)) {
            return new UnexpectedResponseException(
                    context.operation(), context.status(), "HTTP", "not a valid HTTP response", failure);
        }
        return switch (kind(failure, context)) {
            case NOT_SENT -> NetworkException.notSent(context.operation(), failure);
            case NO_RESPONSE -> NetworkException.noResponse(context.operation(), failure);
            case TIMED_OUT -> NetworkException.timedOut(context.operation(), context.mayHaveArrived(), failure);
            case INTERRUPTED -> NetworkException.interrupted(context.operation(), context.mayHaveArrived(), failure);
        };
    }

    /** Replaces a failure whose message quotes a secret or a line break of the server. */
    static IOException masked(IOException failure, CallContext context) {
        String message = failure.getMessage();
        boolean mayQuote = failure instanceof ProtocolException || failure instanceof MalformedResponseException;
        String shown = message == null ? null : OneLine.of(String.valueOf(context.scrub(message)));
        if (!mayQuote || Objects.equals(message, shown)) {
            return failure;
        }
        IOException masked = new ProtocolException(shown);
        masked.setStackTrace(failure.getStackTrace());
        return masked;
    }

    static Kind kind(Throwable failure, CallContext context) {
        Kind reason = context.endedBy();
        if (reason != null) {
            return reason;
        }
        if (failure instanceof ContentFailedException) {
            return Kind.NOT_SENT;
        }
        if (failure instanceof InterruptedIOException) {
            if (failure.getCause() instanceof RejectedExecutionException) {
                return Kind.NOT_SENT;
            }
            return OkHttpQuirks.isInterruption(failure) ? Kind.INTERRUPTED : Kind.TIMED_OUT;
        }
        return context.mayHaveArrived() ? Kind.NO_RESPONSE : Kind.NOT_SENT;
    }
}
