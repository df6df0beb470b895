package me.digi.client.read;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user's account with a service that holds their data, such as a bank, a hospital or a social network.
 *
 * <p>The {@code serviceProvider…}, {@code provider…}, {@code username} and {@code sample} components are optional; the
 * service promises all others. {@code SandboxValues.account} in the sandbox jar builds accounts for tests.
 *
 * @param id identifies the account in calls; empty if the service sent none, and calls reject an empty id
 * @param reference named {@code accountReference} in the callback of an authorization
 * @param createdAt when the account was added
 * @param updatedAt when the account last changed
 * @param serviceGroupName such as {@code Medical}
 * @param sourceId the id of the source in discovery, and the {@code serviceId} of an authorization
 * @param username the user's name at the service
 * @param providerFavIcon URL of the provider's icon
 * @param providerLogo URL of the provider's logo
 * @param sample whether the account holds sample data
 * @param problems missing or malformed parts: see {@link me.digi.client.read}
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
    public Account {
        Objects.requireNonNull(id, "id");
        problems = List.copyOf(problems);
    }
}
