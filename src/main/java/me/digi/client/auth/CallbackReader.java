package me.digi.client.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import me.digi.client.internal.io.OneLine;
import me.digi.client.internal.io.PendingPage;
import me.digi.client.internal.io.PendingPage.Kind;
import me.digi.client.read.Session;
import org.jspecify.annotations.Nullable;

/** Interprets a callback. Checks the state first: a callback without it learns nothing from later checks. */
final class CallbackReader {
    private final PendingPage page;
    private final CallbackQuery query;

    CallbackReader(PendingPage page, @Nullable String uriOrQuery) {
        this.page = page;
        this.query = CallbackQuery.parse(uriOrQuery == null ? "" : uriOrQuery);
    }

    ConsentResult consent() {
        Refused refused = refused();
        if (refused != null) {
            return refused;
        }
        String code = code();
        if (code == null) {
            throw new CallbackException(Problem.CODE_MISSING);
        }
        String codeVerifier = Objects.requireNonNull(page.codeVerifier(), "codeVerifier");
        Session session = Objects.requireNonNull(session(), "session");
        return new Authorized(
                page.contractId(), new AuthorizationCode(code, codeVerifier), accountReference(), session);
    }

    AccountResult account() {
        if (page.kind() == Kind.REVOKE_ACCOUNT) {
            return revocation();
        }
        Refused refused = refused();
        return refused != null ? refused : new Completed(accountReference(), session());
    }

    /** Null if the page has succeeded. */
    private @Nullable Refused refused() {
        boolean hasState = hasState();
        boolean isSuccess = isSuccess();
        String code = code();
        RefusalCode refusal = refusal();
        String unused = accountReference();
        if (isSuccess ? refusal != null : code != null) {
            throw new CallbackException(Problem.CONTRADICTION);
        }
        if (isSuccess && !hasState) {
            throw new CallbackException(Problem.STATE_MISSING);
        }
        return isSuccess ? null : new Refused(refusal, null);
    }

    /** Null on pages without one. */
    private @Nullable String code() {
        return page.kind().hasCode() ? query.line("code", Problem.CODE_REPEATED) : null;
    }

    private AccountResult revocation() {
        String result = query.single("result", Problem.RESULT_REPEATED);
        String message = query.single("error_message", Problem.PARAMETER_REPEATED);
        if (result == null) {
            throw new CallbackException(Problem.RESULT_MISSING);
        }
        return switch (result) {
            case "success" -> new Completed(null, null);
            case "failed" -> new Refused(null, message == null ? null : OneLine.of(message));
            default -> throw new CallbackException(Problem.RESULT_UNKNOWN);
        };
    }

    private @Nullable Session session() {
        PendingPage.Session session = page.session();
        return session == null ? null : Session.of(session.key(), session.expiresAt());
    }

    /** Whether the callback has the page's state; false if it has none. Throws if it has another. */
    private boolean hasState() {
        String expected = page.state();
        if (expected == null) {
            return true;
        }
        String state = query.single("state", Problem.STATE_REPEATED);
        if (state != null && !isSame(state, expected)) {
            throw new CallbackException(Problem.STATE_WRONG);
        }
        return state != null;
    }

    private boolean isSuccess() {
        String success = query.single("success", Problem.SUCCESS_REPEATED);
        if (success == null) {
            throw new CallbackException(Problem.SUCCESS_MISSING);
        }
        if (!success.equals("true") && !success.equals("false")) {
            throw new CallbackException(Problem.SUCCESS_UNKNOWN);
        }
        return success.equals("true");
    }

    private @Nullable RefusalCode refusal() {
        String errorCode = query.line("errorCode", Problem.PARAMETER_REPEATED);
        return errorCode == null ? null : new RefusalCode(errorCode);
    }

    private @Nullable String accountReference() {
        return query.line("accountReference", Problem.PARAMETER_REPEATED);
    }

    private static boolean isSame(String state, String expected) {
        return MessageDigest.isEqual(state.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
