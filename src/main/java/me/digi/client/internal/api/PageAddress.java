package me.digi.client.internal.api;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import me.digi.client.auth.DataType;
import me.digi.client.auth.SourcesScope;
import me.digi.client.internal.io.Json;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The URL of a page for the user's browser. Null parameters are left out. */
final class PageAddress {
    private final HttpUrl.Builder url;

    PageAddress(URI onboardUrl, String page) {
        this.url = HttpUrl.get(onboardUrl.toString()).newBuilder().addPathSegment(page);
    }

    PageAddress with(String parameter, @Nullable Object value) {
        if (value != null) {
            url.addQueryParameter(parameter, value.toString());
        }
        return this;
    }

    /** JSON, URI-encoded here in addition to the encoding of every parameter. */
    PageAddress withSourcesScope(@Nullable SourcesScope scope) {
        if (scope == null) {
            return this;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        List<String> dataTypes = scope.dataTypes().stream().map(DataType::value).collect(Collectors.toList());
        if (!dataTypes.isEmpty()) {
            members.put("dataType", dataTypes);
        }
        if (scope.organizationType() != null) {
            members.put("organizationType", scope.organizationType().value());
        }
        return with("sourcesScope", UriComponent.encode(Json.write(members)));
    }

    URI toUri() {
        return URI.create(url.build().toString());
    }
}
