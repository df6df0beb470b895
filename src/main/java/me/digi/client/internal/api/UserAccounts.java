package me.digi.client.internal.api;

import java.net.URI;
import java.util.List;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.Operation;
import me.digi.client.internal.io.Collecting;
import me.digi.client.internal.io.HeaderValue;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.read.Account;

final class UserAccounts {
    private static final Operation REVOKE = PermissionAccessApi.REVOKE_ACCOUNT_PERMISSION;

    private final ContractDetails contract;
    private final Caller calls;
    private final PermissionAccessApi api;

    UserAccounts(ContractDetails contract, Caller calls) {
        this.contract = contract;
        this.calls = calls;
        this.api = calls.api(PermissionAccessApi.class);
    }

    List<Account> list() {
        return calls.execute(CallSpec.of(PermissionAccessApi.LIST_ACCOUNTS), api::listAccounts).stream()
                .map(AccountMapping::fromWire)
                .collect(Collecting.unmodifiableList());
    }

    PendingConsent startRevoking(String accountId, URI redirectUri) {
        HeaderValue.checked("accountId", accountId);
        String redirect = HeaderValue.checked("redirectUri", redirectUri.toString());
        URI page = calls.execute(
                CallSpec.of(REVOKE),
                context -> api.revokeAccountPermission(context, accountId, redirect),
                (status, response) ->
                        PageLocation.checked(calls.environment(), REVOKE.id(), status, response.location()));
        return PendingPages.ofRevocation(contract, page);
    }

    void delete(String accountId) {
        HeaderValue.checked("accountId", accountId);
        calls.exchange(
                CallSpec.of(PermissionAccessApi.DELETE_ACCOUNT), context -> api.deleteAccount(context, accountId));
    }
}
