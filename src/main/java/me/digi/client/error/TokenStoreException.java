package me.digi.client.error;

import java.util.Objects;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.store.GrantKey;
import org.jspecify.annotations.Nullable;

/**
 * The token store failed. Whether a record was written stays open if {@link #operation()} is {@link Operation#WRITE}; what
 * was stored before is whole. If the store could not take the new pair of a refresh, {@link #unsavedToken()} has it.
 *
 * <p>No message shows a record's content.
 */
public final class TokenStoreException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    /** What the store was asked for. */
    public enum Operation {
        /** Opening the store: its place is missing, unsafe or out of reach. */
        OPEN("open the token store"),
        /** Reading a grant's record. */
        LOAD("load"),
        /** Writing a grant's record. */
        WRITE("write"),
        /** Removing a grant's record. */
        DELETE("delete");

        private final String words;

        Operation(String words) {
            this.words = words;
        }
    }

    private final Operation operation;
    private final @Nullable GrantKey grant;
    /** Not serialized: an exception may travel, and its token pair must not. */
    private final transient @Nullable UserAccessToken unsavedToken;

    private TokenStoreException(
            Operation operation,
            @Nullable GrantKey grant,
            @Nullable UserAccessToken unsavedToken,
            String detail,
            @Nullable Throwable cause) {
        super(message(operation, grant, detail), cause);
        this.operation = operation;
        this.grant = grant;
        this.unsavedToken = unsavedToken;
    }

    /** The store could not do this with this grant; the detail says why or where, and shows nothing of the content. */
    public TokenStoreException(Operation operation, GrantKey grant, String detail, @Nullable Throwable cause) {
        this(operation, Objects.requireNonNull(grant, "grant"), null, detail, cause);
    }

    /** The store could not be opened. */
    public static TokenStoreException notOpened(String detail, @Nullable Throwable cause) {
        return new TokenStoreException(Operation.OPEN, null, null, detail, cause);
    }

    /** A refresh gave a new pair, and the store could not take it. */
    public static TokenStoreException unsaved(GrantKey grant, UserAccessToken token, Throwable cause) {
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(token, "token");
        return new TokenStoreException(
                Operation.WRITE, grant, token, "its new token is in this client's memory alone", cause);
    }

    /** What the store was asked for. */
    public Operation operation() {
        return operation;
    }

    /** Whose record it was about, or null if the store as a whole could not be opened. */
    public @Nullable GrantKey grant() {
        return grant;
    }

    /**
     * The new pair, present when a refresh succeeded and the store could not take its result. The pair before it is dead.
     * The client still has the new one in memory, uses it and tries to store it again; an application that is about to end
     * keeps it from here. Lost when the exception is serialized.
     */
    public @Nullable UserAccessToken unsavedToken() {
        return unsavedToken;
    }

    private static String message(Operation operation, @Nullable GrantKey grant, String detail) {
        String what = grant == null
                ? operation.words
                : operation.words + " the grant of user " + grant.userKey() + " under contract " + grant.contractId();
        return "cannot " + what + ": " + detail;
    }
}
