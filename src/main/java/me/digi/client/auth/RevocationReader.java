package me.digi.client.auth;

import me.digi.client.auth.RevocationResult.Failed;
import me.digi.client.auth.RevocationResult.Revoked;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import me.digi.client.internal.values.WhiteSpace;

/** Reads what a callback received after a revocation. */
final class RevocationReader {
    private RevocationReader() {}

    static RevocationResult read(String uriOrQuery) {
        CallbackQuery query = CallbackQuery.parse(uriOrQuery);
        String result = query.single("result", Problem.RESULT_REPEATED);
        String message = query.single("error_message", Problem.PARAMETER_REPEATED);
        if (result == null) {
            throw new CallbackException(Problem.RESULT_MISSING);
        }
        return switch (result) {
            case "success" -> new Revoked();
            case "failed" -> new Failed(message == null || WhiteSpace.isBlank(message) ? null : message);
            default -> throw new CallbackException(Problem.RESULT_UNKNOWN);
        };
    }
}
