package me.digi.client.internal.api;

import me.digi.client.auth.AccountReauthorizationRequest;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.internal.api.PageCodes.Code;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.PendingPage.Kind;
import me.digi.client.internal.io.Require;

/** For one thread at a time. */
final class PreparedAccountReauthorization extends PreparedPage<AccountReauthorizationRequest>
        implements AccountReauthorizationRequest {
    private final PageCodes codes;
    private final ContractDetails contract;
    private final Caller user;
    private final String accountId;

    PreparedAccountReauthorization(PageCodes codes, ContractDetails contract, Caller user, String accountId) {
        this.codes = codes;
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
        Deadline deadline = codes.deadline();
        Code code = codes.userReference(user, claims(), null, deadline);
        String accountRef = codes.reference(contract, "accountId", accountId, deadline);
        PageAddress page = codes.page("reauthorize").with("code", code.code()).with("accountRef", accountRef);
        return PendingPages.of(Kind.REAUTHORIZE_ACCOUNT, contract, addLocale(page), null, null, code);
    }
}
