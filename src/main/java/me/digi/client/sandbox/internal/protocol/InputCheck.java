package me.digi.client.sandbox.internal.protocol;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.NotJsonException;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.state.Blob;
import me.digi.client.sandbox.internal.state.Blobs;
import org.jspecify.annotations.Nullable;

/** Checks the query, headers and body of a request as its operation requires. */
final class InputCheck {
    private static final String JSON = "application/json\\s*(;\\s*charset=\"?utf-8\"?)?";
    private static final String BYTES = "application/octet-stream";

    private final ApiOperation operation;
    private final Request request;
    private final RuleCheck rules;

    InputCheck(ApiOperation operation, Request request, RuleCheck rules) {
        this.operation = operation;
        this.request = request;
        this.rules = rules;
    }

    Call.Inputs check(Blobs blobs) {
        JsonView query = query();
        JsonView headers = headers();
        return switch (operation.payload) {
            case NONE -> {
                if (!request.body().text().isEmpty()) {
                    rules.refuse(ApiErrors.malformed(
                            Rule.BODY_ABSENT,
                            "body is not allowed here",
                            "a body of " + request.body().text().length() + " characters"));
                }
                yield new Call.Inputs(query, headers, JsonView.empty(), null);
            }
            case JSON -> new Call.Inputs(query, headers, json(), null);
            case OPTIONAL_JSON ->
                new Call.Inputs(query, headers, request.body().text().isEmpty() ? JsonView.empty() : json(), null);
            case BYTES -> new Call.Inputs(query, headers, JsonView.empty(), bytes(blobs));
        };
    }

    private JsonView query() {
        try {
            JsonView query = Query.parse(request.query());
            rules.check(Rule.QUERY, Rule.QUERY_NAMES, operation.query, "query", query.members());
            return query;
        } catch (ShapeException e) {
            throw ApiErrors.malformed(Rule.QUERY, e);
        }
    }

    private JsonView headers() {
        Map<String, @Nullable Object> headers = new LinkedHashMap<>();
        for (String name : operation.headers.names()) {
            String value = request.header(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        rules.check(Rule.HEADERS, Rule.HEADERS, operation.headers, "header", headers);
        String accept = request.header("Accept");
        if (operation.download && accept != null && !accept.contains(BYTES) && !accept.contains("*/*")) {
            rules.refuse(ApiErrors.notAcceptable("the header Accept does not allow " + BYTES, accept));
        }
        return new JsonView(headers);
    }

    private JsonView json() {
        checkType(JSON, "application/json");
        if (request.body().isTooLong()) {
            throw ApiErrors.malformed(Rule.BODY, "body exceeds 1 MiB", "a body of more than 1 MiB");
        }
        try {
            JsonView body = new JsonView(Json.parseObject(request.body().text()));
            rules.check(Rule.BODY, Rule.BODY_NAMES, operation.body, "body", body.members());
            return body;
        } catch (NotJsonException e) {
            throw ApiErrors.malformed(
                    Rule.BODY,
                    "body is not a JSON object: " + e.getMessage(),
                    "a body that is not a JSON object: " + e.getMessage());
        }
    }

    private Blob bytes(Blobs blobs) {
        checkType(BYTES, BYTES);
        try {
            return blobs.take(request.body().bytes());
        } catch (IOException e) {
            throw new BrokenBodyException(e);
        }
    }

    private void checkType(String pattern, String what) {
        String type = request.header("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).matches(pattern)) {
            rules.refuse(ApiErrors.malformed(
                    Rule.CONTENT_TYPE,
                    "the header Content-Type is not " + what,
                    type == null ? "no Content-Type" : "Content-Type: " + type));
        }
    }
}
