package me.digi.client.internal.api;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import me.digi.client.auth.DataType;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.SampleData;
import me.digi.client.auth.SourceType;
import me.digi.client.auth.SourcesScope;
import me.digi.client.internal.api.PageCodes.Code;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.io.PendingPage;
import me.digi.client.internal.io.PendingPage.Kind;
import me.digi.client.internal.io.Require;
import me.digi.client.read.SessionOptions;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The settings of all page requests; each request's interface says which of them it offers. For one thread at a time.
 *
 * @param <R> the request's interface
 */
abstract class PreparedPage<R> {
    /** Three of these leave room for the rest of a pending consent, whose JSON is limited. */
    private static final int MAX_PARAMETER_CHARS = 1 << 14;

    final PageCodes codes;
    private @Nullable String redirectUri;
    private @Nullable Long serviceId;
    private @Nullable SessionOptions sessionOptions;
    private SourceType sourceType = SourceType.PULL;
    private @Nullable SampleData sampleData;
    private @Nullable String locale;
    private @Nullable Boolean includeSampleDataOnlySources;
    private @Nullable Boolean triggerQuery;
    private @Nullable String sourcesScope;

    PreparedPage(PageCodes codes) {
        this.codes = codes;
    }

    @SuppressWarnings("unchecked") // Each subclass implements R.
    private R self() {
        return (R) this;
    }

    /** Kept literally: digi.me compares it with the contract's redirect URIs. */
    public R redirectUri(URI uri) {
        this.redirectUri = checked(uri);
        return self();
    }

    static String checked(URI redirectUri) {
        Objects.requireNonNull(redirectUri, "redirectUri");
        if (!redirectUri.isAbsolute() || redirectUri.isOpaque() || redirectUri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "redirectUri must be an absolute URI with a path or host and no fragment: " + redirectUri);
        }
        return redirectUri.toString();
    }

    public R redirectUri(String uri) {
        try {
            return redirectUri(new URI(Objects.requireNonNull(uri, "redirectUri")));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("redirectUri is not a valid URI: " + uri, e);
        }
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
        checkLength("sampleData", data.dataSet());
        return self();
    }

    public R locale(String tag) {
        this.locale = Require.text("locale", tag);
        checkLength("locale", tag);
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
        String json = json(Objects.requireNonNull(scope, "sourcesScope"));
        checkLength("sourcesScope", json);
        this.sourcesScope = json;
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

    final HttpUrl.Builder page(String name, Code code) {
        HttpUrl.Builder page =
                HttpUrl.get(codes.onboardUrl().toString()).newBuilder().addPathSegment(name);
        add(page, "code", code.code());
        return page;
    }

    final void addLocale(HttpUrl.Builder page) {
        add(page, "lng", locale);
    }

    /** Adds the parameters of pages that open a session. */
    final void addSession(HttpUrl.Builder page) {
        addLocale(page);
        add(page, "triggerQuery", triggerQuery);
    }

    /** Adds the parameters of pages on which the user chooses sources. */
    final void addSources(HttpUrl.Builder page) {
        add(page, "sourceType", sourceType.value());
        add(page, "service", serviceId);
        add(page, "sampleDataSet", sampleData == null ? null : sampleData.dataSet());
        add(page, "sampleDataAutoOnboard", (sampleData != null && sampleData.autoOnboard()) ? true : null);
        add(page, "includeSampleDataOnlySources", includeSampleDataOnlySources);
        addSession(page);
        add(page, "sourcesScope", sourcesScope);
    }

    /** URI-encoded here in addition to the encoding of every parameter, as the official SDK does. */
    private static String json(SourcesScope scope) {
        Map<String, Object> members = new LinkedHashMap<>();
        List<String> dataTypes = scope.dataTypes().stream().map(DataType::value).collect(Collectors.toList());
        if (!dataTypes.isEmpty()) {
            members.put("dataType", dataTypes);
        }
        if (scope.organizationType() != null) {
            members.put("organizationType", scope.organizationType().value());
        }
        return encoded(Json.write(members));
    }

    private static void checkLength(String field, String value) {
        int length = encoded(value).length();
        if (length > MAX_PARAMETER_CHARS) {
            throw new IllegalArgumentException(field + " must not be longer than " + MAX_PARAMETER_CHARS
                    + " characters in the page's URL: " + length);
        }
    }

    private static String encoded(String text) {
        try {
            return URLEncoder.encode(text, "UTF-8").replace("+", "%20");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static void add(HttpUrl.Builder page, String parameter, @Nullable Object value) {
        if (value != null) {
            page.addQueryParameter(parameter, value.toString());
        }
    }

    /** By way of JSON, so that it equals what applications restore from a session. */
    final PendingConsent pending(Kind kind, HttpUrl.Builder page, @Nullable String state, Code code) {
        PendingPage pending = new PendingPage(
                kind,
                codes.contractId(),
                URI.create(page.build().toString()),
                state,
                code.codeVerifier(),
                new PendingPage.Session(
                        code.session().key().value(), code.session().expiresAt()));
        return PendingConsent.fromJson(pending.toJson());
    }
}
