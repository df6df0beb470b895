package me.digi.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.error.UnexpectedResponseException;

/** Tells apart the ways in which a call ends without an answer, or with one that nobody promised. */
final class Failures {
    private Failures() {}

    /** What an interceptor of the application threw, which may be anything, or OkHttp. */
    static RuntimeException map(Throwable thrown, CallContext context) {
        return map(
                thrown instanceof IOException failure
                        ? failure
                        : new IOException(
                                "an interceptor threw " + thrown.getClass().getName(), thrown),
                context);
    }

    static RuntimeException map(IOException thrown, CallContext context) {
        IOException failure = masked(thrown, context);
        if (failure instanceof SigningFailedException signing && signing.getCause() instanceof RuntimeException cause) {
            return cause;
        }
        if (failure instanceof MalformedAnswerException malformed) {
            return unexpected(context, malformed.where(), malformed);
        }
        if (failure instanceof AnswerTooLargeException) {
            return unexpected(context, "body", failure);
        }
        if (failure instanceof ProtocolException && !isCut(failure)) {
            return new UnexpectedResponseException(
                    context.operation(), context.status(), "HTTP", "the answer is not HTTP as it should be", failure);
        }
        return switch (kind(failure, context)) {
            case NOT_SENT -> NetworkException.notSent(context.operation(), failure);
            case NO_ANSWER -> NetworkException.noAnswer(context.operation(), failure);
            case TIMED_OUT -> NetworkException.timedOut(context.operation(), context.mayHaveArrived(), failure);
            case INTERRUPTED -> NetworkException.interrupted(context.operation(), context.mayHaveArrived(), failure);
        };
    }

    /** The failure itself, unless it quotes what the server said, and the server a secret of the call. */
    static IOException masked(IOException failure, CallContext context) {
        String message = failure.getMessage();
        boolean mayQuote = failure instanceof ProtocolException || failure instanceof MalformedAnswerException;
        if (!mayQuote || Objects.equals(message, context.scrub(message))) {
            return failure;
        }
        IOException masked = new ProtocolException(context.scrub(message));
        masked.setStackTrace(failure.getStackTrace());
        return masked;
    }

    static Kind kind(IOException failure, CallContext context) {
        if (failure instanceof InterruptedIOException) {
            if (failure.getCause() instanceof RejectedExecutionException) {
                return Kind.NOT_SENT;
            }
            return isInterruption(failure) ? Kind.INTERRUPTED : Kind.TIMED_OUT;
        }
        if (context.isCancelled()) {
            return Kind.INTERRUPTED;
        }
        return context.mayHaveArrived() ? Kind.NO_ANSWER : Kind.NOT_SENT;
    }

    private static UnexpectedResponseException unexpected(CallContext context, String where, IOException failure) {
        return new UnexpectedResponseException(
                context.operation(), context.status(), where, String.valueOf(failure.getMessage()), failure);
    }

    /** How Okio, and this package, report that the thread which makes the call was interrupted, and by no clock. */
    private static boolean isInterruption(IOException failure) {
        return String.valueOf(failure.getMessage()).startsWith("interrupted");
    }

    /** How OkHttp reports that fewer bytes came than the answer's length promised. */
    private static boolean isCut(IOException failure) {
        return String.valueOf(failure.getMessage()).startsWith("unexpected end of stream");
    }
}
