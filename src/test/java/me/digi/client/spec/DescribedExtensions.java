package me.digi.client.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Checks what OpenAPI cannot describe, and extensions of the description do: the header and claims of a request's JWT
 * ({@code x-jwt}), the payload of a JWT elsewhere ({@code x-jwt-payload}), the query of a redirect ({@code x-query}),
 * and what a parameter or the header {@code x-metadata} holds ({@code x-decoded}).
 */
final class DescribedExtensions {
    private static final String BEARER = "Bearer ";
    private static final int MALFORMED = 400;

    private final OpenAPI api;
    private final SchemaValidator schemas;
    private final Map<String, Schema<?>> resolved = new ConcurrentHashMap<>();

    DescribedExtensions(OpenAPI api) {
        this.api = api;
        this.schemas = new SchemaValidator(api, new MessageResolver());
    }

    /** Returns the violations. Unreadable and malformed JWTs are left to the server. */
    List<String> violations(Operation operation, Exchange exchange) {
        List<String> violations = new ArrayList<>();
        checkJwt(operation, exchange, violations);
        checkParameters(operation, exchange, violations);
        checkRedirect(operation, exchange, violations);
        checkMetadata(exchange, violations);
        return violations;
    }

    private void checkJwt(Operation operation, Exchange exchange, List<String> violations) {
        String authorization = exchange.requestHeaders().get("Authorization");
        Object jwt = extension(operation.getExtensions(), "x-jwt");
        if (authorization == null
                || !authorization.startsWith(BEARER)
                || !(jwt instanceof Map<?, ?> parts)
                || exchange.status() == MALFORMED) {
            return;
        }
        check("the JWT's header", part(authorization.substring(BEARER.length()), 0), parts.get("header"), violations);
        check("the JWT's claims", part(authorization.substring(BEARER.length()), 1), parts.get("claims"), violations);
    }

    private void checkParameters(Operation operation, Exchange exchange, List<String> violations) {
        for (Parameter parameter : parameters(operation)) {
            String value = parameter.getIn().equals("query")
                    ? exchange.url().queryParameter(parameter.getName())
                    : exchange.requestHeaders().get(parameter.getName());
            Object payload = extension(parameter.getExtensions(), "x-jwt-payload");
            Object decoded = extension(parameter.getExtensions(), "x-decoded");
            if (value != null && payload != null) {
                check(parameter.getName(), part(value, 1), payload, violations);
            }
            if (value != null && decoded != null) {
                check(parameter.getName(), URLDecoder.decode(value, UTF_8), decoded, violations);
            }
        }
    }

    private void checkRedirect(Operation operation, Exchange exchange, List<String> violations) {
        String location = exchange.responseHeaders().get("Location");
        if (exchange.status() != 302
                || location == null
                || !operation.getResponses().containsKey("302")) {
            return;
        }
        Object query = extension(
                operation.getResponses().get("302").getHeaders().get("Location").getExtensions(), "x-query");
        HttpUrl url = HttpUrl.get(location);
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        url.queryParameterNames().forEach(name -> parameters.put(name, url.queryParameter(name)));
        // The application's own.
        parameters.remove("user");
        check("Location", json(parameters), query, violations);
    }

    private void checkMetadata(Exchange exchange, List<String> violations) {
        String value = exchange.responseHeaders().get("x-metadata");
        if (value != null) {
            Header header = api.getComponents().getHeaders().get("x-metadata");
            String json = new String(Base64.getUrlDecoder().decode(value), UTF_8);
            check("x-metadata", json, extension(header.getExtensions(), "x-decoded"), violations);
        }
    }

    /** The text matches one of the schemas. */
    private void check(String what, @Nullable String text, @Nullable Object schema, List<String> violations) {
        if (text == null) {
            return;
        }
        List<ValidationReport> reports = alternatives(schema)
                .map(alternative -> schemas.validate(text, alternative, what))
                .toList();
        if (reports.stream().noneMatch(report -> report.getMessages().isEmpty())) {
            violations.add(what + ": "
                    + reports.stream()
                            .flatMap(report -> report.getMessages().stream())
                            .map(ValidationReport.Message::getMessage)
                            .toList());
        }
    }

    private Stream<Schema<?>> alternatives(@Nullable Object schema) {
        if (!(schema instanceof Map<?, ?> members)) {
            throw new AssertionError("no schema: " + schema);
        }
        if (members.get("anyOf") instanceof List<?> several) {
            return several.stream().flatMap(this::alternatives);
        }
        return Stream.of(resolved.computeIfAbsent(String.valueOf(members.get("$ref")), this::resolve));
    }

    private Schema<?> resolve(String reference) {
        String[] path = reference.substring("#/".length()).split("/", -1);
        if (path[0].equals("components")) {
            return api.getComponents().getSchemas().get(path[2]);
        }
        Object found = api.getExtensions().get(path[0]);
        for (int i = 1; i < path.length; i++) {
            found = found instanceof Map<?, ?> members ? members.get(path[i]) : null;
        }
        if (found == null) {
            throw new AssertionError("nothing at " + reference);
        }
        return Json.mapper().convertValue(found, Schema.class);
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static @Nullable Object extension(@Nullable Map<String, Object> extensions, String name) {
        return extensions == null ? null : extensions.get(name);
    }

    /** A part of a JWT as JSON, or null if there is none. */
    private static @Nullable String part(String jwt, int index) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(parts[index]), UTF_8);
            return text.startsWith("{") ? text : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
