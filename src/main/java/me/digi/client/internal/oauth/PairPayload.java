package me.digi.client.internal.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.io.EpochTime;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.io.PartialJson;
import me.digi.client.internal.io.WhiteSpace;
import org.jspecify.annotations.Nullable;

/**
 * The payload of a verified token response. Two token values are a pair, whatever is odd beside them: an expiry that makes
 * no sense is unknown, an id that is not text is absent. For one thread.
 */
final class PairPayload {
    /** What the service responds with; a response that is kept does not have a status of its own. */
    private static final int CREATED = 201;

    private static final Set<String> MEMBERS =
            Set.of("access_token", "refresh_token", "value", "expires_on", "sub", "consentid");
    private static final Duration LONGEST_EXPIRED = Duration.ofDays(1);
    private static final Duration LONGEST_LIFE = Duration.ofDays(7305);

    private final TokenResponse response;
    private final Map<String, @Nullable Object> members;
    private final List<String> oddities = new ArrayList<>();

    private PairPayload(TokenResponse response, Map<String, @Nullable Object> members) {
        this.response = response;
        this.members = members;
    }

    /**
     * The pair in a verified payload.
     *
     * @param old the pair whose ids are kept where the payload has none
     * @throws UnexpectedResponseException if it lacks one of the two token values
     */
    static Reading.Pair read(TokenResponse response, String payload, @Nullable UserAccessToken old) {
        try {
            return new PairPayload(response, PartialJson.readObject(payload, MEMBERS)).read(old);
        } catch (JsonException e) {
            throw new UnexpectedResponseException(
                    response.operation(), CREATED, "token", "its payload is not a JSON object", e);
        }
    }

    private Reading.Pair read(@Nullable UserAccessToken old) {
        UserAccessToken pair = UserAccessToken.builder()
                .accessToken(token("access_token"))
                .refreshToken(token("refresh_token"))
                .userId(id("sub", old == null ? null : old.userId()))
                .consentId(id("consentid", old == null ? null : old.consentId()))
                .build();
        return new Reading.Pair(pair, List.copyOf(oddities));
    }

    private Token token(String name) {
        if (!(members.get(name) instanceof Map<?, ?> token)) {
            throw missing(name);
        }
        if (!(token.get("value") instanceof String value) || WhiteSpace.isBlank(value)) {
            throw missing(name + ".value");
        }
        Instant expiry = EpochTime.between(
                response.arrivedAt().minus(LONGEST_EXPIRED),
                PartialJson.number(token.get("expires_on")),
                response.arrivedAt().plus(LONGEST_LIFE));
        if (expiry == null || !(token.get("expires_on") instanceof PartialJson.Numeral)) {
            oddities.add(name + ".expires_on");
        }
        return Token.of(value, expiry);
    }

    private UnexpectedResponseException missing(String name) {
        return new UnexpectedResponseException(
                response.operation(), CREATED, "$." + name, "it is missing, empty or not text");
    }

    /** An empty id says as little as a missing one. */
    private @Nullable String id(String name, @Nullable String known) {
        Object value = members.get(name);
        if (value != null && !(value instanceof String)) {
            oddities.add(name);
        }
        return value instanceof String id && !WhiteSpace.isBlank(id) ? id : known;
    }
}
