package me.digi.client.internal.api;

import java.util.Map;
import java.util.function.Function;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.ReauthorizationRequest;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.api.PageCodes.Code;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.PendingPage.Kind;

/** For one thread at a time. */
public final class PreparedReauthorization extends PreparedPage<ReauthorizationRequest>
        implements ReauthorizationRequest {
    private final PageCodes codes;
    private final ContractDetails contract;
    private final Function<Deadline, UserAccessToken> token;

    /**
     * A request that has no redirect URI yet.
     *
     * @param token loads the user's token when the request is sent
     */
    public PreparedReauthorization(
            PageCodes codes, ContractDetails contract, Function<Deadline, UserAccessToken> token) {
        this.codes = codes;
        this.contract = contract;
        this.token = token;
    }

    @Override
    ReauthorizationRequest self() {
        return this;
    }

    @Override
    public PendingConsent start() {
        Deadline deadline = codes.deadline();
        String state = codes.random().next();
        Map<String, String> claims = claims(state);
        CodeVerifiers verifiers = new CodeVerifiers(codes.random());
        Code code = codes.userReference(
                contract, token.apply(deadline), () -> verifiers.addTo(claims), options(), deadline);
        PageAddress page = addSession(codes.page("user-reauth").with("code", code.code()));
        return PendingPages.of(Kind.REAUTHORIZE, contract, page, state, verifiers.latest(), code);
    }
}
