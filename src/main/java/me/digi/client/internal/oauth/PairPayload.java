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
 * Reads the payload of a verified token response. Two token values make a pair: an implausible expiry is unknown, an id
 * that is not text is ignored. For one thread.
 */
final class PairPayload {
    /** The service's status; stored responses have none. */
    private static final int CREATED = 201;

    private static final Set<String> MEMBERS =
            Set.of("access_token", "refresh_token", "value", "expires_on", "sub", "consentid");
    private static final Duration MAX_TIME_SINCE_EXPIRY = Duration.ofDays(1);
    private static final Duration MAX_LIFETIME = Duration.ofDays(7305);

    private final TokenResponse response;
    private final Map<String, @Nullable Object> members;
    private final List<String> oddities = new ArrayList<>();

    private PairPayload(TokenResponse response, Map<String, @Nullable Object> members) {
        this.response = response;
        this.members = members;
    }

    /**
     * Reads the pair; the result is unreadable if a token value is missing.
     *
     * @param old provides ids that the payload lacks
     */
    static ReadResult read(TokenResponse response, String payload, @Nullable UserAccessToken old) {
        try {
            return new PairPayload(response, PartialJson.readObject(payload, MEMBERS)).read(old);
        } catch (JsonException e) {
            return new ReadResult.Unreadable(new UnexpectedResponseException(
                    response.operation(), CREATED, "token", "the payload is not a JSON object", e));
        } catch (UnexpectedResponseException e) {
            return new ReadResult.Unreadable(e);
        }
    }

    private ReadResult read(@Nullable UserAccessToken old) {
        UserAccessToken pair = UserAccessToken.builder()
                .accessToken(token("access_token"))
                .refreshToken(token("refresh_token"))
                .userId(id("sub", old == null ? null : old.userId()))
                .consentId(id("consentid", old == null ? null : old.consentId()))
                .build();
        return new ReadResult.Pair(pair, List.copyOf(oddities));
    }

    private Token token(String name) {
        if (!(members.get(name) instanceof Map<?, ?> token)) {
            throw missing(name);
        }
        if (!(token.get("value") instanceof String value) || WhiteSpace.isBlank(value)) {
            throw missing(name + ".value");
        }
        Instant expiry = EpochTime.between(
                response.arrivedAt().minus(MAX_TIME_SINCE_EXPIRY),
                PartialJson.number(token.get("expires_on")),
                response.arrivedAt().plus(MAX_LIFETIME));
        if (expiry == null || !(token.get("expires_on") instanceof PartialJson.Numeral)) {
            oddities.add(name + ".expires_on");
        }
        return Token.of(value, expiry);
    }

    private UnexpectedResponseException missing(String name) {
        return new UnexpectedResponseException(
                response.operation(), CREATED, "$." + name, "missing, empty or not text");
    }

    /** An empty id counts as missing. */
    private @Nullable String id(String name, @Nullable String known) {
        Object value = members.get(name);
        if (value != null && !(value instanceof String)) {
            oddities.add(name);
        }
        return value instanceof String id && !WhiteSpace.isBlank(id) ? id : known;
    }
}
