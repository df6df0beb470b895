package me.digi.client.internal.api;

import java.util.Map;
import java.util.function.Function;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.ReauthorizationRequest;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.api.Links.Code;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.PendingPage.Kind;

/** A reauthorization that is being put together. For one thread at a time. */
public final class PreparedReauthorization extends PreparedPage<ReauthorizationRequest>
        implements ReauthorizationRequest {
    private final Links links;
    private final ContractDetails contract;
    private final Function<Deadline, UserAccessToken> token;

    /** For the user of this token, which is asked for when the request is sent; with nothing set. */
    public PreparedReauthorization(Links links, ContractDetails contract, Function<Deadline, UserAccessToken> token) {
        this.links = links;
        this.contract = contract;
        this.token = token;
    }

    @Override
    ReauthorizationRequest self() {
        return this;
    }

    @Override
    public PendingConsent start() {
        Deadline deadline = links.deadline();
        String state = links.random().next();
        Map<String, String> claims = claims(state);
        Verifiers verifiers = new Verifiers(links.random());
        Code code = links.userReference(
                contract, token.apply(deadline), () -> verifiers.addTo(claims), options(), deadline);
        PageAddress page = addSession(links.page("user-reauth").with("code", code.code()));
        return PendingPages.of(Kind.REAUTHORIZE, contract, page, state, verifiers.latest(), code);
    }
}
