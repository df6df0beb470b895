package me.digi.client.internal.oauth;

import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.http.CallHooks;
import org.jspecify.annotations.Nullable;

/** The server's token endpoint. Sending and reading are separate steps, so that no response is lost between them. */
public interface TokenServer {
    /** Fetches the server's keys if none are cached. */
    void prepare();

    /**
     * Sends a token request on the calling thread. Returns normally once {@link CallHooks#arrived} was called, even if
     * the call fails afterwards.
     *
     * @throws me.digi.client.error.DigiMeException if no readable response arrived; the exception and the hooks
     *     tell whether the server may have acted on the request
     */
    void send(ContractDetails contract, TokenRequest request, CallHooks hooks);

    /**
     * Reads a response with cached keys; never blocks.
     *
     * @param old provides ids that the response lacks
     */
    ReadResult read(TokenResponse response, @Nullable UserAccessToken old);

    /**
     * Reads a response, fetching keys if they are missing or do not match, within the lookup limits.
     *
     * @throws me.digi.client.error.DigiMeException if the keys could not be fetched
     */
    ReadResult readAfterLookup(TokenResponse response, @Nullable UserAccessToken old);
}
