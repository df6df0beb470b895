package me.digi.client.internal.api;

import me.digi.client.auth.AccountReauthorizationRequest;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.internal.api.Links.Code;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.PendingPage.Kind;
import me.digi.client.internal.io.Require;

/** The reauthorization of an account that is being put together. For one thread at a time. */
final class PreparedAccountReauthorization extends PreparedPage<AccountReauthorizationRequest>
        implements AccountReauthorizationRequest {
    private final Links links;
    private final ContractDetails contract;
    private final Caller user;
    private final String accountId;

    /** For this account of this user, with nothing set. */
    PreparedAccountReauthorization(Links links, ContractDetails contract, Caller user, String accountId) {
        this.links = links;
        this.contract = contract;
        this.user = user;
        this.accountId = Require.text("accountId", accountId);
    }

    @Override
    AccountReauthorizationRequest self() {
        return this;
    }

    @Override
    public PendingConsent start() {
        Deadline deadline = links.deadline();
        Code code = links.userReference(user, claims(), null, deadline);
        String accountRef = links.reference(contract, "accountId", accountId, deadline);
        PageAddress page = links.page("reauthorize").with("code", code.code()).with("accountRef", accountRef);
        return PendingPages.of(Kind.REAUTHORIZE_ACCOUNT, contract, addLocale(page), null, null, code);
    }
}
