package me.digi.client.read;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user's account at a service from which their data comes: at a bank, a hospital, a social network.
 *
 * <p>The service promises all that is not marked as optional below. A part that it did not send as described is null, and
 * {@link #problems()} says so. {@code SandboxValues.account} in the sandbox jar makes accounts for tests.
 *
 * @param id the account's id, which calls about one account take; empty if the service sent none, and then no call takes it
 * @param reference the account's reference, which the callback of an authorization names as {@code accountReference}
 * @param type what the account is
 * @param createdAt when the account was added
 * @param updatedAt when the account last changed
 * @param serviceGroupId the id of the group of services that the service is in
 * @param serviceGroupName the name of that group, such as {@code Medical}
 * @param serviceTypeId the id of the type of service
 * @param serviceTypeName the name of that type
 * @param serviceTypeReference the reference of that type
 * @param sourceId the id of the source, as discovery lists it and {@code serviceId} of an authorization takes it
 * @param serviceProviderId the id of the provider of the service. Optional
 * @param serviceProviderName the name of the provider. Optional
 * @param serviceProviderReference the reference of the provider. Optional
 * @param username the user's name there. Optional
 * @param providerFavIcon the address of the provider's icon. Optional
 * @param providerLogo the address of the provider's logo. Optional
 * @param sample whether it holds sample data. Optional
 * @param accessTokenStatus whether digi.me can still fetch new data from it
 * @param problems what the service sent that could not be read as described, such as {@code createdDate is not a whole
 *     number}; empty if nothing was odd. Such a part is null, or what was meant if that is clear
 */
public record Account(
        String id,
        @Nullable String reference,
        @Nullable AccountType type,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Long serviceGroupId,
        @Nullable String serviceGroupName,
        @Nullable Long serviceTypeId,
        @Nullable String serviceTypeName,
        @Nullable String serviceTypeReference,
        @Nullable Long sourceId,
        @Nullable Long serviceProviderId,
        @Nullable String serviceProviderName,
        @Nullable String serviceProviderReference,
        @Nullable String username,
        @Nullable String providerFavIcon,
        @Nullable String providerLogo,
        @Nullable Boolean sample,
        @Nullable AccessTokenStatus accessTokenStatus,
        List<String> problems) {
    /** Copies the list. */
    public Account {
        Objects.requireNonNull(id, "id");
        problems = List.copyOf(problems);
    }
}
