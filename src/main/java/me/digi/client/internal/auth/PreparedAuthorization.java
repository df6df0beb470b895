package me.digi.client.internal.auth;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.AuthorizationUrl;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.auth.Links.Code;
import me.digi.client.internal.values.Require;
import org.jspecify.annotations.Nullable;

/** An authorization that is being put together. For one thread at a time. */
public final class PreparedAuthorization extends PreparedPage<AuthorizationRequest> implements AuthorizationRequest {
    private final Links links;
    private final ContractDetails contract;
    private @Nullable UserAccessToken userAccessToken;
    private @Nullable String storageId;

    /** For this contract, with nothing set. */
    public PreparedAuthorization(Links links, ContractDetails contract) {
        this.links = links;
        this.contract = contract;
    }

    @Override
    AuthorizationRequest self() {
        return this;
    }

    @Override
    public AuthorizationRequest userAccessToken(UserAccessToken token) {
        this.userAccessToken = Objects.requireNonNull(token, "userAccessToken");
        return this;
    }

    @Override
    public AuthorizationRequest storageId(String id) {
        this.storageId = Require.text("storageId", id);
        return this;
    }

    @Override
    public AuthorizationUrl url() {
        Map<String, String> claims = authorizationClaims();
        Verifiers verifiers = new Verifiers(links.random());
        String storageRef = storageId == null ? null : links.reference(contract, "cloudId", storageId);
        Code code = links.authorize(contract, () -> verifiers.addTo(claims), secrets(), options());
        PageAddress page = links.page("authorize").with("code", code.code()).with("storageRef", storageRef);
        return AuthorizationUrl.builder()
                .url(addSources(page).toUri())
                .codeVerifier(verifiers.latest())
                .session(code.session())
                .build();
    }

    private Map<String, String> authorizationClaims() {
        Map<String, String> claims = claims();
        if (state() == null) {
            throw new IllegalStateException("state is missing");
        }
        claims.put("response_type", "code");
        claims.put("response_mode", "query");
        if (userAccessToken != null) {
            claims.put("access_token", userAccessToken.accessToken().value());
        }
        return claims;
    }

    private List<String> secrets() {
        return userAccessToken == null
                ? List.of()
                : List.of(userAccessToken.accessToken().value());
    }
}
