package me.digi.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.internal.io.Deadline;
import okhttp3.Interceptor;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The state of one call below Retrofit: operation, deadline, signer, progress, and the tasks of the waiting thread.
 * Used by the thread that waits and the thread that sends.
 */
public final class CallContext {
    final Deadline deadline;
    final @Nullable Supplier<String> signer;
    final CallerTasks tasks = new CallerTasks();
    private final Operation operation;
    private final List<String> secrets;
    private final @Nullable CallHooks hooks;
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.WAITING);
    private final AtomicReference<@Nullable Kind> endedBy = new AtomicReference<>();
    private volatile int attempt;
    private volatile int status;
    private volatile boolean awaited;
    private volatile boolean replayed;
    private volatile boolean arrived;
    private volatile @Nullable Throwable hookFailure;

    /**
     * The state of a new call.
     *
     * @param deadline for everything but the content of a file
     * @param signer creates a new JWT each time; null for a request for the server's keys, without credentials
     * @param secrets are masked in errors that the server may echo them in
     * @param hooks of a token request, whose response must not be lost; null for others
     */
    public CallContext(
            Operation operation,
            Deadline deadline,
            @Nullable Supplier<String> signer,
            List<String> secrets,
            @Nullable CallHooks hooks) {
        this.operation = operation;
        this.deadline = deadline;
        this.signer = signer;
        this.secrets = new CopyOnWriteArrayList<>(secrets);
        this.hooks = hooks;
    }

    /** Found on the original request: an application's interceptor may have built a new one without tags. */
    static CallContext of(Interceptor.Chain chain) {
        return Objects.requireNonNull(of(chain.call().request()), "not a request of a generated interface");
    }

    /** Null for a request that is not this library's. */
    static @Nullable CallContext of(Request request) {
        return request.tag(CallContext.class);
    }

    /** The operation's name in errors and logs. */
    public String operation() {
        return operation.id();
    }

    String pathTemplate() {
        return operation.pathTemplate();
    }

    Repeatability repeatability() {
        return operation.repeatability();
    }

    /** Whether it is a token request. */
    boolean hasHooks() {
        return hooks != null;
    }

    /** Whether a refresh may depend on it: a token request, or a request for the server's keys. */
    boolean isForTokens() {
        return hooks != null || signer == null;
    }

    /** Whether it is repeated after a response that leaves its effect in doubt. */
    boolean isReplayed() {
        return replayed;
    }

    void beforeSending() throws IOException {
        run(known -> {
            throwHookFailure();
            known.beforeSending();
        });
    }

    void beforeReplay() throws IOException {
        replayed = hooks != null;
        run(known -> known.beforeReplay());
    }

    void arrived(String token) throws IOException {
        run(known -> {
            arrived = true;
            known.arrived(token);
        });
    }

    /** Runs a hook on the waiting thread. Its failure is recorded, since interceptors of the application may hide it. */
    private void run(Consumer<CallHooks> step) throws IOException {
        if (hooks != null) {
            tasks.run(() -> {
                try {
                    step.accept(hooks);
                } catch (RuntimeException | Error e) {
                    hookFailure = e;
                    throw e;
                }
            });
        }
    }

    /** Whether the response was passed to the hooks. */
    public boolean hasArrived() {
        return arrived;
    }

    /** Throws the hooks' failure, if any. */
    public void throwHookFailure() {
        Throwable failure = hookFailure;
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Whether the server may have acted on the request. */
    boolean mayHaveArrived() {
        return replayed || wasSent();
    }

    /** Whether the last attempt was sent. */
    boolean wasSent() {
        Progress reached = progress.get();
        return reached == Progress.SENT || reached == Progress.SENT_LAST;
    }

    /** Counted from 1. */
    int attempt() {
        return attempt;
    }

    /** Whether the request was sent and no response has begun to arrive. */
    boolean isWaitingForResponse() {
        return awaited;
    }

    /** 0 before the first response. */
    public int status() {
        return status;
    }

    void startAttempt(int number) {
        attempt = number;
    }

    /**
     * Marks the request as sent.
     *
     * @throws IOException if its caller gave up, or this attempt was already sent and the server may have acted on
     *     it
     */
    void markSent() throws IOException {
        if (progress.compareAndSet(Progress.WAITING, Progress.SENT)) {
            awaited = true;
            return;
        }
        if (progress.get() == Progress.ABANDONED) {
            throw new InterruptedIOException("interrupted before the request was sent");
        }
        if (repeatability() != Repeatability.SAFE) {
            throw new IOException("the request was already sent and must not be repeated");
        }
    }

    /** Prevents sending. Returns false if it may have been sent; then it is not repeated. */
    boolean abandon() {
        return progress.updateAndGet(reached -> reached == Progress.WAITING || reached == Progress.ABANDONED
                        ? Progress.ABANDONED
                        : Progress.SENT_LAST)
                == Progress.ABANDONED;
    }

    /** Prepares another attempt; false if the caller gave up. */
    boolean startPause() {
        awaited = false;
        return progress.compareAndSet(Progress.SENT, Progress.WAITING) || progress.get() == Progress.WAITING;
    }

    /** The server reported that it did not process the request. */
    void markUnprocessed() {
        awaited = false;
        progress.compareAndSet(Progress.SENT, Progress.WAITING);
    }

    /** Records why the call was cancelled; the first reason counts. */
    void markEnded(Kind reason) {
        endedBy.compareAndSet(null, reason);
    }

    /** Null if the call was not cancelled. */
    @Nullable
    Kind endedBy() {
        return endedBy.get();
    }

    void markResponded(int responseStatus) {
        status = responseStatus;
        awaited = false;
    }

    /** Masks a JWT: its payload contains the tokens. */
    void mask(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        secrets.addAll(List.of(parts).subList(1, parts.length));
    }

    /** Masks all secrets, also in lower case, as in hosts and media types. */
    @Nullable
    String scrub(@Nullable String text) {
        String scrubbed = text;
        for (String secret : secrets) {
            scrubbed = scrubbed == null || secret.isEmpty()
                    ? scrubbed
                    : scrubbed.replace(secret, "***").replace(secret.toLowerCase(Locale.ROOT), "***");
        }
        return scrubbed;
    }

    private enum Progress {
        WAITING,
        SENT,
        SENT_LAST,
        ABANDONED
    }
}
