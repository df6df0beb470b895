package me.digi.client.sandbox.internal.protocol;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.NotJsonException;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.state.Blob;
import me.digi.client.sandbox.internal.state.Blobs;
import org.jspecify.annotations.Nullable;

/** Checks what comes besides the JWT against what the operation declares: query, headers and body. */
final class Inputs {
    private static final String JSON = "application/json\\s*(;\\s*charset=\"?utf-8\"?)?";
    private static final String BYTES = "application/octet-stream";

    private Inputs() {}

    static Call.Inputs check(ApiOperation operation, Request request, Blobs blobs) {
        JsonView query = Query.parse(request.query());
        operation.query().check("query", query.members());
        JsonView headers = headers(operation, request);
        return switch (operation.payload()) {
            case NONE -> {
                if (!request.body().text().isEmpty()) {
                    throw ApiErrors.malformed("body is not allowed here");
                }
                yield new Call.Inputs(query, headers, JsonView.empty(), null);
            }
            case JSON -> new Call.Inputs(query, headers, json(operation, request), null);
            case JSON_IF_ANY ->
                new Call.Inputs(
                        query,
                        headers,
                        request.body().text().isEmpty() ? JsonView.empty() : json(operation, request),
                        null);
            case BYTES -> new Call.Inputs(query, headers, JsonView.empty(), bytes(request, blobs));
        };
    }

    private static JsonView headers(ApiOperation operation, Request request) {
        Map<String, @Nullable Object> headers = new LinkedHashMap<>();
        for (String name : operation.headers().names()) {
            String value = request.header(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        operation.headers().check("header", headers);
        String accept = request.header("Accept");
        if (operation.respondsWithBytes() && accept != null && !accept.contains(BYTES) && !accept.contains("*/*")) {
            throw ApiErrors.notAcceptable("the header Accept does not allow " + BYTES);
        }
        return new JsonView(headers);
    }

    private static JsonView json(ApiOperation operation, Request request) {
        checkType(request, JSON, "application/json");
        try {
            JsonView body = new JsonView(Json.parseObject(request.body().text()));
            Shape shape = operation.body();
            if (shape != null) {
                shape.check("body", body.members());
            }
            return body;
        } catch (NotJsonException e) {
            throw ApiErrors.malformed("body is not a JSON object: " + e.getMessage());
        }
    }

    private static Blob bytes(Request request, Blobs blobs) {
        checkType(request, BYTES, BYTES);
        try {
            return blobs.take(request.body().bytes());
        } catch (IOException e) {
            throw new BrokenBodyException(e);
        }
    }

    private static void checkType(Request request, String pattern, String what) {
        String type = request.header("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).matches(pattern)) {
            throw ApiErrors.malformed("the header Content-Type is not " + what);
        }
    }
}
