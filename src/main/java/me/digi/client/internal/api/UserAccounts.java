package me.digi.client.internal.api;

import java.net.URI;
import java.util.List;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.Operation;
import me.digi.client.internal.io.PendingPage;
import me.digi.client.internal.io.PendingPage.Kind;
import me.digi.client.internal.io.Require;
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
        return calls.execute(CallSpec.of(PermissionAccessApi.LIST_ACCOUNTS), api::listAccounts);
    }

    PendingConsent startRevoking(String accountId, URI redirectUri) {
        Require.header("accountId", accountId);
        String redirect = Require.header("redirectUri", PreparedPage.checked(redirectUri));
        URI page = calls.execute(
                CallSpec.of(REVOKE),
                context -> api.revokeAccountPermission(context, accountId, redirect),
                (status, response) ->
                        PageLocation.checked(calls.environment(), REVOKE.id(), status, response.location()));
        // By way of JSON, so that it equals what applications restore from a session.
        return PendingConsent.fromJson(
                new PendingPage(Kind.REVOKE_ACCOUNT, contract.contractId(), page, null, null, null).toJson());
    }

    void delete(String accountId) {
        Require.header("accountId", accountId);
        calls.exchange(
                CallSpec.of(PermissionAccessApi.DELETE_ACCOUNT), context -> api.deleteAccount(context, accountId));
    }
}
