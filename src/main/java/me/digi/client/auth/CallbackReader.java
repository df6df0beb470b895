package me.digi.client.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import me.digi.client.internal.values.Require;

/** Decides what a callback means. The state comes first: who cannot show it learns nothing from what is checked after. */
final class CallbackReader {
    private CallbackReader() {}

    static AuthorizationResult read(String uriOrQuery, String expectedState) {
        Require.secret("expectedState", expectedState);
        CallbackQuery query = CallbackQuery.parse(uriOrQuery);
        String state = query.single("state", Problem.STATE_REPEATED);
        if (state != null && !isSame(state, expectedState)) {
            throw new CallbackException(Problem.STATE_WRONG);
        }
        boolean success = success(query);
        String code = query.single("code", Problem.CODE_REPEATED);
        String errorCode = query.single("errorCode", Problem.PARAMETER_REPEATED);
        String accountReference = query.single("accountReference", Problem.PARAMETER_REPEATED);
        if (success ? errorCode != null : code != null) {
            throw new CallbackException(Problem.CONTRADICTION);
        }
        if (!success) {
            return new AuthorizationResult.Refused(
                    errorCode == null || errorCode.isBlank() ? null : new RefusalCode(errorCode));
        }
        if (state == null) {
            throw new CallbackException(Problem.STATE_MISSING);
        }
        if (code == null) {
            throw new CallbackException(Problem.CODE_MISSING);
        }
        if (code.isBlank()) {
            throw new CallbackException(Problem.CODE_EMPTY);
        }
        return new AuthorizationResult.Authorized(
                code, accountReference == null || accountReference.isBlank() ? null : accountReference);
    }

    private static boolean success(CallbackQuery query) {
        String success = query.single("success", Problem.SUCCESS_REPEATED);
        if (success == null) {
            throw new CallbackException(Problem.SUCCESS_MISSING);
        }
        if (!success.equals("true") && !success.equals("false")) {
            throw new CallbackException(Problem.SUCCESS_UNKNOWN);
        }
        return success.equals("true");
    }

    private static boolean isSame(String state, String expectedState) {
        return MessageDigest.isEqual(
                state.getBytes(StandardCharsets.UTF_8), expectedState.getBytes(StandardCharsets.UTF_8));
    }
}
