package me.digi.client.internal.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ErrorCode;
import me.digi.client.internal.auth.TokenRequest;
import me.digi.client.internal.auth.TokenResponse;
import me.digi.client.internal.json.Json;
import me.digi.client.internal.json.JsonException;
import me.digi.client.internal.json.JsonObject;
import me.digi.client.internal.token.GrantRecord.Lease;
import me.digi.client.internal.token.GrantRecord.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A record as a store keeps it: {@code {"format":2,"token":{…as applications store it…},"obtainedAt":…,"lease":{"id":…,
 * "beat":…},"inDoubt":true,"kept":[…],"refusal":{…},"superseded":[…]}}, times in milliseconds since 1970. What is absent or
 * false is left out. Format 1 is read as well, which had an {@code attempt} for the lease, the doubt and the response.
 */
final class GrantJson {
    private static final long FORMAT = 2;

    private GrantJson() {}

    static String write(GrantRecord record) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("format", FORMAT);
        members.put(
                "token",
                record.pair() == null ? null : Json.parseObject(record.pair().toJson()));
        members.put("obtainedAt", record.obtainedAt().toEpochMilli());
        members.put("lease", record.lease() == null ? null : write(record.lease()));
        members.put("inDoubt", record.inDoubt() ? true : null);
        members.put("kept", record.kept().isEmpty() ? null : write(record.kept()));
        members.put("refusal", record.refusal() == null ? null : write(record.refusal()));
        members.put("superseded", record.replacedFingerprints());
        members.values().removeIf(value -> value == null);
        return Json.write(members);
    }

    private static Map<String, Object> write(Lease lease) {
        return Map.of("id", lease.id(), "beat", lease.beat());
    }

    private static List<Map<String, Object>> write(List<TokenResponse> kept) {
        return kept.stream()
                .map(response -> Map.<String, Object>of(
                        "operation", response.operation(),
                        "request", response.request(),
                        "token", response.token(),
                        "arrivedAt", response.arrivedAt().toEpochMilli()))
                .collect(Collectors.toList());
    }

    private static Map<String, @Nullable Object> write(Refusal refusal) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        Reauthorize verdict = refusal.verdict();
        members.put("at", refusal.at().toEpochMilli());
        members.put("reason", verdict.reason().name());
        members.put("code", verdict.code() == null ? null : verdict.code().value());
        members.put("message", verdict.message());
        members.put("reference", verdict.reference());
        members.values().removeIf(value -> value == null);
        return members;
    }

    /**
     * Reads a record.
     *
     * @throws JsonException if the text is something else; the message never quotes it
     */
    static GrantRecord read(String text) {
        JsonObject json = JsonObject.parse(text);
        long format = json.number("format");
        if (format != 1 && format != FORMAT) {
            throw new JsonException("format " + format + "; this version reads 1 and " + FORMAT);
        }
        JsonObject attempt = json.optional("attempt", object -> object);
        boolean hasPair = format == 1 || json.has("token");
        return new GrantRecord(
                hasPair ? pair(json) : null,
                json.instant("obtainedAt"),
                attempt != null
                        ? leaseOf(attempt)
                        : json.optional("lease", lease -> new Lease(lease.text("id"), lease.number("beat"))),
                attempt != null || json.isTrue("inDoubt"),
                attempt != null ? answerOf(attempt) : json.objects("kept", GrantJson::response),
                json.optional("refusal", GrantJson::refusal),
                String.join(
                        "",
                        json.texts("superseded").stream()
                                .map(print -> print + " ")
                                .collect(Collectors.toList())));
    }

    private static UserAccessToken pair(JsonObject json) {
        json.object("token");
        try {
            return UserAccessToken.fromJson(json.json("token"));
        } catch (IllegalArgumentException e) {
            throw new JsonException("'token' is not valid: " + e.getMessage());
        }
    }

    /** A lease that was given up ended in 1970. */
    private static @Nullable Lease leaseOf(JsonObject attempt) {
        boolean isGivenUp = attempt.number("leaseUntil") == 0;
        return isGivenUp ? null : new Lease(attempt.text("holder") + "@" + attempt.number("startedAt"), 0);
    }

    private static List<TokenResponse> answerOf(JsonObject attempt) {
        return attempt.has("answer")
                ? List.of(new TokenResponse(
                        TokenRequest.REFRESH, "", attempt.text("answer"), attempt.instant("startedAt")))
                : List.of();
    }

    private static TokenResponse response(JsonObject kept) {
        return new TokenResponse(
                kept.text("operation"), kept.text("request"), kept.text("token"), kept.instant("arrivedAt"));
    }

    private static Refusal refusal(JsonObject json) {
        Reason reason = switch (json.text("reason")) {
            case "REFUSED" -> Reason.REFUSED;
            case "RESPONSE_LOST", "ANSWER_LOST" -> Reason.RESPONSE_LOST;
            default -> throw new JsonException("'refusal.reason' is unknown");
        };
        String code = json.optionalText("code");
        Reauthorize verdict = new Reauthorize(
                reason,
                code == null ? null : new ErrorCode(code),
                json.optionalText("message"),
                json.optionalText("reference"));
        return new Refusal(verdict, json.instant("at"));
    }
}
