package me.digi.client.internal.auth;

import java.util.Map;
import me.digi.client.auth.AuthorizationUrl;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.ReauthorizationRequest;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.auth.Links.Code;

/** A reauthorization that is being put together. For one thread at a time. */
public final class PreparedReauthorization extends PreparedPage<ReauthorizationRequest>
        implements ReauthorizationRequest {
    private final Links links;
    private final ContractDetails contract;
    private final UserAccessToken token;

    /** For the user of this token, with nothing set. */
    public PreparedReauthorization(Links links, ContractDetails contract, UserAccessToken token) {
        this.links = links;
        this.contract = contract;
        this.token = token;
    }

    @Override
    ReauthorizationRequest self() {
        return this;
    }

    @Override
    public AuthorizationUrl url() {
        Map<String, String> claims = claims();
        Verifiers verifiers = new Verifiers(links.random());
        Code code = links.userReference(contract, token, () -> verifiers.addTo(claims), options());
        return AuthorizationUrl.builder()
                .url(addSession(links.page("user-reauth").with("code", code.code()))
                        .toUri())
                .codeVerifier(verifiers.latest())
                .session(code.session())
                .build();
    }
}
