package me.digi.client.internal.token.schedules;

import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.oauth.Reading;
import me.digi.client.internal.oauth.TokenResponse;
import org.jspecify.annotations.Nullable;

/** The part of a token endpoint that has keys. */
interface ResponseReader {
    void prepare();

    Reading read(TokenResponse response, @Nullable UserAccessToken old);

    Reading readAfterLookup(TokenResponse response, @Nullable UserAccessToken old);
}
