package me.digi.client.auth;

import java.net.URI;
import me.digi.client.error.CallbackException;
import me.digi.client.internal.values.Require;
import org.jspecify.annotations.Nullable;

/**
 * What the user's browser brought back from digi.me: the user consented, or not.
 *
 * <pre>{@code
 * AuthorizationResult result = AuthorizationResult.fromCallback(request.getQueryString(), expectedState);
 * if (result instanceof AuthorizationResult.Authorized authorized) {
 *     UserAccessToken token = digiMe.exchangeCode(contract, authorized.code(), codeVerifier);
 * }
 * }</pre>
 */
public sealed interface AuthorizationResult {
    /**
     * Reads what the callback received, and makes sure that it answers the request that had this state. {@code state} is
     * compared in constant time. Anything in doubt is an exception, and never an authorization.
     *
     * <p>A refusal may come without {@code state} (digi.me leaves it out at times), and so could be anyone's: show it,
     * but do not throw away what the user has.
     *
     * @param uriOrQuery the callback's whole URI, or its query as it came, with or without the question mark; decoded
     *     here and nowhere before. A fragment is ignored
     * @param expectedState the state that the request was made with
     * @throws CallbackException if a parameter is missing, repeated, wrong, badly encoded or contradicts another; it
     *     says which, and shows none
     * @throws IllegalArgumentException if the expected state is blank
     */
    static AuthorizationResult fromCallback(String uriOrQuery, String expectedState) {
        return CallbackReader.read(uriOrQuery, expectedState);
    }

    /** As {@link #fromCallback(String, String)}, from the callback's whole URI. */
    static AuthorizationResult fromCallback(URI uri, String expectedState) {
        return CallbackReader.read(uri.toString(), expectedState);
    }

    /**
     * The user consented.
     *
     * @param code what to exchange for tokens, once and soon; a secret, which never prints
     * @param accountReference the {@code reference} of the account that the user added, if one was
     */
    record Authorized(String code, @Nullable String accountReference) implements AuthorizationResult {
        /** Refuses a blank code. */
        public Authorized {
            Require.secret("code", code);
        }

        /** Masks the code. */
        @Override
        public String toString() {
            return "Authorized[code=***, accountReference=" + accountReference + "]";
        }
    }

    /**
     * The user did not consent, or something kept them from it.
     *
     * @param code why, if that was said
     */
    record Refused(@Nullable RefusalCode code) implements AuthorizationResult {}
}
