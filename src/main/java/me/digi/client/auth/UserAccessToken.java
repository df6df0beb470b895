package me.digi.client.auth;

import me.digi.client.internal.io.ValueStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What lets an application act for one user under one contract: an access token, and the refresh token that replaces
 * both. Store the newest one, in the shape that {@link #toJson()} gives: each refresh makes the pair before it worthless.
 *
 * <p>Immutable; safe for use by many threads. The two tokens never print, and JSON libraries find nothing of them to
 * write: {@link #toJson()} is the way.
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
     * Reads what {@link #toJson()} wrote, or what an application stored that used an official digi.me SDK. Members that
     * this library does not know are skipped, and an expiry that makes no sense is unknown.
     *
     * @throws IllegalArgumentException if the text is no such JSON; the message names the member that is missing or
     *     wrong, and never shows a token
     */
    public static UserAccessToken fromJson(String json) {
        return UserAccessTokenJson.read(json);
    }

    /** Goes with every call about the user's data. */
    public abstract Token accessToken();

    /** Is exchanged for a new pair when the access token has expired. */
    public abstract Token refreshToken();

    /** The user's id at digi.me, where the service has told it. */
    public abstract @Nullable String userId();

    /** The id of the user's consent to the contract, where the service has told it. */
    public abstract @Nullable String consentId();

    /**
     * The token as JSON, in the shape of the official digi.me SDKs, to which it can move and from which it can come:
     * {@code {"accessToken":{"value":…,"expiry":…},"refreshToken":{…},"user":{"id":…},"consentid":…}} with the expiry in
     * seconds since 1970, 0 if it is unknown. This text is a secret.
     */
    public final String toJson() {
        return UserAccessTokenJson.write(this);
    }

    /** Builds a {@link UserAccessToken}; {@link #from(UserAccessToken)} starts from another one. */
    public static final class Builder extends ImmutableUserAccessToken.Builder {
        Builder() {}
    }
}
