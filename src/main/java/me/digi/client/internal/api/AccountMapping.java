package me.digi.client.internal.api;

import me.digi.client.internal.wire.AccessTokenStatus;
import me.digi.client.internal.wire.JsonValues;
import me.digi.client.read.Account;
import me.digi.client.read.AccountType;
import org.jspecify.annotations.Nullable;

final class AccountMapping {
    private AccountMapping() {}

    static Account fromWire(me.digi.client.internal.wire.Account account) {
        return new Account(
                JsonValues.id(account.id()),
                account.reference(),
                JsonValues.mapText(account.type(), type -> new AccountType(type)),
                JsonValues.instant(account.createdDate()),
                JsonValues.instant(account.updatedDate()),
                account.serviceGroupId(),
                account.serviceGroupName(),
                account.serviceTypeId(),
                account.serviceTypeName(),
                account.serviceTypeReference(),
                account.sourceId(),
                account.serviceProviderId(),
                account.serviceProviderName(),
                account.serviceProviderReference(),
                account.username(),
                account.providerFavIcon(),
                account.providerLogo(),
                account.sample(),
                status(account.accessTokenStatus()),
                account.problems());
    }

    /** Null unless the status says whether the account is authorized. */
    private static me.digi.client.read.@Nullable AccessTokenStatus status(@Nullable AccessTokenStatus status) {
        return status == null || status.authorized() == null
                ? null
                : new me.digi.client.read.AccessTokenStatus(
                        status.authorized(), JsonValues.instant(status.expiresAt()));
    }
}
