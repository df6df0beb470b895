package me.digi.client.read;

import java.time.Instant;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** An account of the user's with some service, from which their data comes: at a bank, a hospital, a social network. */
@Value.Immutable
@ValueStyle
public abstract class Account {
    Account() {}

    /** A builder that wants all that is not nullable; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** The account's id, which calls about this one account take. */
    public abstract String id();

    /** The account's reference, which the callback of an authorization names as {@code accountReference}. */
    public abstract String reference();

    /** What the account is. */
    public abstract AccountType type();

    /** When the account was added. */
    public abstract Instant createdAt();

    /** When the account last changed. */
    public abstract Instant updatedAt();

    /** The id of the group of services that the service is in. */
    public abstract long serviceGroupId();

    /** The name of that group, such as {@code Medical}. */
    public abstract String serviceGroupName();

    /** The id of the type of service. */
    public abstract long serviceTypeId();

    /** The name of that type. */
    public abstract String serviceTypeName();

    /** The reference of that type. */
    public abstract String serviceTypeReference();

    /** The id of the source, as discovery lists it and {@code serviceId} of an authorization takes it. */
    public abstract long sourceId();

    /** The id of who provides the service. */
    public abstract @Nullable Long serviceProviderId();

    /** The name of who provides the service. */
    public abstract @Nullable String serviceProviderName();

    /** The reference of who provides the service. */
    public abstract @Nullable String serviceProviderReference();

    /** The user's name there. */
    public abstract @Nullable String username();

    /** Where the provider's icon is. */
    public abstract @Nullable String providerFavIcon();

    /** Where the provider's logo is. */
    public abstract @Nullable String providerLogo();

    /** Whether it holds sample data. */
    public abstract @Nullable Boolean sample();

    /** Whether digi.me can still fetch new data from it. */
    public abstract @Nullable AccessTokenStatus accessTokenStatus();

    /** Builds an {@link Account}. */
    public static final class Builder extends ImmutableAccount.Builder {
        Builder() {}
    }
}
