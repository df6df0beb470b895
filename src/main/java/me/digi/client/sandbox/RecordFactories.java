package me.digi.client.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.contract.AccessType;
import me.digi.client.contract.ContractDescription;
import me.digi.client.diagnostics.RequestEvent;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.discovery.Category;
import me.digi.client.discovery.Resource;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.io.ValueStyle;
import me.digi.client.read.AccessTokenStatus;
import me.digi.client.read.Account;
import me.digi.client.read.AccountType;
import me.digi.client.read.FileEntry;
import me.digi.client.read.FileSchema;
import me.digi.client.read.RawFileMetadata;
import me.digi.client.read.RawObjectType;
import me.digi.client.store.GrantKey;
import org.immutables.builder.Builder;
import org.jspecify.annotations.Nullable;

/** Creates the records of {@link SandboxValues} from all components: Immutables generates a builder per method. */
@ValueStyle.Factories
final class RecordFactories {
    private RecordFactories() {}

    @Builder.Factory
    static Account account(
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
        return new Account(
                id,
                reference,
                type,
                createdAt,
                updatedAt,
                serviceGroupId,
                serviceGroupName,
                serviceTypeId,
                serviceTypeName,
                serviceTypeReference,
                sourceId,
                serviceProviderId,
                serviceProviderName,
                serviceProviderReference,
                username,
                providerFavIcon,
                providerLogo,
                sample,
                accessTokenStatus,
                problems);
    }

    @Builder.Factory
    static FileEntry fileEntry(
            String name,
            @Nullable Instant updatedAt,
            @Nullable FileSchema schema,
            @Nullable String serviceGroup,
            @Nullable String serviceName,
            @Nullable String objectVersion,
            @Nullable String objectType,
            @Nullable Long objectCount,
            List<String> problems) {
        return new FileEntry(
                name, updatedAt, schema, serviceGroup, serviceName, objectVersion, objectType, objectCount, problems);
    }

    @Builder.Factory
    static RawFileMetadata rawFileMetadata(
            String mimeType,
            List<String> accountIds,
            @Nullable String appId,
            @Nullable Instant createdAt,
            @Nullable String contractId,
            List<RawObjectType> objectTypes,
            @Nullable String partnerId,
            List<String> references,
            List<Long> serviceGroups,
            List<String> tags,
            Map<String, Object> more,
            List<String> problems) {
        return new RawFileMetadata(
                mimeType,
                accountIds,
                appId,
                createdAt,
                contractId,
                objectTypes,
                partnerId,
                references,
                serviceGroups,
                tags,
                more,
                problems);
    }

    @Builder.Factory
    static Category category(
            long id,
            @Nullable Long categoryTypeId,
            @Nullable String name,
            @Nullable String reference,
            @Nullable String title,
            @Nullable String subTitle,
            @Nullable String expandedTitle,
            @Nullable String expandedSubTitle,
            @Nullable Resource resource,
            Map<String, Object> more,
            List<String> problems) {
        return new Category(
                id,
                categoryTypeId,
                name,
                reference,
                title,
                subTitle,
                expandedTitle,
                expandedSubTitle,
                resource,
                more,
                problems);
    }

    @Builder.Factory
    static ContractDescription contractDescription(
            String id,
            @Nullable AccessType accessType,
            @Nullable String type,
            @Nullable String partnerId,
            @Nullable Instant expiresAt,
            @Nullable String certificate,
            @Nullable String certificateContractSchemaVersion,
            ContractDescription.@Nullable Application application,
            List<String> problems) {
        return new ContractDescription(
                id,
                accessType,
                type,
                partnerId,
                expiresAt,
                certificate,
                certificateContractSchemaVersion,
                application,
                problems);
    }

    @Builder.Factory
    static TokenStatus tokenStatus(
            GrantKey grant,
            TokenStatus.State state,
            @Nullable Instant accessTokenExpiresAt,
            @Nullable Instant refreshTokenExpiresAt,
            @Nullable Instant lastAttemptAt,
            @Nullable ErrorCode lastErrorCode,
            @Nullable String lastErrorReference,
            @Nullable String lastError,
            @Nullable Reauthorize reauthorize,
            long storeVersion) {
        return new TokenStatus(
                grant,
                state,
                accessTokenExpiresAt,
                refreshTokenExpiresAt,
                lastAttemptAt,
                lastErrorCode,
                lastErrorReference,
                lastError,
                reauthorize,
                storeVersion);
    }

    @Builder.Factory
    static RequestEvent requestEvent(
            String operation,
            String method,
            String pathTemplate,
            int attempt,
            @Nullable Integer status,
            @Nullable ErrorCode code,
            @Nullable String reference,
            Duration duration,
            NetworkException.@Nullable Kind failure) {
        return new RequestEvent(operation, method, pathTemplate, attempt, status, code, reference, duration, failure);
    }
}
