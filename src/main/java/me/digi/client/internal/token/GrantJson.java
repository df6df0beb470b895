package me.digi.client.internal.token;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ErrorCode;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.JsonObject;
import me.digi.client.internal.oauth.Fingerprints;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.internal.token.GrantRecord.Lease;
import me.digi.client.internal.token.GrantRecord.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The stored JSON of a record: {@code {"format":2,"token":{…UserAccessToken…},"obtainedAt":…,"lease":{"id":…,
 * "beat":…},"inDoubt":true,"kept":[…],"refusal":{…},"superseded":[…]}}, with times in milliseconds since 1970. Missing
 * and false members are left out. Also reads format 1, which had an {@code attempt} for lease, doubt and response.
 */
final class GrantJson {
    private static final long FORMAT = 2;
    /** Several times the largest record. */
    private static final int MAX_CHARS = 4 << 20;

    private GrantJson() {}

    static String write(GrantRecord record) {
        UserAccessToken pair = record.pair();
        Lease lease = record.lease();
        return Json.write(Json.members(
                "format", FORMAT,
                "token", pair == null ? null : Json.parseObject(pair.toJson()),
                "obtainedAt", record.obtainedAt().toEpochMilli(),
                "lease", lease == null ? null : Json.members("id", lease.id(), "beat", lease.beat()),
                "inDoubt", record.inDoubt() ? true : null,
                "kept", record.kept().isEmpty() ? null : write(record.kept()),
                "refusal", record.refusal() == null ? null : write(record.refusal()),
                "superseded", record.replaced().list()));
    }

    private static List<Map<String, @Nullable Object>> write(List<TokenResponse> kept) {
        return kept.stream()
                .map(response -> Json.members(
                        "operation", response.operation(),
                        "request", response.request(),
                        "token", response.token(),
                        "arrivedAt", response.arrivedAt().toEpochMilli()))
                .collect(Collectors.toList());
    }

    private static Map<String, @Nullable Object> write(Refusal refusal) {
        Reauthorize verdict = refusal.verdict();
        return Json.members(
                "at", refusal.at().toEpochMilli(),
                "reason", verdict.reason().name(),
                "code", verdict.code() == null ? null : verdict.code().value(),
                "message", verdict.message(),
                "reference", verdict.reference());
    }

    /**
     * Parses a record.
     *
     * @throws JsonException if the text is not a record; the message never quotes it
     */
    static GrantRecord read(String text) {
        if (text.length() > MAX_CHARS) {
            throw new JsonException("longer than " + MAX_CHARS + " characters");
        }
        JsonObject json = JsonObject.parse(text);
        long format = json.number("format");
        if (format != 1 && format != FORMAT) {
            throw new JsonException("unsupported format " + format + ", expected 1 or " + FORMAT);
        }
        JsonObject attempt = json.optional("attempt", object -> object);
        return new GrantRecord(
                format == 1 || json.has("token") ? pair(json) : null,
                json.instant("obtainedAt"),
                attempt != null
                        ? leaseOf(attempt)
                        : json.optional("lease", lease -> new Lease(lease.text("id"), lease.number("beat"))),
                attempt != null || json.isTrue("inDoubt"),
                attempt != null ? responseOf(attempt) : json.objects("kept", GrantJson::response),
                json.optional("refusal", GrantJson::refusal),
                Fingerprints.of(json.texts("superseded")));
    }

    private static UserAccessToken pair(JsonObject json) {
        json.object("token");
        try {
            return UserAccessToken.fromJson(json.json("token"));
        } catch (IllegalArgumentException e) {
            throw new JsonException("'token' is not valid: " + e.getMessage());
        }
    }

    /** Released leases ended in 1970. */
    private static @Nullable Lease leaseOf(JsonObject attempt) {
        boolean isGivenUp = attempt.number("leaseUntil") == 0;
        return isGivenUp ? null : new Lease(attempt.text("holder") + "@" + attempt.number("startedAt"), 0);
    }

    private static List<TokenResponse> responseOf(JsonObject attempt) {
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
        String code = json.optionalText("code");
        Reauthorize verdict = new Reauthorize(
                switch (json.text("reason")) {
                    case "REFUSED" -> Reason.REFUSED;
                    case "RESPONSE_LOST" -> Reason.RESPONSE_LOST;
                    default -> throw new JsonException("'refusal.reason' is unknown");
                },
                code == null ? null : new ErrorCode(code),
                json.optionalText("message"),
                json.optionalText("reference"));
        return new Refusal(verdict, json.instant("at"));
    }
}
