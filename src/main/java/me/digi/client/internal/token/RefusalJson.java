package me.digi.client.internal.token;

import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.error.ErrorCode;
import me.digi.client.internal.json.JsonException;
import org.jspecify.annotations.Nullable;

/** A refusal as the record keeps it: {@code {"at":…,"reason":…,"code":…,"message":…,"reference":…}}. */
final class RefusalJson {
    private RefusalJson() {}

    static Map<String, @Nullable Object> write(Refusal refusal) {
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

    static Refusal read(Map<String, @Nullable Object> members) {
        String code = optional(members, "code");
        Reauthorize verdict = new Reauthorize(
                reason(GrantStateJson.string(members.get("reason"), "refusal.reason")),
                code == null ? null : new ErrorCode(code),
                optional(members, "message"),
                optional(members, "reference"));
        return new Refusal(verdict, GrantStateJson.instant(members, "at"));
    }

    private static Reason reason(String name) {
        try {
            return Reason.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new JsonException("the record's 'refusal.reason' is none");
        }
    }

    private static @Nullable String optional(Map<String, @Nullable Object> members, String name) {
        return members.containsKey(name) ? GrantStateJson.string(members.get(name), "refusal." + name) : null;
    }
}
