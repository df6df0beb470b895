package me.digi.client.internal.api;

import java.util.Map;
import java.util.Objects;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.api.PageCodes.Code;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.PendingPage.Kind;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.token.Grant;
import me.digi.client.store.GrantNotFoundException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** For one thread at a time. */
final class PreparedAuthorization extends PreparedPage<AuthorizationRequest> implements AuthorizationRequest {
    private @Nullable UserAccessToken userAccessToken;
    private @Nullable Grant grant;
    private @Nullable String storageId;

    PreparedAuthorization(PageCodes codes) {
        super(codes);
    }

    @Override
    public AuthorizationRequest forUser(String userKey) {
        this.grant = codes.grant(userKey);
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
        String state = codes.newState();
        Map<String, String> claims = claims(state);
        claims.put("response_type", "code");
        claims.put("response_mode", "query");
        UserAccessToken token = knownToken(deadline);
        String storageRef = storageId == null ? null : codes.reference("cloudId", storageId, deadline);
        Code code = codes.authorize(claims, token, options(), deadline);
        HttpUrl.Builder page = page("authorize", code);
        addSources(page);
        add(page, "storageRef", storageRef);
        return pending(Kind.AUTHORIZE, page, state, code);
    }

    private @Nullable UserAccessToken knownToken(Deadline deadline) {
        if (grant == null) {
            return userAccessToken;
        }
        if (userAccessToken != null) {
            throw new IllegalStateException("forUser and userAccessToken are both set");
        }
        try {
            return grant.token(deadline);
        } catch (GrantNotFoundException isNew) {
            return null;
        }
    }
}
