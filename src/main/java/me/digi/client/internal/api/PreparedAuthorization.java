package me.digi.client.internal.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.api.PageCodes.Code;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.PendingPage.Kind;
import me.digi.client.internal.io.Require;
import org.jspecify.annotations.Nullable;

/** For one thread at a time. */
public final class PreparedAuthorization extends PreparedPage<AuthorizationRequest> implements AuthorizationRequest {
    private final PageCodes codes;
    private final ContractDetails contract;
    private final Function<String, Function<Deadline, @Nullable UserAccessToken>> storedTokens;
    private @Nullable UserAccessToken userAccessToken;
    private @Nullable Function<Deadline, @Nullable UserAccessToken> storedToken;
    private @Nullable String storageId;

    /**
     * A request that has no redirect URI yet.
     *
     * @param storedTokens validates a user key and returns a function that loads the user's token, or null
     */
    public PreparedAuthorization(
            PageCodes codes,
            ContractDetails contract,
            Function<String, Function<Deadline, @Nullable UserAccessToken>> storedTokens) {
        this.codes = codes;
        this.contract = contract;
        this.storedTokens = storedTokens;
    }

    @Override
    AuthorizationRequest self() {
        return this;
    }

    @Override
    public AuthorizationRequest forUser(String userKey) {
        this.storedToken = storedTokens.apply(userKey);
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
    public PendingConsent start() {
        Deadline deadline = codes.deadline();
        String state = codes.random().next();
        Map<String, String> claims = claims(state);
        claims.put("response_type", "code");
        claims.put("response_mode", "query");
        UserAccessToken known = knownToken(deadline);
        String accessToken = known == null ? null : known.accessToken().value();
        if (accessToken != null) {
            claims.put("access_token", accessToken);
        }
        CodeVerifiers verifiers = new CodeVerifiers(codes.random());
        String storageRef = storageId == null ? null : codes.reference(contract, "cloudId", storageId, deadline);
        List<String> secrets = accessToken == null ? List.of() : List.of(accessToken);
        Code code = codes.authorize(contract, () -> verifiers.addTo(claims), secrets, options(), deadline);
        PageAddress page =
                addSources(codes.page("authorize").with("code", code.code())).with("storageRef", storageRef);
        return PendingPages.of(Kind.AUTHORIZE, contract, page, state, verifiers.latest(), code);
    }

    private @Nullable UserAccessToken knownToken(Deadline deadline) {
        if (storedToken == null) {
            return userAccessToken;
        }
        if (userAccessToken != null) {
            throw new IllegalStateException("forUser and userAccessToken are both set");
        }
        return storedToken.apply(deadline);
    }
}
