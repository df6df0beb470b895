package me.digi.client.sandbox.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.NotJsonException;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.protocol.Query;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.Reference;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/** The parameters of a page's URL. */
final class Parameters {
    static final Shape BOOL = Shape.oneOf("true", "false");
    static final Shape NUMBER = Shape.text("[1-9][0-9]{0,17}", "a whole number from 1");
    static final Shape LOCALE = Shape.text("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", "a locale like en or pt-BR");
    static final Shape SOURCES_SCOPE = Parameters::checkSourcesScope;

    private static final Shape KEBAB = Shape.text("[a-z0-9]+(-[a-z0-9]+)*", "a name like general-practitioner");
    private static final ObjectShape SCOPE =
            ObjectShape.object().optional("dataType", Shape.arrayOf(KEBAB)).optional("organizationType", KEBAB);

    /** The parameters of pages that add an account. */
    static final ObjectShape ADDING_AN_ACCOUNT = ObjectShape.object()
            .required("code", Shape.text())
            .optional("sourceType", Shape.oneOf("pull", "push"))
            .optional("service", NUMBER)
            .optional("sampleDataSet", Shape.text())
            .optional("sampleDataAutoOnboard", BOOL)
            .optional("lng", LOCALE)
            .optional("includeSampleDataOnlySources", BOOL)
            .optional("triggerQuery", BOOL)
            .optional("sourcesScope", SOURCES_SCOPE);

    private Parameters() {}

    /** Returns the decoded parameters by name. */
    static JsonView parse(@Nullable String query) {
        try {
            return Query.parse(query);
        } catch (ShapeException e) {
            throw new PageException(Rule.PAGE_ADDRESS, String.valueOf(e.getMessage()));
        }
    }

    /** Adds parameters to a URL. */
    static String append(String url, Map<String, String> parameters) {
        StringBuilder appended = new StringBuilder(url);
        char separator = url.contains("?") ? '&' : '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            appended.append(separator).append(parameter.getKey()).append('=');
            appended.append(URLEncoder.encode(parameter.getValue(), UTF_8));
            separator = '&';
        }
        return appended.toString();
    }

    /** Returns the id that a parameter refers to, or null if it is not a reference of this type and contract. */
    static @Nullable String resolve(JsonView values, String name, String type, Consent consent, World world) {
        String id = values.optionalText(name);
        Reference reference = id == null ? null : world.references().get(id);
        return reference != null
                        && reference.type().equals(type)
                        && reference.contract().equals(consent.contract())
                ? reference.value()
                : null;
    }

    /** JSON that was URI-encoded twice; the query is decoded already. */
    private static void checkSourcesScope(String path, @Nullable Object value) {
        Shape.text("[A-Za-z0-9_.!~*'()%-]+", "JSON, URI-encoded once and then again as a query value")
                .check(path, value);
        try {
            SCOPE.check(path, Json.parseObject(Query.decode(path, String.valueOf(value))));
        } catch (NotJsonException e) {
            throw new ShapeException(path, "is not a JSON object: " + e.getMessage());
        }
    }
}
