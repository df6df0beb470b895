package me.digi.client.read;

import java.time.Instant;
import java.util.List;
import me.digi.client.internal.values.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An account of the user's with some service, from which their data comes: at a bank, a hospital, a social network.
 *
 * <p>The service promises all that is not marked as optional below. What it sends otherwise, nevertheless, costs no more
 * than that part: it is null, and {@link #problems()} says so.
 */
@Value.Immutable
@ValueStyle
public abstract class Account {
    Account() {}

    /** A builder that needs an id; applications need it in tests alone. */
    public static Builder builder() {
        return new Builder();
    }

    /** The account's id, which calls about this one account take; empty if the service sent none, and then no call takes it. */
    public abstract String id();

    /** The account's reference, which the callback of an authorization names as {@code accountReference}. */
    public abstract @Nullable String reference();

    /** What the account is. */
    public abstract @Nullable AccountType type();

    /** When the account was added. */
    public abstract @Nullable Instant createdAt();

    /** When the account last changed. */
    public abstract @Nullable Instant updatedAt();

    /** The id of the group of services that the service is in. */
    public abstract @Nullable Long serviceGroupId();

    /** The name of that group, such as {@code Medical}. */
    public abstract @Nullable String serviceGroupName();

    /** The id of the type of service. */
    public abstract @Nullable Long serviceTypeId();

    /** The name of that type. */
    public abstract @Nullable String serviceTypeName();

    /** The reference of that type. */
    public abstract @Nullable String serviceTypeReference();

    /** The id of the source, as discovery lists it and {@code serviceId} of an authorization takes it. */
    public abstract @Nullable Long sourceId();

    /** The id of who provides the service. Optional. */
    public abstract @Nullable Long serviceProviderId();

    /** The name of who provides the service. Optional. */
    public abstract @Nullable String serviceProviderName();

    /** The reference of who provides the service. Optional. */
    public abstract @Nullable String serviceProviderReference();

    /** The user's name there. Optional. */
    public abstract @Nullable String username();

    /** Where the provider's icon is. Optional. */
    public abstract @Nullable String providerFavIcon();

    /** Where the provider's logo is. Optional. */
    public abstract @Nullable String providerLogo();

    /** Whether it holds sample data. Optional. */
    public abstract @Nullable Boolean sample();

    /** Whether digi.me can still fetch new data from it. */
    public abstract @Nullable AccessTokenStatus accessTokenStatus();

    /**
     * What the service sent for it that could not be read as described, such as {@code createdDate is not a whole number}; empty if
     * nothing was odd. Such a part is null, or what was meant where that is plain.
     */
    public abstract List<String> problems();

    /** Builds an {@link Account}. */
    public static final class Builder extends ImmutableAccount.Builder {
        Builder() {}
    }
}
