package me.digi.client.auth;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import me.digi.client.internal.io.EpochTime;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.JsonObject;
import me.digi.client.internal.io.PartialJson;
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
        try {
            JsonObject token = JsonObject.parse(json, MEMBERS);
            return UserAccessToken.builder()
                    .accessToken(token(token.object("accessToken")))
                    .refreshToken(token(token.object("refreshToken")))
                    .userId(token.optional("user", user -> user.optionalText("id")))
                    .consentId(token.optionalText("consentid"))
                    .build();
        } catch (JsonException e) {
            // Without the exception, which says no more.
            throw new IllegalArgumentException("invalid user access token: " + e.getMessage());
        }
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

    /** The expiry is in seconds or milliseconds since 1970; unknown if it makes no sense. */
    private static Token token(JsonObject json) {
        Instant expiresAt = EpochTime.between(
                Instant.ofEpochSecond(1),
                PartialJson.number(json.value("expiry")),
                Instant.ofEpochSecond(Token.YEAR_10000 - 1));
        return Token.of(json.filledText("value"), expiresAt);
    }
}
