package me.digi.client.internal.api;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import me.digi.client.auth.SampleData;
import me.digi.client.auth.SourceType;
import me.digi.client.auth.SourcesScope;
import me.digi.client.internal.io.Require;
import me.digi.client.read.SessionOptions;
import org.jspecify.annotations.Nullable;

/**
 * The settings of all page requests; each request's interface says which of them it offers. For one thread at a time.
 *
 * @param <R> the request's interface
 */
abstract class PreparedPage<R> {
    private @Nullable String redirectUri;
    private @Nullable Long serviceId;
    private @Nullable SessionOptions sessionOptions;
    private SourceType sourceType = SourceType.PULL;
    private @Nullable SampleData sampleData;
    private @Nullable String locale;
    private @Nullable Boolean includeSampleDataOnlySources;
    private @Nullable Boolean triggerQuery;
    private @Nullable SourcesScope sourcesScope;

    abstract R self();

    public R redirectUri(URI uri) {
        this.redirectUri = RedirectUri.checked(uri);
        return self();
    }

    public R redirectUri(String uri) {
        this.redirectUri = RedirectUri.checked(uri);
        return self();
    }

    public R serviceId(long id) {
        this.serviceId = Require.id("serviceId", id);
        return self();
    }

    public R sessionOptions(SessionOptions options) {
        this.sessionOptions = Objects.requireNonNull(options, "sessionOptions");
        return self();
    }

    public R sourceType(SourceType type) {
        this.sourceType = Objects.requireNonNull(type, "sourceType");
        return self();
    }

    public R sampleData(SampleData data) {
        this.sampleData = Objects.requireNonNull(data, "sampleData");
        return self();
    }

    public R locale(String tag) {
        this.locale = Require.text("locale", tag);
        return self();
    }

    public R includeSampleDataOnlySources(boolean include) {
        this.includeSampleDataOnlySources = include;
        return self();
    }

    public R triggerQuery(boolean trigger) {
        this.triggerQuery = trigger;
        return self();
    }

    public R sourcesScope(SourcesScope scope) {
        this.sourcesScope = Objects.requireNonNull(scope, "sourcesScope");
        return self();
    }

    final @Nullable SessionOptions options() {
        return sessionOptions;
    }

    final Map<String, String> claims() {
        if (redirectUri == null) {
            throw new IllegalStateException("redirectUri is missing");
        }
        Map<String, String> claims = new HashMap<>();
        claims.put("redirect_uri", redirectUri);
        return claims;
    }

    final Map<String, String> claims(String state) {
        Map<String, String> claims = claims();
        claims.put("state", state);
        return claims;
    }

    final PageAddress addLocale(PageAddress page) {
        return page.with("lng", locale);
    }

    /** Adds the parameters of pages that open a session. */
    final PageAddress addSession(PageAddress page) {
        return addLocale(page).with("triggerQuery", triggerQuery);
    }

    /** Adds the parameters of pages on which the user chooses sources. */
    final PageAddress addSources(PageAddress page) {
        page.with("sourceType", sourceType.value())
                .with("service", serviceId)
                .with("sampleDataSet", sampleData == null ? null : sampleData.dataSet())
                .with("sampleDataAutoOnboard", (sampleData != null && sampleData.autoOnboard()) ? true : null)
                .with("includeSampleDataOnlySources", includeSampleDataOnlySources);
        return addSession(page).withSourcesScope(sourcesScope);
    }
}
