package me.digi.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import me.digi.client.error.NetworkException.Kind;
import me.digi.client.internal.io.Deadline;
import okhttp3.Interceptor;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * What travels with one call beneath Retrofit: its operation, its deadline, how it is signed, whether it has been sent, and
 * what the thread that waits for it has to do. For one call: one thread makes it, and one waits.
 */
public final class CallContext {
    private final Operation operation;
    private final Deadline deadline;
    private final @Nullable Supplier<String> signer;
    private final List<String> secrets;
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.WAITING);
    private final AtomicReference<@Nullable Kind> endedBy = new AtomicReference<>();
    private final Handover handover = new Handover();
    private final @Nullable CallHooks hooks;
    private volatile int attempt;
    private volatile int status;
    private volatile boolean awaited;
    private volatile boolean replayed;

    private CallContext(
            Operation operation,
            Deadline deadline,
            @Nullable Supplier<String> signer,
            List<String> secrets,
            @Nullable CallHooks hooks) {
        this.hooks = hooks;
        this.operation = operation;
        this.deadline = deadline;
        this.signer = signer;
        this.secrets = new CopyOnWriteArrayList<>(secrets);
    }

    /**
     * A call that carries a JWT.
     *
     * @param deadline when it must have ended, but for the content of a file
     * @param signer makes a new JWT each time it is asked
     * @param secrets what must not show in an error, should the server repeat it
     */
    public static CallContext signed(
            Operation operation, Deadline deadline, Supplier<String> signer, List<String> secrets) {
        return new CallContext(operation, deadline, signer, secrets, null);
    }

    /**
     * A token request, whose response must not be lost.
     *
     * @param hooks what is done when it leaves and when its response has arrived
     */
    public static CallContext ofTokenRequest(
            Operation operation, Deadline deadline, Supplier<String> signer, List<String> secrets, CallHooks hooks) {
        return new CallContext(operation, deadline, signer, secrets, hooks);
    }

    /** A look-up of the server's keys, which carries no credentials. */
    public static CallContext unsigned(Operation operation, Deadline deadline) {
        return new CallContext(operation, deadline, null, List.of(), null);
    }

    /** The context of the call, also where an interceptor of the application has made a new request without its tags. */
    static CallContext of(Interceptor.Chain chain) {
        return Objects.requireNonNull(of(chain.call().request()), "a request that no generated interface made");
    }

    /** The context of a request as it was made; null if it is not one of this library. */
    static @Nullable CallContext of(Request request) {
        return request.tag(CallContext.class);
    }

    /** The name of the operation in errors and in the log. */
    public String operation() {
        return operation.id();
    }

    Repeatability repeatability() {
        return operation.repeatability();
    }

    Deadline deadline() {
        return deadline;
    }

    @Nullable
    Supplier<String> signer() {
        return signer;
    }

    /** What the thread that waits for the call has to do. */
    Handover handover() {
        return handover;
    }

    /** Whether it is a token request, whose response is handed over as soon as it arrives. */
    boolean hasHooks() {
        return hooks != null;
    }

    /** Whether others wait for it, or a refresh does: a token request, or a look-up of the server's keys. */
    boolean isForTokens() {
        return hooks != null || signer == null;
    }

    /** Whether it is sent once more after a response that left in doubt whether the server has acted on it. */
    boolean isReplayed() {
        return replayed;
    }

    void beforeSending() throws IOException {
        if (hooks != null) {
            // Lambdas: R8 in full mode breaks references to methods of an interface with one implementation.
            handover.run(() -> hooks.beforeSending());
        }
    }

    void beforeReplay() throws IOException {
        if (hooks != null) {
            replayed = true;
            handover.run(() -> hooks.beforeReplay());
        }
    }

    void arrived(String token) throws IOException {
        if (hooks != null) {
            handover.run(() -> hooks.arrived(token));
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

    /** The status of the last response, or 0 before there was one. */
    public int status() {
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
        if (repeatability() != Repeatability.SAFE) {
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

    /** Says that the server has not processed what was sent, and says so. */
    void markUnprocessed() {
        awaited = false;
        progress.compareAndSet(Progress.SENT, Progress.WAITING);
    }

    /** Says that the call was ended from outside, and why; the first reason counts. */
    void markEnded(Kind reason) {
        endedBy.compareAndSet(null, reason);
    }

    /** Why the call was ended from outside; null if it was not. */
    @Nullable
    Kind endedBy() {
        return endedBy.get();
    }

    void markResponded(int responseStatus) {
        status = responseStatus;
        awaited = false;
    }

    /** Keeps a JWT of this call from showing: who can read its payload has the tokens in it. */
    void mask(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        secrets.addAll(List.of(parts).subList(1, parts.length));
    }

    /** The text with every secret of this call masked, in lower case as well: so hosts and media types come. */
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
        SENT_FOR_THE_LAST_TIME,
        GIVEN_UP
    }
}
