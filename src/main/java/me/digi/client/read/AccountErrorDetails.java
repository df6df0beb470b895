package me.digi.client.read;

import java.time.Instant;
import java.util.List;
import me.digi.client.error.ErrorCode;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What the service said about an account whose data is not all there. */
@Value.Immutable
@ValueStyle
public abstract class AccountErrorDetails {
    AccountErrorDetails() {}

    /** A builder; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** The service's name for the error; null if it sent none. */
    public abstract @Nullable ErrorCode code();

    /** The status that the code stands for; null if the service sent none. */
    public abstract @Nullable Long statusCode();

    /** The service's explanation, meant for developers. */
    public abstract @Nullable String message();

    /** When another try makes sense. In milliseconds since the epoch, as the official iOS SDK reads it. */
    public abstract @Nullable Instant retryAfter();

    /** The errors of single kinds of object; if empty, it is about the whole account. */
    public abstract List<ObjectTypeError> objectTypeErrors();

    /** Builds {@link AccountErrorDetails}. */
    public static final class Builder extends ImmutableAccountErrorDetails.Builder {
        Builder() {}
    }
}
