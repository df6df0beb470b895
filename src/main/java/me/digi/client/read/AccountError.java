package me.digi.client.read;

import java.util.Objects;

/**
 * Why not all data of an account is there. The type says what to do: {@link Reauthorize} asks for the user, and anything
 * else ({@link Failure}) is the service's trouble with the source.
 *
 * <pre>{@code
 * files.list().accounts().forEach((accountId, sync) -> {
 *     if (sync.error() instanceof AccountError.Reauthorize) { … have the user reauthorize the account … }
 * });
 * }</pre>
 */
public sealed interface AccountError {
    /** The error's code, status and message, and when another try makes sense. */
    AccountErrorDetails details();

    /** Whether the user has to reauthorize the account before its data can be fetched again. */
    default boolean needsReauthorization() {
        return this instanceof Reauthorize;
    }

    /**
     * The source no longer lets digi.me in: the user has to reauthorize the account. The service says so by
     * {@code reauth}, by the code {@code ServiceAuthorizationError} or by the status 511.
     *
     * @param details what the service said
     */
    record Reauthorize(AccountErrorDetails details) implements AccountError {
        /** Wants the details. */
        public Reauthorize {
            Objects.requireNonNull(details, "details");
        }
    }

    /**
     * Something else went wrong, such as a source that was down.
     *
     * @param details what the service said
     */
    record Failure(AccountErrorDetails details) implements AccountError {
        /** Wants the details. */
        public Failure {
            Objects.requireNonNull(details, "details");
        }
    }
}
