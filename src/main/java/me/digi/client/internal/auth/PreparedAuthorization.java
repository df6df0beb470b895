package me.digi.client.internal.auth;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.AuthorizationUrl;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.SampleData;
import me.digi.client.auth.SourceType;
import me.digi.client.auth.SourcesScope;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.auth.Links.Code;
import me.digi.client.internal.mapping.SessionMapping;
import me.digi.client.internal.values.Require;
import me.digi.client.read.SessionOptions;
import org.jspecify.annotations.Nullable;

/** An authorization that is being put together. For one thread at a time. */
public final class PreparedAuthorization implements AuthorizationRequest {
    private final Links links;
    private final ContractDetails contract;
    private @Nullable String callback;
    private @Nullable String state;
    private @Nullable Long serviceId;
    private @Nullable UserAccessToken userAccessToken;
    private @Nullable SessionOptions sessionOptions;
    private SourceType sourceType = SourceType.PULL;
    private @Nullable SampleData sampleData;
    private @Nullable String locale;
    private @Nullable Boolean includeSampleDataOnlySources;
    private @Nullable String storageId;
    private @Nullable Boolean triggerQuery;
    private @Nullable SourcesScope sourcesScope;

    /** For this contract, with nothing set. */
    public PreparedAuthorization(Links links, ContractDetails contract) {
        this.links = links;
        this.contract = contract;
    }

    @Override
    public AuthorizationRequest callback(URI callbackUri) {
        this.callback = CallbackUri.checked(callbackUri);
        return this;
    }

    @Override
    public AuthorizationRequest callback(String callbackUri) {
        this.callback = CallbackUri.checked(callbackUri);
        return this;
    }

    @Override
    public AuthorizationRequest state(String expectedState) {
        this.state = Require.secret("state", expectedState);
        return this;
    }

    @Override
    public AuthorizationRequest serviceId(long id) {
        this.serviceId = Require.id("serviceId", id);
        return this;
    }

    @Override
    public AuthorizationRequest userAccessToken(UserAccessToken token) {
        this.userAccessToken = Objects.requireNonNull(token, "userAccessToken");
        return this;
    }

    @Override
    public AuthorizationRequest sessionOptions(SessionOptions options) {
        this.sessionOptions = Objects.requireNonNull(options, "sessionOptions");
        return this;
    }

    @Override
    public AuthorizationRequest sourceType(SourceType type) {
        this.sourceType = Objects.requireNonNull(type, "sourceType");
        return this;
    }

    @Override
    public AuthorizationRequest sampleData(SampleData data) {
        this.sampleData = Objects.requireNonNull(data, "sampleData");
        return this;
    }

    @Override
    public AuthorizationRequest locale(String tag) {
        this.locale = Require.text("locale", tag);
        return this;
    }

    @Override
    public AuthorizationRequest includeSampleDataOnlySources(boolean include) {
        this.includeSampleDataOnlySources = include;
        return this;
    }

    @Override
    public AuthorizationRequest storageId(String id) {
        this.storageId = Require.text("storageId", id);
        return this;
    }

    @Override
    public AuthorizationRequest triggerQuery(boolean trigger) {
        this.triggerQuery = trigger;
        return this;
    }

    @Override
    public AuthorizationRequest sourcesScope(SourcesScope scope) {
        this.sourcesScope = Objects.requireNonNull(scope, "sourcesScope");
        return this;
    }

    @Override
    public AuthorizationUrl url() {
        Map<String, String> claims = claims();
        Verifiers verifiers = new Verifiers(links.random());
        String storageRef = storageId == null ? null : links.storageReference(contract, storageId);
        Code code = links.authorize(contract, () -> verifiers.addTo(claims), secrets(), sessionOptions);
        URI url = links.page("authorize")
                .with("code", code.code())
                .with("sourceType", sourceType.value())
                .with("service", serviceId)
                .with("sampleDataSet", sampleData == null ? null : sampleData.dataSet())
                .with("sampleDataAutoOnboard", sampleData == null ? null : sampleData.autoOnboard())
                .with("lng", locale)
                .with("includeSampleDataOnlySources", includeSampleDataOnlySources)
                .with("storageRef", storageRef)
                .with("triggerQuery", triggerQuery)
                .withSourcesScope(sourcesScope)
                .toUri();
        return AuthorizationUrl.builder()
                .url(url)
                .codeVerifier(verifiers.latest())
                .session(SessionMapping.fromWire("authorize", code.session()))
                .build();
    }

    private Map<String, String> claims() {
        if (callback == null) {
            throw new IllegalStateException("callback is missing");
        }
        if (state == null) {
            throw new IllegalStateException("state is missing");
        }
        Map<String, String> claims = new HashMap<>();
        claims.put("redirect_uri", callback);
        claims.put("state", state);
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
