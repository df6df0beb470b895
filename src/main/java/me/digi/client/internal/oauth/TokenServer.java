package me.digi.client.internal.oauth;

import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import org.jspecify.annotations.Nullable;

/** The server's token endpoint: sends a request, and reads what came, in two steps, so that no response is lost between. */
public interface TokenServer {
    /** Fetches the server's keys if none are at hand. */
    void prepare();

    /**
     * Sends one token request, on the calling thread. Returns once {@link Delivery#arrived} has been called, whatever
     * happened to the call afterwards.
     *
     * @throws me.digi.client.error.DigiMeException if no readable response arrived; whether the request may have been
     *     acted on is for {@link Delivery} and the exception to tell
     */
    void send(ContractDetails contract, TokenRequest request, Delivery delivery);

    /**
     * Reads a response with the keys at hand; waits for nothing.
     *
     * @param old the pair whose ids are kept where the response has none
     */
    Reading read(TokenResponse response, @Nullable UserAccessToken old);

    /**
     * Reads a response, and fetches the keys afresh if they are missing or do not fit, as often as the limits on
     * look-ups allow.
     *
     * @throws me.digi.client.error.DigiMeException if the keys could not be fetched
     */
    Reading readAfterLookup(TokenResponse response, @Nullable UserAccessToken old);
}
