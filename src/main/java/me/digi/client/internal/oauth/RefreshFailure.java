package me.digi.client.internal.oauth;

import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.diagnostics.RefreshEvent;
import me.digi.client.diagnostics.RefreshEvent.Outcome;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.error.VerificationException;

/** What a failed token request leaves behind. */
public final class RefreshFailure {
    private RefreshFailure() {}

    /** The event with which a refresh that failed so ends. */
    public static RefreshEvent event(Throwable failure) {
        boolean isOfRequest = failure instanceof DigiMeException known && isOfRefresh(known) && leavesDoubt(known);
        return new RefreshEvent(isOfRequest ? Outcome.IN_DOUBT : Outcome.FAILED, failure);
    }

    /** Whether the server may have acted on a request that failed so. A verdict removes the doubt. */
    static boolean leavesDoubt(DigiMeException failure) {
        if (failure instanceof ApiException refusal) {
            return Verdict.of(refusal, Reason.REFUSED) == null;
        }
        return !(failure instanceof NetworkException network) || network.requestMayHaveArrived();
    }

    /** And not of what goes before or comes after: a look-up of keys, the store. */
    private static boolean isOfRefresh(DigiMeException failure) {
        String operation = "";
        if (failure instanceof ApiException refusal) {
            operation = refusal.operation();
        } else if (failure instanceof NetworkException network) {
            operation = network.operation();
        } else if (failure instanceof UnexpectedResponseException unexpected) {
            operation = unexpected.operation();
        } else if (failure instanceof VerificationException unverified) {
            operation = unverified.operation();
        }
        return operation.equals(TokenRequest.REFRESH);
    }
}
