package me.digi.client.sandbox.internal.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.RecordedResponse;
import me.digi.client.sandbox.Refusal;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.document.OperationNames;
import org.jspecify.annotations.Nullable;

/** Requests of the log as JSON, including their tokens, which developers of clients need to see. */
final class RequestDocument {
    private RequestDocument() {}

    /** For lists. */
    static Map<String, @Nullable Object> summary(RecordedRequest request) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", request.number());
        json.put("at", request.at().toString());
        json.put("operation", OperationNames.of(request.operation()));
        json.put("method", request.method());
        json.put("path", request.path());
        json.put("verdict", Names.of(Verdict.of(request)));
        json.put("userId", request.userId());
        RecordedResponse response = request.response();
        json.put("status", response == null ? null : (long) response.status());
        json.put("errorCode", request.errorCode());
        json.put("rule", request.refusal() == null ? null : request.refusal().rule());
        json.put("milliseconds", response == null ? null : response.after().toNanos() / 1e6);
        return json;
    }

    static Map<String, @Nullable Object> full(RecordedRequest request) {
        Map<String, @Nullable Object> json = summary(request);
        json.put("query", request.query());
        json.put("headers", new TreeMap<>(request.headers()));
        json.put("jwtHeader", request.jwtHeader());
        json.put("claims", request.claims());
        json.put("body", request.body());
        RecordedResponse response = request.response();
        if (response != null) {
            Map<String, Object> sent = new LinkedHashMap<>();
            sent.put("status", (long) response.status());
            sent.put("headers", new TreeMap<>(response.headers()));
            sent.put("body", response.body());
            sent.put("bytes", response.bytes());
            json.put("response", sent);
        }
        Refusal refusal = request.refusal();
        if (refusal != null) {
            Map<String, Object> reason = new LinkedHashMap<>();
            reason.put("rule", refusal.rule());
            reason.put("expected", refusal.expected());
            reason.put("came", refusal.came());
            reason.put("officialSdk", refusal.officialSdk());
            json.put("refusal", reason);
        }
        json.put("loosened", request.loosened());
        json.put("remarks", request.remarks());
        return json;
    }
}
