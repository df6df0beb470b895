package me.digi.client.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import me.digi.client.internal.values.Require;
import org.jspecify.annotations.Nullable;

/** Decides what a callback means. The state comes first: who cannot show it learns nothing from what is checked after. */
final class CallbackReader {
    private CallbackReader() {}

    static AuthorizationResult read(String uriOrQuery, String expectedState) {
        Require.secret("expectedState", expectedState);
        CallbackQuery query = CallbackQuery.parse(uriOrQuery);
        String state = single(query, "state", Problem.STATE_REPEATED);
        if (state != null && !isSame(state, expectedState)) {
            throw new CallbackException(Problem.STATE_WRONG);
        }
        boolean success = success(query);
        String code = single(query, "code", Problem.CODE_REPEATED);
        String errorCode = single(query, "errorCode", Problem.PARAMETER_REPEATED);
        String accountReference = single(query, "accountReference", Problem.PARAMETER_REPEATED);
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
        String success = single(query, "success", Problem.SUCCESS_REPEATED);
        if (success == null) {
            throw new CallbackException(Problem.SUCCESS_MISSING);
        }
        if (!success.equals("true") && !success.equals("false")) {
            throw new CallbackException(Problem.SUCCESS_UNKNOWN);
        }
        return success.equals("true");
    }

    private static @Nullable String single(CallbackQuery query, String name, Problem repeated) {
        List<String> values = query.values(name);
        if (values.size() > 1) {
            throw new CallbackException(repeated);
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static boolean isSame(String state, String expectedState) {
        return MessageDigest.isEqual(
                state.getBytes(StandardCharsets.UTF_8), expectedState.getBytes(StandardCharsets.UTF_8));
    }
}
