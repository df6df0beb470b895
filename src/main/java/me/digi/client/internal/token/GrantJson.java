package me.digi.client.internal.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ErrorCode;
import me.digi.client.internal.auth.TokenRequest;
import me.digi.client.internal.auth.TokenResponse;
import me.digi.client.internal.json.Json;
import me.digi.client.internal.json.JsonException;
import me.digi.client.internal.token.GrantRecord.Lease;
import me.digi.client.internal.token.GrantRecord.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A record as a store keeps it: {@code {"format":2,"token":{…as applications store it…},"obtainedAt":…,"lease":{"id":…,
 * "beat":…},"inDoubt":true,"kept":[…],"refusal":{…},"superseded":[…]}}, times in milliseconds since 1970. What is absent or
 * false is left out. Reads format 1 as well, which had an {@code attempt} for the lease, the doubt and the response.
 */
final class GrantJson {
    private static final int FORMAT = 2;

    private final Map<?, ?> members;
    private final String path;

    private GrantJson(Map<?, ?> members, String path) {
        this.members = members;
        this.path = path;
    }

    static String write(GrantRecord record) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("format", FORMAT);
        if (record.pair() != null) {
            members.put("token", Json.parseObject(record.pair().toJson()));
        }
        members.put("obtainedAt", record.obtainedAt().toEpochMilli());
        if (record.lease() != null) {
            members.put(
                    "lease",
                    Map.of("id", record.lease().id(), "beat", record.lease().beat()));
        }
        if (record.inDoubt()) {
            members.put("inDoubt", true);
        }
        if (!record.kept().isEmpty()) {
            List<Object> kept = new ArrayList<>();
            record.kept().forEach(response -> kept.add(write(response)));
            members.put("kept", kept);
        }
        if (record.refusal() != null) {
            members.put("refusal", write(record.refusal()));
        }
        members.put("superseded", record.replacedFingerprints());
        return Json.write(members);
    }

    private static Map<String, Object> write(TokenResponse response) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("operation", response.operation());
        members.put("request", response.request());
        members.put("token", response.token());
        members.put("arrivedAt", response.arrivedAt().toEpochMilli());
        return members;
    }

    private static Map<String, @Nullable Object> write(Refusal refusal) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        Reauthorize verdict = refusal.verdict();
        members.put("at", refusal.at().toEpochMilli());
        members.put("reason", verdict.reason().name());
        if (verdict.code() != null) {
            members.put("code", verdict.code().value());
        }
        if (verdict.message() != null) {
            members.put("message", verdict.message());
        }
        if (verdict.reference() != null) {
            members.put("reference", verdict.reference());
        }
        return members;
    }

    /**
     * Reads a record.
     *
     * @throws JsonException if the text is something else; the message never quotes it
     */
    static GrantRecord read(String text) {
        GrantJson json = new GrantJson(Json.parseObject(text), "");
        long format = json.number("format");
        if (format != 1 && format != FORMAT) {
            throw new JsonException("a record of format " + format + "; this version reads 1 and " + FORMAT);
        }
        GrantJson attempt = format == 1 && json.has("attempt") ? json.object("attempt") : null;
        GrantJson lease = format == FORMAT && json.has("lease") ? json.object("lease") : null;
        return new GrantRecord(
                format == FORMAT && !json.has("token") ? null : json.pair(),
                json.instant("obtainedAt"),
                attempt != null ? attempt.leaseOfAttempt() : lease == null ? null : lease.lease(),
                attempt != null || Boolean.TRUE.equals(json.members.get("inDoubt")),
                attempt != null ? attempt.answerOfAttempt() : json.has("kept") ? json.kept() : List.of(),
                json.has("refusal") ? json.object("refusal").refusal() : null,
                json.replaced());
    }

    private UserAccessToken pair() {
        try {
            return UserAccessToken.fromJson(Json.write(object("token").members));
        } catch (IllegalArgumentException e) {
            throw new JsonException("the record's token is invalid: " + e.getMessage());
        }
    }

    private Lease lease() {
        return new Lease(text("id"), number("beat"));
    }

    /** A lease that was given up ended in 1970. */
    private @Nullable Lease leaseOfAttempt() {
        boolean isGivenUp = number("leaseUntil") == 0;
        return isGivenUp ? null : new Lease(text("holder") + "@" + number("startedAt"), 0);
    }

    private List<TokenResponse> answerOfAttempt() {
        return has("answer")
                ? List.of(new TokenResponse(TokenRequest.REFRESH, "", text("answer"), instant("startedAt")))
                : List.of();
    }

    private List<TokenResponse> kept() {
        List<TokenResponse> kept = new ArrayList<>();
        for (Object item : list("kept")) {
            if (!(item instanceof Map<?, ?> object)) {
                throw new JsonException("the record's 'kept' has an item that is not an object");
            }
            GrantJson response = new GrantJson(object, "kept.");
            kept.add(new TokenResponse(
                    response.text("operation"),
                    response.text("request"),
                    response.text("token"),
                    response.instant("arrivedAt")));
        }
        return kept;
    }

    private Refusal refusal() {
        String code = optional("code");
        Reauthorize verdict = new Reauthorize(
                reason(text("reason")),
                code == null ? null : new ErrorCode(code),
                optional("message"),
                optional("reference"));
        return new Refusal(verdict, instant("at"));
    }

    private static Reason reason(String name) {
        return switch (name) {
            case "REFUSED" -> Reason.REFUSED;
            case "RESPONSE_LOST", "ANSWER_LOST" -> Reason.RESPONSE_LOST;
            default -> throw new JsonException("the record's 'refusal.reason' is unknown");
        };
    }

    private String replaced() {
        StringBuilder fingerprints = new StringBuilder();
        for (Object item : list("superseded")) {
            if (!(item instanceof String text)) {
                throw new JsonException("the record's 'superseded' has an item that is not text");
            }
            fingerprints.append(text).append(' ');
        }
        return fingerprints.toString();
    }

    private boolean has(String name) {
        return members.get(name) != null;
    }

    private GrantJson object(String name) {
        if (!(members.get(name) instanceof Map<?, ?> object)) {
            throw new JsonException("the record's '" + path + name + "' is not an object");
        }
        return new GrantJson(object, path + name + ".");
    }

    private List<?> list(String name) {
        if (!(members.get(name) instanceof List<?> list)) {
            throw new JsonException("the record's '" + path + name + "' is not a list");
        }
        return list;
    }

    private Instant instant(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    private long number(String name) {
        if (!(members.get(name) instanceof Long number)) {
            throw new JsonException("the record's '" + path + name + "' is not a whole number");
        }
        return number;
    }

    private String text(String name) {
        if (!(members.get(name) instanceof String text)) {
            throw new JsonException("the record's '" + path + name + "' is not text");
        }
        return text;
    }

    private @Nullable String optional(String name) {
        return has(name) ? text(name) : null;
    }
}
