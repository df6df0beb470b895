package me.digi.client.auth;

import me.digi.client.error.CallbackException;
import me.digi.client.error.CallbackException.Problem;
import org.jspecify.annotations.Nullable;

/** Decides what a callback means that comes from one of the pages about accounts. */
final class AccountReader {
    private AccountReader() {}

    static AccountResult read(String uriOrQuery, @Nullable String expectedState) {
        CallbackQuery query = CallbackQuery.parse(uriOrQuery);
        boolean hasState = expectedState != null && CallbackReader.hasState(query, expectedState);
        boolean success = CallbackReader.success(query);
        RefusalCode refusal = CallbackReader.refusal(query);
        String accountReference = CallbackReader.accountReference(query);
        if (!success) {
            return new AccountResult.Refused(refusal);
        }
        if (refusal != null) {
            throw new CallbackException(Problem.CONTRADICTION);
        }
        if (expectedState != null && !hasState) {
            throw new CallbackException(Problem.STATE_MISSING);
        }
        return new AccountResult.Done(accountReference);
    }
}
