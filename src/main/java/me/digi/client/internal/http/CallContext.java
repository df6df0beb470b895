package me.digi.client.internal.http;

import java.util.List;
import java.util.Objects;
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
    private volatile int attempt;
    private volatile int status;

    private CallContext(
            String operation, Repeatability repeatability, @Nullable Supplier<String> signer, List<String> secrets) {
        this.operation = operation;
        this.repeatability = repeatability;
        this.signer = signer;
        this.secrets = secrets;
    }

    /**
     * A call that carries a JWT.
     *
     * @param signer makes a new JWT each time it is asked
     * @param secrets what must not show in an error, should the server repeat it
     */
    public static CallContext signed(
            String operation, Repeatability repeatability, Supplier<String> signer, List<String> secrets) {
        return new CallContext(operation, repeatability, signer, List.copyOf(secrets));
    }

    /** A call that carries no credentials. */
    public static CallContext unsigned(String operation) {
        return new CallContext(operation, Repeatability.SAFE, null, List.of());
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

    /** Whether the last attempt got as far as the connection, so that the server may have acted on it. */
    boolean wasSent() {
        return progress.get() == Progress.SENT;
    }

    /** The number of the attempt, from 1. */
    int attempt() {
        return attempt;
    }

    /** The status of the last answer, or 0 before there was one. */
    int status() {
        return status;
    }

    void startAttempt(int number) {
        attempt = number;
        progress.compareAndSet(Progress.SENT, Progress.WAITING);
    }

    /** Says that the request leaves now; false if its caller has given it up, and it must not. */
    boolean markSent() {
        return progress.compareAndSet(Progress.WAITING, Progress.SENT);
    }

    /** Gives the request up before it leaves; false if it may have left. */
    boolean giveUpUnsent() {
        return progress.compareAndSet(Progress.WAITING, Progress.GIVEN_UP) || progress.get() == Progress.GIVEN_UP;
    }

    void markAnswered(int answeredStatus) {
        status = answeredStatus;
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
        GIVEN_UP
    }
}
