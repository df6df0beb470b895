package me.digi.client.auth;

import java.net.URI;
import me.digi.client.error.CallbackException;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending a user who has consented to one of the pages about their accounts: to add a source
 * ({@link OnboardRequest}), or to give access to an account again ({@link AccountReauthorizationRequest}). There is no
 * code to exchange: the token stays as it is.
 */
public sealed interface AccountResult {
    /**
     * Reads what the callback received, of a request that had no state.
     *
     * @param uriOrQuery the callback's whole URI, or its query as it came, with or without the question mark; decoded
     *     here and nowhere before
     * @throws CallbackException if a parameter is missing, repeated, wrong, badly encoded or contradicts another; it
     *     says which, and shows none
     */
    static AccountResult fromCallback(String uriOrQuery) {
        return AccountReader.read(uriOrQuery, null);
    }

    /** As {@link #fromCallback(String)}, from the callback's whole URI. */
    static AccountResult fromCallback(URI uri) {
        return fromCallback(uri.toString());
    }

    /**
     * As {@link #fromCallback(String)}, and makes sure that it answers the request that had this state, which is compared
     * in constant time. A refusal may come without it.
     *
     * @throws IllegalArgumentException if the expected state is blank
     */
    static AccountResult fromCallback(String uriOrQuery, String expectedState) {
        return AccountReader.read(uriOrQuery, CallbackReader.checkedState(expectedState));
    }

    /** As {@link #fromCallback(String, String)}, from the callback's whole URI. */
    static AccountResult fromCallback(URI uri, String expectedState) {
        return fromCallback(uri.toString(), expectedState);
    }

    /**
     * The account is there, and digi.me can fetch its data.
     *
     * @param accountReference the {@code reference} of the account, if it was said
     */
    record Done(@Nullable String accountReference) implements AccountResult {}

    /**
     * The user did not want to, or something kept them from it.
     *
     * @param code why, if that was said
     */
    record Refused(@Nullable RefusalCode code) implements AccountResult {}
}
