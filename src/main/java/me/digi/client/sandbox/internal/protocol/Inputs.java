package me.digi.client.sandbox.internal.protocol;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.NotJsonException;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.state.Blob;
import me.digi.client.sandbox.internal.state.Blobs;
import org.jspecify.annotations.Nullable;

/** Checks what a request has besides the JWT against what the operation declares: query, headers and body. */
final class Inputs {
    private static final String JSON = "application/json\\s*(;\\s*charset=\"?utf-8\"?)?";
    private static final String BYTES = "application/octet-stream";

    private final ApiOperation operation;
    private final Request request;
    private final Judge judge;

    Inputs(ApiOperation operation, Request request, Judge judge) {
        this.operation = operation;
        this.request = request;
        this.judge = judge;
    }

    Call.Inputs check(Blobs blobs) {
        JsonView query = query();
        JsonView headers = headers();
        return switch (operation.payload()) {
            case NONE -> {
                if (!request.body().text().isEmpty()) {
                    judge.refuse(ApiErrors.malformed(
                            Rule.BODY_ABSENT,
                            "body is not allowed here",
                            "a body of " + request.body().text().length() + " characters"));
                }
                yield new Call.Inputs(query, headers, JsonView.empty(), null);
            }
            case JSON -> new Call.Inputs(query, headers, json(), null);
            case JSON_IF_ANY ->
                new Call.Inputs(query, headers, request.body().text().isEmpty() ? JsonView.empty() : json(), null);
            case BYTES -> new Call.Inputs(query, headers, JsonView.empty(), bytes(blobs));
        };
    }

    private JsonView query() {
        try {
            JsonView query = Query.parse(request.query());
            judge.check(Rule.QUERY, Rule.QUERY_NAMES, operation.query(), "query", query.members());
            return query;
        } catch (ShapeException e) {
            throw ApiErrors.malformed(Rule.QUERY, e);
        }
    }

    private JsonView headers() {
        Map<String, @Nullable Object> headers = new LinkedHashMap<>();
        for (String name : operation.headers().names()) {
            String value = request.header(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        judge.check(Rule.HEADERS, Rule.HEADERS, operation.headers(), "header", headers);
        String accept = request.header("Accept");
        if (operation.respondsWithBytes() && accept != null && !accept.contains(BYTES) && !accept.contains("*/*")) {
            judge.refuse(ApiErrors.notAcceptable("the header Accept does not allow " + BYTES, accept));
        }
        return new JsonView(headers);
    }

    private JsonView json() {
        checkType(JSON, "application/json");
        try {
            JsonView body = new JsonView(Json.parseObject(request.body().text()));
            Shape shape = operation.body();
            if (shape != null) {
                judge.check(Rule.BODY, Rule.BODY_NAMES, shape, "body", body.members());
            }
            return body;
        } catch (NotJsonException e) {
            throw ApiErrors.malformed(
                    Rule.BODY, "body is not a JSON object: " + e.getMessage(), "a body of which " + e.getMessage());
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
            judge.refuse(ApiErrors.malformed(
                    Rule.CONTENT_TYPE,
                    "the header Content-Type is not " + what,
                    type == null ? "no Content-Type" : "Content-Type: " + type));
        }
    }
}
