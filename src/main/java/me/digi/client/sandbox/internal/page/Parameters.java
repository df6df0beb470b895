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
import org.jspecify.annotations.Nullable;

/** The query of a page's address, and the shapes of its values. */
final class Parameters {
    static final Shape BOOL = Shape.oneOf("true", "false");
    static final Shape NUMBER = Shape.text("[1-9][0-9]{0,17}", "a whole number from 1");
    static final Shape LOCALE = Shape.text("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", "a locale like en or pt-BR");
    static final Shape SOURCES_SCOPE = Parameters::checkSourcesScope;

    private static final Shape KEBAB = Shape.text("[a-z0-9]+(-[a-z0-9]+)*", "a name like general-practitioner");
    private static final ObjectShape SCOPE =
            ObjectShape.object().optional("dataType", Shape.arrayOf(KEBAB)).optional("organizationType", KEBAB);

    /** What goes with every page on which an account is added. */
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

    /** The parameters by name, decoded once. */
    static JsonView parse(@Nullable String query) {
        try {
            return Query.parse(query);
        } catch (ShapeException e) {
            throw new PageException(Rule.PAGE_ADDRESS, String.valueOf(e.getMessage()));
        }
    }

    /** The address with these parameters added. */
    static String append(String address, Map<String, String> parameters) {
        StringBuilder url = new StringBuilder(address);
        char separator = address.contains("?") ? '&' : '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            url.append(separator).append(parameter.getKey()).append('=');
            url.append(URLEncoder.encode(parameter.getValue(), UTF_8));
            separator = '&';
        }
        return url.toString();
    }

    /** JSON that was URI-encoded before it became a query value: what is left of the query's own encoding is encoded. */
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
