package me.digi.client.store;

import java.util.Objects;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import org.jspecify.annotations.Nullable;

/**
 * The token store failed. A failed {@link Operation#WRITE} may still have been written; otherwise the previous record
 * is intact. Messages contain no record content.
 */
public final class TokenStoreException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    /** What the store was asked to do. */
    public enum Operation {
        /** Opening the store: its location is missing, unsafe or unreachable. */
        OPEN("open the token store"),
        LOAD("load"),
        WRITE("write"),
        DELETE("delete"),
        LIST("list");

        private final String words;

        Operation(String words) {
            this.words = words;
        }
    }

    private final Operation operation;
    private final @Nullable GrantKey grant;
    private final boolean isUnreadable;
    /** Not serialized: exceptions may leave the process, token pairs must not. */
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

    /**
     * A failed operation on a record.
     *
     * @param detail why or where; must not show record content
     */
    public TokenStoreException(Operation operation, GrantKey grant, String detail, @Nullable Throwable cause) {
        this(operation, Objects.requireNonNull(grant, "grant"), false, null, words(grant), detail, cause);
    }

    public static TokenStoreException notOpened(String detail, @Nullable Throwable cause) {
        return new TokenStoreException(Operation.OPEN, null, false, null, "", detail, cause);
    }

    /**
     * A failed listing.
     *
     * @param detail why or where; must not show record content
     */
    public static TokenStoreException notListed(String contractId, String detail, @Nullable Throwable cause) {
        return new TokenStoreException(
                Operation.LIST, null, false, null, " the users of contract " + contractId, detail, cause);
    }

    /**
     * The store works, but this record cannot be read.
     *
     * @param detail why; must not show record content
     */
    public static TokenStoreException unreadable(GrantKey grant, String detail, @Nullable Throwable cause) {
        Objects.requireNonNull(grant, "grant");
        return new TokenStoreException(Operation.LOAD, grant, true, null, words(grant), detail, cause);
    }

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

    public Operation operation() {
        return operation;
    }

    /** The user and contract; null if opening or listing failed. */
    public @Nullable GrantKey grant() {
        return grant;
    }

    /**
     * Whether only this record cannot be read, because it is damaged or encrypted with another key. Other users are
     * not affected.
     */
    public boolean isUnreadable() {
        return isUnreadable;
    }

    /**
     * The new pair that could not be stored, or null. The previous pair no longer works. The client keeps the new one
     * in memory, uses it and retries saving it; an application about to exit must save it itself. Lost in
     * serialization.
     */
    public @Nullable UserAccessToken unsavedToken() {
        return unsavedToken;
    }

    private static String words(GrantKey grant) {
        return " the grant of user " + grant.userKey() + " under contract " + grant.contractId();
    }
}
