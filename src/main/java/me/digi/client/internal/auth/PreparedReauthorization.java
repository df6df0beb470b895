package me.digi.client.internal.auth;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.digi.client.auth.AuthorizationUrl;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.ReauthorizationRequest;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.auth.Links.Code;
import me.digi.client.internal.mapping.SessionMapping;
import me.digi.client.internal.values.Require;
import me.digi.client.read.SessionOptions;
import org.jspecify.annotations.Nullable;

/** A reauthorization that is being put together. For one thread at a time. */
public final class PreparedReauthorization implements ReauthorizationRequest {
    private final Links links;
    private final ContractDetails contract;
    private final UserAccessToken token;
    private @Nullable String callback;
    private @Nullable String state;
    private @Nullable String locale;
    private @Nullable SessionOptions sessionOptions;
    private @Nullable Boolean triggerQuery;

    /** For the user of this token, with nothing set. */
    public PreparedReauthorization(Links links, ContractDetails contract, UserAccessToken token) {
        this.links = links;
        this.contract = contract;
        this.token = token;
    }

    @Override
    public ReauthorizationRequest callback(URI callbackUri) {
        this.callback = CallbackUri.checked(callbackUri);
        return this;
    }

    @Override
    public ReauthorizationRequest callback(String callbackUri) {
        this.callback = CallbackUri.checked(callbackUri);
        return this;
    }

    @Override
    public ReauthorizationRequest state(String expectedState) {
        this.state = Require.secret("state", expectedState);
        return this;
    }

    @Override
    public ReauthorizationRequest locale(String tag) {
        this.locale = Require.text("locale", tag);
        return this;
    }

    @Override
    public ReauthorizationRequest sessionOptions(SessionOptions options) {
        this.sessionOptions = Objects.requireNonNull(options, "sessionOptions");
        return this;
    }

    @Override
    public ReauthorizationRequest triggerQuery(boolean trigger) {
        this.triggerQuery = trigger;
        return this;
    }

    @Override
    public AuthorizationUrl url() {
        Map<String, String> claims = claims();
        Verifiers verifiers = new Verifiers(links.random());
        List<String> secrets = List.of(token.accessToken().value());
        Code code = links.tokenReference(contract, () -> verifiers.addTo(claims), secrets, sessionOptions);
        URI url = links.page("user-reauth")
                .with("code", code.code())
                .with("lng", locale)
                .with("triggerQuery", triggerQuery)
                .toUri();
        return AuthorizationUrl.builder()
                .url(url)
                .codeVerifier(verifiers.latest())
                .session(SessionMapping.fromWire("tokenReference", code.session()))
                .build();
    }

    private Map<String, String> claims() {
        if (callback == null) {
            throw new IllegalStateException("callback is missing");
        }
        Map<String, String> claims = new HashMap<>();
        claims.put("redirect_uri", callback);
        claims.put("access_token", token.accessToken().value());
        if (state != null) {
            claims.put("state", state);
        }
        return claims;
    }
}
