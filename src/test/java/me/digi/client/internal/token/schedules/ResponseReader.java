package me.digi.client.internal.token.schedules;

import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.oauth.ReadResult;
import me.digi.client.internal.oauth.TokenResponse;
import org.jspecify.annotations.Nullable;

/** The part of a token endpoint that has keys. */
interface ResponseReader {
    void prepare();

    ReadResult read(TokenResponse response, @Nullable UserAccessToken old);

    ReadResult readAfterLookup(TokenResponse response, @Nullable UserAccessToken old);
}
