package me.digi.client.internal.api;

import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.OnboardRequest;
import me.digi.client.auth.PendingConsent;
import me.digi.client.internal.api.Links.Code;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.io.PendingPage.Kind;

/** The adding of a source that is being put together. For one thread at a time. */
final class PreparedOnboarding extends PreparedPage<OnboardRequest> implements OnboardRequest {
    private final Links links;
    private final ContractDetails contract;
    private final Caller user;

    /** For this user, with nothing set. */
    PreparedOnboarding(Links links, ContractDetails contract, Caller user) {
        this.links = links;
        this.contract = contract;
        this.user = user;
    }

    @Override
    OnboardRequest self() {
        return this;
    }

    @Override
    public PendingConsent start() {
        String state = links.random().next();
        Code code = links.userReference(user, claims(state), options(), links.deadline());
        PageAddress page = addSources(links.page("onboard").with("code", code.code()));
        return PendingPages.of(Kind.ONBOARD, contract, page, state, null, code);
    }
}
