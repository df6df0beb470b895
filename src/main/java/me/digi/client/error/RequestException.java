package me.digi.client.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request to digi.me failed, or its response cannot be used. */
public abstract class RequestException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    private final String operation;

    RequestException(String operation, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.operation = Objects.requireNonNull(operation, "operation");
    }

    /** The operation id in {@code api-spec/digime.yaml}, such as {@code listAccounts}. */
    public final String operation() {
        return operation;
    }
}
