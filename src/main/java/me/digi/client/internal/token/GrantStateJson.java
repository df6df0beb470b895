package me.digi.client.internal.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.json.Json;
import me.digi.client.internal.json.JsonException;
import org.jspecify.annotations.Nullable;

/**
 * What a store keeps of a grant: {@code {"format":1,"token":{…as applications store it…},"obtainedAt":…,
 * "attempt":{…},"refusal":{…},"superseded":[…]}}, times in milliseconds since 1970.
 */
final class GrantStateJson {
    private static final long FORMAT = 1;

    private GrantStateJson() {}

    static String write(GrantState state) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("format", FORMAT);
        members.put("token", Json.parseObject(state.token().toJson()));
        members.put("obtainedAt", state.obtainedAt().toEpochMilli());
        RefreshAttempt attempt = state.attempt();
        if (attempt != null) {
            members.put("attempt", write(attempt));
        }
        Refusal refusal = state.refusal();
        if (refusal != null) {
            members.put("refusal", RefusalJson.write(refusal));
        }
        members.put("superseded", state.superseded());
        return Json.write(members);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws JsonException if the text is something else; the message never quotes it
     */
    static GrantState read(String text) {
        Map<String, @Nullable Object> members = Json.parseObject(text);
        if (!Long.valueOf(FORMAT).equals(members.get("format"))) {
            throw new JsonException("a record of format " + members.get("format") + ", and " + FORMAT + " is known");
        }
        return new GrantState(
                readToken(members),
                instant(members, "obtainedAt"),
                members.containsKey("attempt") ? readAttempt(object(members, "attempt")) : null,
                members.containsKey("refusal") ? RefusalJson.read(object(members, "refusal")) : null,
                readSuperseded(members));
    }

    private static Map<String, @Nullable Object> write(RefreshAttempt attempt) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("holder", attempt.holder());
        members.put("startedAt", attempt.startedAt().toEpochMilli());
        members.put("leaseUntil", attempt.leaseUntil().toEpochMilli());
        if (attempt.answer() != null) {
            members.put("answer", attempt.answer());
        }
        return members;
    }

    private static UserAccessToken readToken(Map<String, @Nullable Object> members) {
        try {
            return UserAccessToken.fromJson(Json.write(object(members, "token")));
        } catch (IllegalArgumentException e) {
            throw new JsonException("the record's token is not one: " + e.getMessage());
        }
    }

    private static RefreshAttempt readAttempt(Map<String, @Nullable Object> members) {
        return new RefreshAttempt(
                string(members.get("holder"), "attempt.holder"),
                instant(members, "startedAt"),
                instant(members, "leaseUntil"),
                members.containsKey("answer") ? string(members.get("answer"), "attempt.answer") : null);
    }

    private static List<String> readSuperseded(Map<String, @Nullable Object> members) {
        if (!(members.get("superseded") instanceof List<?> list)) {
            throw new JsonException("the record has no list 'superseded'");
        }
        List<String> fingerprints = new ArrayList<>();
        list.forEach(item -> fingerprints.add(string(item, "superseded")));
        return fingerprints;
    }

    private static Map<String, @Nullable Object> object(Map<String, @Nullable Object> members, String name) {
        if (!(members.get(name) instanceof Map<?, ?> object)) {
            throw new JsonException("the record has no object '" + name + "'");
        }
        Map<String, @Nullable Object> typed = new LinkedHashMap<>();
        object.forEach((key, value) -> typed.put((String) key, value));
        return typed;
    }

    static Instant instant(Map<String, @Nullable Object> members, String name) {
        if (!(members.get(name) instanceof Long millis)) {
            throw new JsonException("the record has no time '" + name + "'");
        }
        return Instant.ofEpochMilli(millis);
    }

    static String string(@Nullable Object value, String name) {
        if (!(value instanceof String text)) {
            throw new JsonException("the record's '" + name + "' is no text");
        }
        return text;
    }
}
