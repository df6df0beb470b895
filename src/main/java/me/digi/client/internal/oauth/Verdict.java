package me.digi.client.internal.oauth;

import java.util.Set;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Interprets the rejection of a refresh token. */
public final class Verdict {
    private static final Set<ErrorCode> CODES = Set.of(ErrorCode.INVALID_TOKEN, ErrorCode.INVALID_GRANT);
    private static final int TOO_MANY_REQUESTS = 429;

    private Verdict() {}

    /** Returns null if the error says nothing about the refresh token. */
    public static @Nullable Reauthorize of(ApiException failure, Reason reason) {
        ErrorCode code = failure.code();
        boolean isVerdict = failure.operation().equals(TokenRequest.REFRESH)
                && code != null
                && CODES.contains(code)
                && failure.status() < 500
                && failure.status() != TOO_MANY_REQUESTS;
        return isVerdict ? new Reauthorize(reason, code, failure.serverMessage(), failure.reference()) : null;
    }
}
