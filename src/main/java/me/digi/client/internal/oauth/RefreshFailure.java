package me.digi.client.internal.oauth;

import java.util.Set;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.diagnostics.RefreshEvent;
import me.digi.client.diagnostics.RefreshEvent.Outcome;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import me.digi.client.error.RequestException;
import org.jspecify.annotations.Nullable;

/** What a failed token request says about the token pair. */
public final class RefreshFailure {
    private static final Set<ErrorCode> REFUSING = Set.of(ErrorCode.INVALID_TOKEN, ErrorCode.INVALID_GRANT);
    private static final int TOO_MANY_REQUESTS = 429;

    private RefreshFailure() {}

    /** The server's verdict that the refresh token is invalid; null if the error says nothing about it. */
    public static @Nullable Reauthorize verdict(ApiException failure, Reason reason) {
        ErrorCode code = failure.code();
        boolean isVerdict = failure.operation().equals(TokenRequest.REFRESH)
                && code != null
                && REFUSING.contains(code)
                && failure.status() < 500
                && failure.status() != TOO_MANY_REQUESTS;
        return isVerdict ? new Reauthorize(reason, code, failure.serverMessage(), failure.reference()) : null;
    }

    /** Whether the server may have acted on a request that failed so. A verdict removes the doubt. */
    static boolean leavesDoubt(DigiMeException failure) {
        if (failure instanceof ApiException refusal) {
            return verdict(refusal, Reason.REFUSED) == null;
        }
        return !(failure instanceof NetworkException network) || network.requestMayHaveArrived();
    }

    /** The event with which a refresh that failed so ends. A look-up of keys or the store leaves no doubt. */
    public static RefreshEvent event(Throwable failure) {
        boolean isInDoubt = failure instanceof RequestException known
                && known.operation().equals(TokenRequest.REFRESH)
                && leavesDoubt(known);
        return new RefreshEvent(isInDoubt ? Outcome.IN_DOUBT : Outcome.FAILED, failure);
    }
}
