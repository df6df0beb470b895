package me.digi.client.internal.client;

import java.net.URI;
import java.util.List;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.internal.auth.PageLocation;
import me.digi.client.internal.auth.PendingPages;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.mapping.AccountMapping;
import me.digi.client.internal.user.UserCalls;
import me.digi.client.internal.values.Collecting;
import me.digi.client.internal.values.HeaderValue;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.read.Account;

/** What is done with a user's accounts. */
final class UserAccounts {
    private static final String REVOKE = "revokeAccount";

    private final ContractDetails contract;
    private final UserCalls calls;
    private final PermissionAccessApi api;

    UserAccounts(ContractDetails contract, UserCalls calls) {
        this.contract = contract;
        this.calls = calls;
        this.api = calls.api(PermissionAccessApi.class);
    }

    List<Account> list() {
        return calls.execute(CallTerms.safe("accounts"), api::accounts).stream()
                .map(AccountMapping::fromWire)
                .collect(Collecting.unmodifiableList());
    }

    PendingConsent startRevoking(String accountId, URI redirectUri) {
        HeaderValue.checked("accountId", accountId);
        String redirect = HeaderValue.checked("redirectUri", redirectUri.toString());
        URI page = calls.execute(
                CallTerms.safe(REVOKE),
                context -> api.revokeAccount(context, accountId, redirect),
                (status, answer) -> PageLocation.checked(calls.environment(), REVOKE, status, answer.location()));
        return PendingPages.ofRevocation(contract, page);
    }

    void delete(String accountId) {
        HeaderValue.checked("accountId", accountId);
        calls.exchange(CallTerms.changing("deleteAccount"), context -> api.deleteAccount(context, accountId));
    }
}
