package me.digi.client.sandbox.internal.control;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.RecordedResponse;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.protocol.Query;
import org.jspecify.annotations.Nullable;

/** Requests as an HTTP archive (HAR 1.2), for the developer tools of browsers. Without a response, the status is 0. */
final class HarDocument {
    private static final long UNKNOWN = -1;

    private HarDocument() {}

    static Map<String, Object> of(List<RecordedRequest> requests, URI sandbox) {
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("version", "1.2");
        log.put("creator", Map.of("name", "digi.me sandbox", "version", "1"));
        log.put(
                "entries",
                requests.stream().map(request -> entry(request, sandbox)).toList());
        return Map.of("log", log);
    }

    private static Map<String, Object> entry(RecordedRequest request, URI sandbox) {
        RecordedResponse response = request.response();
        double milliseconds = response == null ? 0 : response.after().toNanos() / 1e6;
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("startedDateTime", request.at().toString());
        entry.put("time", milliseconds);
        entry.put("request", request(request, sandbox));
        entry.put("response", response(response));
        entry.put("cache", Map.of());
        entry.put("timings", Map.of("send", 0L, "wait", milliseconds, "receive", 0L));
        return entry;
    }

    private static Map<String, Object> request(RecordedRequest request, URI sandbox) {
        List<Object> headers = new ArrayList<>();
        request.headers().forEach((name, values) -> values.forEach(value -> headers.add(pair(name, value))));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", request.method());
        json.put("url", sandbox + request.path() + (request.query() == null ? "" : "?" + request.query()));
        json.put("httpVersion", "HTTP/1.1");
        json.put("cookies", List.of());
        json.put("headers", headers);
        json.put("queryString", query(request));
        json.put("headersSize", UNKNOWN);
        json.put("bodySize", UNKNOWN);
        if (!request.body().isEmpty()) {
            String type = request.header("content-type");
            json.put("postData", Map.of("mimeType", type == null ? "" : type, "text", request.body()));
        }
        return json;
    }

    private static List<Object> query(RecordedRequest request) {
        List<Object> parameters = new ArrayList<>();
        try {
            JsonView query = Query.parse(request.query());
            query.members().keySet().forEach(name -> parameters.add(pair(name, query.text(name))));
        } catch (ShapeException e) {
            // The URL has it anyway.
        }
        return parameters;
    }

    private static Map<String, Object> response(@Nullable RecordedResponse response) {
        List<Object> headers = new ArrayList<>();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("size", response == null ? 0L : response.bytes());
        content.put("mimeType", "");
        if (response != null) {
            response.headers().forEach((name, value) -> headers.add(pair(name, value)));
            content.put("mimeType", response.headers().getOrDefault("Content-Type", ""));
            content.put("text", response.body());
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", response == null ? 0L : (long) response.status());
        json.put("statusText", "");
        json.put("httpVersion", "HTTP/1.1");
        json.put("cookies", List.of());
        json.put("headers", headers);
        json.put("content", content);
        json.put("redirectURL", response == null ? "" : response.headers().getOrDefault("Location", ""));
        json.put("headersSize", UNKNOWN);
        json.put("bodySize", UNKNOWN);
        return json;
    }

    private static Map<String, String> pair(String name, String value) {
        return Map.of("name", name, "value", value);
    }
}
