package me.digi.client.internal.mapping;

import me.digi.client.internal.wire.AccessTokenStatus;
import me.digi.client.read.Account;
import me.digi.client.read.AccountType;
import org.jspecify.annotations.Nullable;

/** An account as applications see it. */
public final class AccountMapping {
    private AccountMapping() {}

    /** The account; dates come in milliseconds. */
    public static Account fromWire(me.digi.client.internal.wire.Account account) {
        return Account.builder()
                .id(JsonValues.id(account.id()))
                .reference(account.reference())
                .type(JsonValues.spelled(account.type(), type -> new AccountType(type)))
                .createdAt(JsonValues.instant(account.createdDate()))
                .updatedAt(JsonValues.instant(account.updatedDate()))
                .serviceGroupId(account.serviceGroupId())
                .serviceGroupName(account.serviceGroupName())
                .serviceTypeId(account.serviceTypeId())
                .serviceTypeName(account.serviceTypeName())
                .serviceTypeReference(account.serviceTypeReference())
                .sourceId(account.sourceId())
                .serviceProviderId(account.serviceProviderId())
                .serviceProviderName(account.serviceProviderName())
                .serviceProviderReference(account.serviceProviderReference())
                .username(account.username())
                .providerFavIcon(account.providerFavIcon())
                .providerLogo(account.providerLogo())
                .sample(account.sample())
                .accessTokenStatus(status(account.accessTokenStatus()))
                .addAllProblems(account.problems())
                .build();
    }

    /** A status that does not say whether is none. */
    private static me.digi.client.read.@Nullable AccessTokenStatus status(@Nullable AccessTokenStatus status) {
        return status == null || status.authorized() == null
                ? null
                : new me.digi.client.read.AccessTokenStatus(
                        status.authorized(), JsonValues.instant(status.expiresAt()));
    }
}
