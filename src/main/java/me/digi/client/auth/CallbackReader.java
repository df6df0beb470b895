package me.digi.client.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import me.digi.client.internal.values.Require;
import me.digi.client.internal.values.WhiteSpace;
import org.jspecify.annotations.Nullable;

/** Decides what a callback means. The state comes first: who cannot show it learns nothing from what is checked after. */
final class CallbackReader {
    private CallbackReader() {}

    static AuthorizationResult read(String uriOrQuery, String expectedState) {
        checkedState(expectedState);
        CallbackQuery query = CallbackQuery.parse(uriOrQuery);
        boolean hasState = hasState(query, expectedState);
        boolean success = success(query);
        String code = query.single("code", Problem.CODE_REPEATED);
        String errorCode = query.single("errorCode", Problem.PARAMETER_REPEATED);
        String accountReference = accountReference(query);
        if (success ? errorCode != null : code != null) {
            throw new CallbackException(Problem.CONTRADICTION);
        }
        if (!success) {
            return new AuthorizationResult.Refused(refusal(query));
        }
        if (!hasState) {
            throw new CallbackException(Problem.STATE_MISSING);
        }
        if (code == null) {
            throw new CallbackException(Problem.CODE_MISSING);
        }
        if (WhiteSpace.isBlank(code)) {
            throw new CallbackException(Problem.CODE_EMPTY);
        }
        return new AuthorizationResult.Authorized(code, accountReference);
    }

    static String checkedState(String expectedState) {
        return Require.secret("expectedState", expectedState);
    }

    /** Whether it has the expected state, or none; it may not have another. */
    static boolean hasState(CallbackQuery query, String expectedState) {
        String state = query.single("state", Problem.STATE_REPEATED);
        if (state != null && !isSame(state, expectedState)) {
            throw new CallbackException(Problem.STATE_WRONG);
        }
        return state != null;
    }

    static boolean success(CallbackQuery query) {
        String success = query.single("success", Problem.SUCCESS_REPEATED);
        if (success == null) {
            throw new CallbackException(Problem.SUCCESS_MISSING);
        }
        if (!success.equals("true") && !success.equals("false")) {
            throw new CallbackException(Problem.SUCCESS_UNKNOWN);
        }
        return success.equals("true");
    }

    /** The error code, or null if there is none, or an empty one. */
    static @Nullable RefusalCode refusal(CallbackQuery query) {
        String errorCode = query.single("errorCode", Problem.PARAMETER_REPEATED);
        return errorCode == null || WhiteSpace.isBlank(errorCode) ? null : new RefusalCode(errorCode);
    }

    /** The account's reference, or null if there is none, or an empty one. */
    static @Nullable String accountReference(CallbackQuery query) {
        String reference = query.single("accountReference", Problem.PARAMETER_REPEATED);
        return reference == null || WhiteSpace.isBlank(reference) ? null : reference;
    }

    private static boolean isSame(String state, String expectedState) {
        return MessageDigest.isEqual(
                state.getBytes(StandardCharsets.UTF_8), expectedState.getBytes(StandardCharsets.UTF_8));
    }
}
