package me.digi.client.store;

import java.util.Objects;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import org.jspecify.annotations.Nullable;

/**
 * The token store failed. A failed {@link Operation#WRITE} may have been done all the same; what was stored before is
 * intact. If a new pair could not be stored, {@link #unsavedToken()} has it. Messages show no content.
 */
public final class TokenStoreException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    /** What the store had to do. */
    public enum Operation {
        /** Opening the store: its location is missing, unsafe or unreachable. */
        OPEN("open the token store"),
        /** Reading a grant's record. */
        LOAD("load"),
        /** Writing a grant's record. */
        WRITE("write"),
        /** Removing a grant's record. */
        DELETE("delete"),
        /** Listing the users of a contract. */
        LIST("list");

        private final String words;

        Operation(String words) {
            this.words = words;
        }
    }

    private final Operation operation;
    private final @Nullable GrantKey grant;
    private final boolean isUnreadable;
    /** Not serialized: an exception may travel, and its token pair must not. */
    private final transient @Nullable UserAccessToken unsavedToken;

    private TokenStoreException(
            Operation operation,
            @Nullable GrantKey grant,
            boolean isUnreadable,
            @Nullable UserAccessToken unsavedToken,
            String object,
            String detail,
            @Nullable Throwable cause) {
        super("cannot " + operation.words + object + ": " + detail, cause);
        this.operation = operation;
        this.grant = grant;
        this.isUnreadable = isUnreadable;
        this.unsavedToken = unsavedToken;
    }

    /** The operation failed for this grant; the detail says why or where, and must not show any content. */
    public TokenStoreException(Operation operation, GrantKey grant, String detail, @Nullable Throwable cause) {
        this(operation, Objects.requireNonNull(grant, "grant"), false, null, words(grant), detail, cause);
    }

    /** The store could not be opened. */
    public static TokenStoreException notOpened(String detail, @Nullable Throwable cause) {
        return new TokenStoreException(Operation.OPEN, null, false, null, "", detail, cause);
    }

    /** The users of the contract could not be listed; the detail says why or where, and must not show any content. */
    public static TokenStoreException notListed(String contractId, String detail, @Nullable Throwable cause) {
        return new TokenStoreException(
                Operation.LIST, null, false, null, " the users of contract " + contractId, detail, cause);
    }

    /** The store works, and has a record that cannot be read; the detail says why, and must not show any content. */
    public static TokenStoreException unreadable(GrantKey grant, String detail, @Nullable Throwable cause) {
        Objects.requireNonNull(grant, "grant");
        return new TokenStoreException(Operation.LOAD, grant, true, null, words(grant), detail, cause);
    }

    /** A new pair could not be stored. */
    public static TokenStoreException unsaved(GrantKey grant, UserAccessToken token, Throwable cause) {
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(token, "token");
        return new TokenStoreException(
                Operation.WRITE,
                grant,
                false,
                token,
                words(grant),
                "the new token pair is only in this client's memory",
                cause);
    }

    /** What the store had to do. */
    public Operation operation() {
        return operation;
    }

    /** Whose record; null if the store could not be opened, or users not be listed. */
    public @Nullable GrantKey grant() {
        return grant;
    }

    /**
     * Whether the store works, and only this user's record cannot be read, since it is damaged or encrypted with another key.
     * The calls of other users are not affected.
     */
    public boolean isUnreadable() {
        return isUnreadable;
    }

    /**
     * The new pair that could not be stored, or null. The pair before it is dead. The client keeps the new one in memory, uses
     * it and retries saving it; an application that is about to end saves it from here. Lost when the exception is
     * serialized.
     */
    public @Nullable UserAccessToken unsavedToken() {
        return unsavedToken;
    }

    private static String words(GrantKey grant) {
        return " the grant of user " + grant.userKey() + " under contract " + grant.contractId();
    }
}
