package me.digi.client.internal.api;

import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.OnboardRequest;
import me.digi.client.auth.PendingConsent;
import me.digi.client.internal.api.PageCodes.Code;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.io.PendingPage.Kind;

/** For one thread at a time. */
final class PreparedOnboarding extends PreparedPage<OnboardRequest> implements OnboardRequest {
    private final PageCodes codes;
    private final ContractDetails contract;
    private final Caller user;

    PreparedOnboarding(PageCodes codes, ContractDetails contract, Caller user) {
        this.codes = codes;
        this.contract = contract;
        this.user = user;
    }

    @Override
    OnboardRequest self() {
        return this;
    }

    @Override
    public PendingConsent start() {
        String state = codes.random().next();
        Code code = codes.userReference(user, claims(state), options(), codes.deadline());
        PageAddress page = addSources(codes.page("onboard").with("code", code.code()));
        return PendingPages.of(Kind.ONBOARD, contract, page, state, null, code);
    }
}
