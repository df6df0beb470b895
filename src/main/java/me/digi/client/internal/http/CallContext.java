package me.digi.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * What travels with one call beneath Retrofit: what it is called, how it is signed, whether it may be repeated, and
 * whether it has been sent. For one call, on which one thread works at a time.
 */
public final class CallContext {
    private final String operation;
    private final Repeatability repeatability;
    private final @Nullable Supplier<String> signer;
    private final List<String> secrets;
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.WAITING);
    private final @Nullable Handover hooks;
    private volatile int attempt;
    private volatile int status;
    private volatile boolean awaited;
    private volatile boolean replayed;
    private volatile boolean cancelled;

    private CallContext(
            String operation,
            Repeatability repeatability,
            @Nullable Supplier<String> signer,
            List<String> secrets,
            @Nullable CallHooks hooks) {
        this.hooks = hooks == null ? null : new Handover(hooks);
        this.operation = operation;
        this.repeatability = repeatability;
        this.signer = signer;
        this.secrets = new CopyOnWriteArrayList<>(secrets);
    }

    /**
     * A call that carries a JWT.
     *
     * @param signer makes a new JWT each time it is asked
     * @param secrets what must not show in an error, should the server repeat it
     */
    public static CallContext signed(
            String operation, Repeatability repeatability, Supplier<String> signer, List<String> secrets) {
        return new CallContext(operation, repeatability, signer, secrets, null);
    }

    /**
     * A token request, whose response must not be lost; for {@link Calls#executeWithHooks}.
     *
     * @param hooks what is done when it leaves and when its response has arrived
     */
    public static CallContext ofTokenRequest(
            String operation, Supplier<String> signer, List<String> secrets, CallHooks hooks) {
        return new CallContext(operation, Repeatability.ANSWERED_ONCE, signer, secrets, hooks);
    }

    /** A call that carries no credentials. */
    public static CallContext unsigned(String operation) {
        return new CallContext(operation, Repeatability.SAFE, null, List.of(), null);
    }

    static CallContext of(Request request) {
        return Objects.requireNonNull(request.tag(CallContext.class), "a request without its context");
    }

    /** What the operation is called in errors and in the log. */
    public String operation() {
        return operation;
    }

    Repeatability repeatability() {
        return repeatability;
    }

    @Nullable
    Supplier<String> signer() {
        return signer;
    }

    /** Where the hooks of a token request run. */
    Handover hooks() {
        return Objects.requireNonNull(hooks, "a call without hooks");
    }

    /** Whether it is a token request, whose response is handed over as soon as it arrives. */
    boolean hasHooks() {
        return hooks != null;
    }

    /** Whether it is sent once more after a response that left in doubt whether the server has acted on it. */
    boolean isReplayed() {
        return replayed;
    }

    void beforeSending() throws IOException {
        if (hooks != null) {
            // Lambdas: R8 in full mode breaks references to methods of an interface with one implementation.
            hooks.run(it -> it.beforeSending());
        }
    }

    void beforeReplay() throws IOException {
        if (hooks != null) {
            replayed = true;
            hooks.run(it -> it.beforeReplay());
        }
    }

    void arrived(String token) throws IOException {
        if (hooks != null) {
            hooks.run(own -> own.arrived(token));
        }
    }

    /** Whether the server may have acted on the request. */
    boolean mayHaveArrived() {
        return replayed || wasSent();
    }

    /** Whether the last attempt got as far as the connection. */
    boolean wasSent() {
        Progress reached = progress.get();
        return reached == Progress.SENT || reached == Progress.SENT_FOR_THE_LAST_TIME;
    }

    /** The number of the attempt, from 1. */
    int attempt() {
        return attempt;
    }

    /** Whether the request has left, and its response has not begun to arrive. */
    boolean isWaitingForResponse() {
        return awaited;
    }

    /** The status of the last answer, or 0 before there was one. */
    int status() {
        return status;
    }

    void startAttempt(int number) {
        attempt = number;
    }

    /**
     * Says that the request leaves now.
     *
     * @throws IOException if it must not: its caller has given it up, or it left before in this attempt, and the server
     *     may have acted on it
     */
    void markSent() throws IOException {
        if (progress.compareAndSet(Progress.WAITING, Progress.SENT)) {
            awaited = true;
            return;
        }
        if (progress.get() == Progress.GIVEN_UP) {
            throw new InterruptedIOException("interrupted before it was sent");
        }
        if (repeatability != Repeatability.SAFE) {
            throw new IOException("it was sent before, and is not sent twice");
        }
    }

    /** Gives the request up before it leaves; false if it may have left, and then it does not leave once more. */
    boolean giveUp() {
        return progress.updateAndGet(reached -> reached == Progress.WAITING || reached == Progress.GIVEN_UP
                        ? Progress.GIVEN_UP
                        : Progress.SENT_FOR_THE_LAST_TIME)
                == Progress.GIVEN_UP;
    }

    /** Says that another attempt is to come; false if the caller does not want one. */
    boolean startPause() {
        awaited = false;
        return progress.compareAndSet(Progress.SENT, Progress.WAITING) || progress.get() == Progress.WAITING;
    }

    /** Says that the call was ended from outside. */
    void markCancelled() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    void markAnswered(int answeredStatus) {
        status = answeredStatus;
        awaited = false;
    }

    /** Keeps a JWT of this call from showing: who can read its payload has the tokens in it. */
    void mask(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        secrets.addAll(List.of(parts).subList(1, parts.length));
    }

    /** The text with every secret of this call masked. */
    @Nullable
    String scrub(@Nullable String text) {
        String scrubbed = text;
        for (String secret : secrets) {
            scrubbed = scrubbed == null || secret.isEmpty() ? scrubbed : scrubbed.replace(secret, "***");
        }
        return scrubbed;
    }

    private enum Progress {
        WAITING,
        SENT,
        SENT_FOR_THE_LAST_TIME,
        GIVEN_UP
    }
}
