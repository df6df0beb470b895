package me.digi.client.auth;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import me.digi.client.internal.io.EpochTime;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.PartialJson;
import me.digi.client.internal.io.WhiteSpace;
import org.jspecify.annotations.Nullable;

/** The JSON in which applications of the official SDKs store a user access token. */
final class UserAccessTokenJson {
    private static final long UNKNOWN_EXPIRY = 0;
    /** Many times the tokens of the largest token response. */
    private static final int MAX_CHARS = 1 << 20;

    private static final Set<String> MEMBERS =
            Set.of("accessToken", "refreshToken", "value", "expiry", "user", "id", "consentid");

    private UserAccessTokenJson() {}

    static UserAccessToken read(String json) {
        if (json.length() > MAX_CHARS) {
            throw new IllegalArgumentException("invalid user access token: longer than " + MAX_CHARS + " characters");
        }
        Map<String, @Nullable Object> token;
        try {
            token = PartialJson.readObject(json, MEMBERS);
        } catch (JsonException namesMembers) {
            throw new IllegalArgumentException("invalid user access token: not a JSON object");
        }
        UserAccessToken.Builder builder = UserAccessToken.builder()
                .accessToken(token(token, "accessToken"))
                .refreshToken(token(token, "refreshToken"))
                .consentId(text("consentid", token.get("consentid")));
        if (token.get("user") != null) {
            builder.userId(text("user.id", object(token, "user").get("id")));
        }
        return builder.build();
    }

    static String write(UserAccessToken token) {
        String userId = token.userId();
        return Json.write(Json.members(
                "accessToken", token(token.accessToken()),
                "refreshToken", token(token.refreshToken()),
                "user", userId == null ? null : Map.of("id", userId),
                "consentid", token.consentId()));
    }

    private static Map<String, @Nullable Object> token(Token token) {
        Instant expiresAt = token.expiresAt();
        return Json.members(
                "value", token.value(), "expiry", expiresAt == null ? UNKNOWN_EXPIRY : expiresAt.getEpochSecond());
    }

    private static Token token(Map<?, ?> parent, String name) {
        Map<?, ?> token = object(parent, name);
        String value = text(name + ".value", token.get("value"));
        if (value == null || WhiteSpace.isBlank(value)) {
            throw new IllegalArgumentException(name + ".value is missing or empty");
        }
        // In seconds or milliseconds since 1970; unknown if it makes no sense.
        Instant expiresAt = EpochTime.between(
                Instant.ofEpochSecond(1),
                PartialJson.number(token.get("expiry")),
                Instant.ofEpochSecond(Token.YEAR_10000 - 1));
        return Token.of(value, expiresAt);
    }

    private static Map<?, ?> object(Map<?, ?> parent, String name) {
        if (parent.get(name) instanceof Map<?, ?> object) {
            return object;
        }
        throw new IllegalArgumentException(name + (parent.get(name) == null ? " is missing" : " must be an object"));
    }

    private static @Nullable String text(String name, @Nullable Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new IllegalArgumentException(name + " must be a string");
    }
}
