package me.digi.client.auth;

import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The token pair for one user and one contract: an access token, and the refresh token that replaces both. Each
 * refresh invalidates the previous pair: store the newest, as {@link #toJson()}.
 *
 * <p>Immutable. The tokens never print, and JSON libraries find neither to write.
 */
@Value.Immutable
@ValueStyle
public abstract class UserAccessToken {
    UserAccessToken() {}

    /** A builder that requires both tokens. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads what {@link #toJson()} wrote, or what an application of an official digi.me SDK stored. Unknown members
     * are skipped; a nonsensical expiry is unknown.
     *
     * @throws IllegalArgumentException if the JSON is invalid; the message names the missing or wrong member, and
     *     never shows a token
     */
    public static UserAccessToken fromJson(String json) {
        return UserAccessTokenJson.read(json);
    }

    /** Sent with every call about the user's data. */
    public abstract Token accessToken();

    /** Exchanged for a new pair when the access token has expired. */
    public abstract Token refreshToken();

    /** The user's id at digi.me, if the response has it. */
    public abstract @Nullable String userId();

    /** The id of the user's consent to the contract, if the response has it. */
    public abstract @Nullable String consentId();

    /**
     * The pair in the JSON of the official digi.me SDKs, which can read it: {@code
     * {"accessToken":{"value":…,"expiry":…},"refreshToken":{…},"user":{"id":…},"consentid":…}} with the expiry in
     * seconds since 1970, 0 if unknown. Secret.
     */
    public final String toJson() {
        return UserAccessTokenJson.write(this);
    }

    /** Builds a {@link UserAccessToken}; {@link #from(UserAccessToken)} starts from another one. */
    public static final class Builder extends ImmutableUserAccessToken.Builder {
        Builder() {}
    }
}
